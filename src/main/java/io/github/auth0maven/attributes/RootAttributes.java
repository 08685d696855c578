package io.github.auth0maven.attributes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Root attributes that are given to every user that lacks them. */
public final class RootAttributes {

    /** None at all. */
    public static final RootAttributes NONE = of(Map.of());

    private static final int QUOTE_AND_COMMA = 2;
    private static final Set<String> TEXTS = Set.of("family_name", "given_name", "name", "nickname", "picture");
    private static final Set<String> BOOLEANS = Set.of("blocked", "email_verified", "phone_verified");
    private static final Set<String> IDENTIFIERS = Set.of("email", "phone_number", "user_id", "username");

    private final Names names;
    private final List<Value> values;
    private final int size;
    private final boolean refers;

    /** A value of an attribute. */
    private static final class Value {

        /** As JSON; of one that is made of a user's own attributes, what comes before the text. */
        private final byte[] member;
        /** A text, a boolean, or a template. */
        private final Object value;

        Value(byte[] member, Object value) {
            this.member = member;
            this.value = value;
        }

        Optional<Template> template() {
            return value instanceof Template template ? Optional.of(template) : Optional.empty();
        }
    }

    private RootAttributes(Map<String, String> values) {
        names = Names.of(List.copyOf(values.keySet()));
        this.values = values.entrySet().stream()
                .map(attribute -> value(attribute.getKey(), attribute.getValue().strip()))
                .toList();
        size = this.values.stream()
                .filter(value -> value.template().isEmpty())
                .mapToInt(value -> value.member.length + 1)
                .sum();
        refers = this.values.stream().anyMatch(value -> value.template().isPresent());
    }

    /**
     * Attributes by their names, each with its value as text. A text may refer to attributes of the user that it is given to:
     * <code>@{given_name}</code>.
     *
     * @throws IllegalArgumentException if a name or a value is none that a root attribute may have, with a line that says so
     */
    public static RootAttributes of(Map<String, String> values) {
        return new RootAttributes(new TreeMap<>(values));
    }

    /** The names of the attributes. */
    public Set<String> names() {
        return Set.copyOf(names.all());
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether some are made of the user's own attributes. */
    public boolean refers() {
        return refers;
    }

    /** The most bytes that they can add to this user. */
    public int largest(User user) {
        return refers ? size + composedSize(user.json()) : size;
    }

    private int composedSize(Json user) {
        int composed = 0;
        for (int i : missing(user)) {
            Value value = values.get(i);
            if (value.template().isPresent()) {
                int text = value.template().get().size(user);
                composed += text == Template.LACKING ? 0 : value.member.length + text + QUOTE_AND_COMMA;
            }
        }
        return composed;
    }

    /** What this user lacks of them, with what it is given. */
    public List<SuppliedAttribute> given(User user) {
        Json json = user.json();
        return missing(json).stream().map(i -> given(i, json)).toList();
    }

    private SuppliedAttribute given(int attribute, Json user) {
        String name = names.all().get(attribute);
        Object value = values.get(attribute).value;
        if (value instanceof Template template) {
            return new SuppliedAttribute(
                    name,
                    template.size(user) == Template.LACKING ? Optional.empty() : Optional.of(template.text(user)),
                    true);
        }
        return new SuppliedAttribute(name, Optional.of(value), false);
    }

    /** That users were not given an attribute, since they lack what it is made of. */
    public String remark(String attribute, long users) {
        List<String> references = values.get(names.all().indexOf(attribute))
                .template()
                .map(Template::references)
                .orElse(List.of());
        int last = references.size() - 1;
        return String.format(
                Locale.ROOT,
                "rootAttributes: %s was left unset for %,d %s %s%s",
                attribute,
                users,
                users == 1 ? "user who lacks" : "users who lack",
                last == 0 ? "" : String.join(", ", references.subList(0, last)) + " or ",
                references.get(last));
    }

    /**
     * Writes a user with the attributes that it lacks after those that it has.
     *
     * @param target has room for the user as written in the file and {@link #largest} bytes more
     * @return the index after the last byte written
     */
    public int write(User user, byte[] target, int at) {
        int end = user.writeTo(target, at);
        if (values.isEmpty()) {
            return end;
        }
        for (int i : missing(user.json())) {
            Value value = values.get(i);
            if (value.template().isEmpty() || value.template().get().size(user.json()) != Template.LACKING) {
                end = writeMember(value, user.json(), target, end - 1);
            }
        }
        return end;
    }

    /** Writes a member where the closing brace is, and that after it. */
    private static int writeMember(Value value, Json user, byte[] target, int brace) {
        int from = brace;
        if (target[brace - 1] != '{') {
            target[from++] = ',';
        }
        int end = writeValue(value, user, target, from);
        target[end++] = '}';
        return end;
    }

    private static int writeValue(Value value, Json user, byte[] target, int at) {
        System.arraycopy(value.member, 0, target, at, value.member.length);
        int end = at + value.member.length;
        if (value.template().isPresent()) {
            end = value.template().get().write(user, target, end);
            target[end++] = '"';
        }
        return end;
    }

    private List<Integer> missing(Json user) {
        List<Integer> missing = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (user.member(Json.ROOT, names, i) < 0) {
                missing.add(i);
            }
        }
        return missing;
    }

    private static Value value(String name, String text) {
        if (BOOLEANS.contains(name)) {
            return truth(name, text);
        }
        if (TEXTS.contains(name)) {
            return text(name, Template.of(name, text));
        }
        if (IDENTIFIERS.contains(name)) {
            throw new IllegalArgumentException(
                    "rootAttributes: " + name
                            + " tells one user from another, so it cannot be given to all of them; give it to each user in the users file");
        }
        throw new IllegalArgumentException("rootAttributes: \"" + name + "\" is no root attribute; they are "
                + String.join(", ", new java.util.TreeSet<>(union())));
    }

    private static Value truth(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("rootAttributes: " + name + " is true or false, not \"" + text + "\"");
        }
        return new Value(("\"" + name + "\":" + text).getBytes(UTF_8), text.equals("true"));
    }

    private static Value text(String name, Template template) {
        byte[] start = ("\"" + name + "\":\"").getBytes(UTF_8);
        return template.isLiteral() ? new Value(literal(start, template), template.text()) : new Value(start, template);
    }

    private static byte[] literal(byte[] start, Template template) {
        byte[] text = template.literal();
        byte[] member = Arrays.copyOf(start, start.length + text.length + 1);
        System.arraycopy(text, 0, member, start.length, text.length);
        member[member.length - 1] = '"';
        return member;
    }

    private static Set<String> union() {
        Set<String> all = new java.util.HashSet<>(TEXTS);
        all.addAll(BOOLEANS);
        return all;
    }
}
