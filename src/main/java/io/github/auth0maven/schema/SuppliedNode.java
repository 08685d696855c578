package io.github.auth0maven.schema;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A root attribute that a user is given, a text or a boolean, as the schema library sees it. */
final class SuppliedNode implements JsonNode {

    private final Object value;
    private final String pointer;

    SuppliedNode(Object value, String pointer) {
        this.value = value;
        this.pointer = pointer;
    }

    @Override
    public String getJsonPointer() {
        return pointer;
    }

    @Override
    public SimpleType getNodeType() {
        return value instanceof Boolean ? SimpleType.BOOLEAN : SimpleType.STRING;
    }

    @Override
    public boolean asBoolean() {
        return (Boolean) value;
    }

    @Override
    public String asString() {
        return value.toString();
    }

    @Override
    public BigInteger asInteger() {
        throw new UnsupportedOperationException("no number");
    }

    @Override
    public BigDecimal asNumber() {
        throw new UnsupportedOperationException("no number");
    }

    @Override
    public List<JsonNode> asArray() {
        throw new UnsupportedOperationException("no array");
    }

    @Override
    public Map<String, JsonNode> asObject() {
        throw new UnsupportedOperationException("no object");
    }

    @Override
    public String toPrintableString() {
        return getNodeType().getName();
    }

    /** Never the value: it may be made of a user's. */
    @Override
    public String toString() {
        return "SuppliedNode[" + getNodeType() + "]";
    }
}
