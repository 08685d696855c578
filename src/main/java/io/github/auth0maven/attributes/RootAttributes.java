package io.github.auth0maven.attributes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Root attributes that are given to every user that lacks them. */
public final class RootAttributes {

    /** None at all. */
    public static final RootAttributes NONE = of(Map.of());

    private static final Set<String> TEXTS = Set.of("family_name", "given_name", "name", "nickname", "picture");
    private static final Set<String> BOOLEANS = Set.of("blocked", "email_verified", "phone_verified");
    private static final Set<String> IDENTIFIERS = Set.of("email", "phone_number", "user_id", "username");

    private final Names names;
    private final List<byte[]> members;
    private final int size;

    private RootAttributes(Map<String, String> values) {
        names = Names.of(List.copyOf(values.keySet()));
        members = values.entrySet().stream()
                .map(attribute -> member(attribute.getKey(), attribute.getValue()))
                .toList();
        size = members.stream().mapToInt(member -> member.length + 1).sum();
    }

    /**
     * Attributes by their names, each with its value as text.
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

    /** The most bytes that they can add to a user. */
    public int size() {
        return size;
    }

    /**
     * Writes a user with the attributes that it lacks after those that it has.
     *
     * @param target has room for the user as written in the file and {@link #size} bytes more
     * @return the index after the last byte written
     */
    public int write(User user, byte[] target, int at) {
        int end = user.json().writeTo(target, at);
        for (int i : missing(user.json())) {
            int brace = end - 1;
            int from = brace;
            if (target[brace - 1] != '{') {
                target[from++] = ',';
            }
            byte[] member = members.get(i);
            System.arraycopy(member, 0, target, from, member.length);
            end = from + member.length;
            target[end++] = '}';
        }
        return end;
    }

    private List<Integer> missing(Json user) {
        List<Integer> missing = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            if (user.member(Json.ROOT, names, i) < 0) {
                missing.add(i);
            }
        }
        return missing;
    }

    private static byte[] member(String name, String value) {
        String text = value.strip();
        if (BOOLEANS.contains(name)) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(
                        "rootAttributes: " + name + " is true or false, not \"" + text + "\"");
            }
            return ("\"" + name + "\":" + text).getBytes(UTF_8);
        }
        if (TEXTS.contains(name)) {
            String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
            return ("\"" + name + "\":\"" + quoted + "\"").getBytes(UTF_8);
        }
        if (IDENTIFIERS.contains(name)) {
            throw new IllegalArgumentException(
                    "rootAttributes: " + name
                            + " tells one user from another, so it cannot be given to all of them; give it to each user in the users file");
        }
        throw new IllegalArgumentException("rootAttributes: \"" + name + "\" is no root attribute; they are "
                + String.join(", ", new java.util.TreeSet<>(union())));
    }

    private static Set<String> union() {
        Set<String> all = new java.util.HashSet<>(TEXTS);
        all.addAll(BOOLEANS);
        return all;
    }
}
