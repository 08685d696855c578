package io.github.auth0maven.schema;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import io.github.auth0maven.attributes.SuppliedAttribute;
import io.github.auth0maven.users.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a user, as the schema library sees it: still in the bytes of the users file, and read when it is asked for. */
final class UserNode implements JsonNode {

    /** Numbers are taken exactly up to this many characters, and to the precision and range of a double beyond. */
    private static final int LONGEST_NUMBER = 40;

    private static final int LARGEST_EXPONENT = 400;

    private final Json json;
    private final int token;
    private final String pointer;
    private final List<SuppliedAttribute> given;
    private final SimpleType type;
    private @Nullable BigDecimal number;
    private @Nullable Map<String, JsonNode> members;
    private @Nullable List<JsonNode> items;

    /** A user with the root attributes that it is given. */
    UserNode(Json user, List<SuppliedAttribute> given) {
        this(user, Json.ROOT, "", given);
    }

    private UserNode(Json json, int token, String pointer, List<SuppliedAttribute> given) {
        this.json = json;
        this.token = token;
        this.pointer = pointer;
        this.given = given;
        type = switch (json.kind(token)) {
            case OBJECT -> SimpleType.OBJECT;
            case ARRAY -> SimpleType.ARRAY;
            case STRING, NAME -> SimpleType.STRING;
            case TRUE, FALSE -> SimpleType.BOOLEAN;
            case NULL -> SimpleType.NULL;
            case NUMBER -> isWhole(asNumber()) ? SimpleType.INTEGER : SimpleType.NUMBER;
        };
    }

    int token() {
        return token;
    }

    @Override
    public String getJsonPointer() {
        return pointer;
    }

    @Override
    public SimpleType getNodeType() {
        return type;
    }

    @Override
    public boolean asBoolean() {
        return json.kind(token) == Json.Kind.TRUE;
    }

    @Override
    public String asString() {
        return json.text(token);
    }

    @Override
    public BigInteger asInteger() {
        return asNumber().toBigInteger();
    }

    @Override
    public BigDecimal asNumber() {
        BigDecimal known = number;
        if (known == null) {
            known = numberOf(json.text(token));
            number = known;
        }
        return known;
    }

    @Override
    public List<JsonNode> asArray() {
        List<JsonNode> known = items;
        if (known == null) {
            known = new ArrayList<>();
            for (int item = json.first(token); item < json.after(token); item = json.after(item)) {
                known.add(new UserNode(json, item, pointer + "/" + known.size(), List.of()));
            }
            items = known;
        }
        return known;
    }

    @Override
    public Map<String, JsonNode> asObject() {
        Map<String, JsonNode> known = members;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (int name = json.first(token); name < json.after(token); name = json.after(json.valueOf(name))) {
                String text = json.text(name);
                known.put(text, new UserNode(json, json.valueOf(name), below(text), List.of()));
            }
            for (SuppliedAttribute attribute : given) {
                if (attribute.value().isPresent()) {
                    known.put(
                            attribute.attribute(),
                            new SuppliedNode(attribute.value().get(), below(attribute.attribute())));
                }
            }
            members = known;
        }
        return known;
    }

    private String below(String name) {
        return pointer + "/" + JsonNode.encodeJsonPointer(name);
    }

    /** Never made so exact that calculating with it could take long: a short text may stand for a very long number. */
    private static BigDecimal numberOf(String text) {
        if (text.length() <= LONGEST_NUMBER && isModest(text)) {
            return new BigDecimal(text);
        }
        double nearest = Double.parseDouble(text);
        return Double.isInfinite(nearest)
                ? new BigDecimal(Math.copySign(Double.MAX_VALUE, nearest))
                : new BigDecimal(Double.toString(nearest));
    }

    private static boolean isModest(String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        return exponent < 0 || Math.abs(Double.parseDouble(text.substring(exponent + 1))) <= LARGEST_EXPONENT;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** Never the user's data: it may hold secrets. */
    @Override
    public String toString() {
        return "UserNode[" + type + "]";
    }

    /** What the library's own messages would show; they are not used. */
    @Override
    public String toPrintableString() {
        return type.getName();
    }

    /** Takes such nodes as they are; there is no other way to make one. */
    static final class Factory implements JsonNodeFactory {

        @Override
        public JsonNode wrap(Object node) {
            return (JsonNode) node;
        }

        @Override
        public JsonNode create(String rawJson) {
            throw new UnsupportedOperationException("users are not read here");
        }
    }
}
