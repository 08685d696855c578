package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Replaces placeholders, <code>${…}</code>, in the texts of users; in values only, not in names. Two dollar signs before the
 * brace stand for one, and no placeholder.
 */
final class FilteringReader extends ForwardingReader {

    private final Placeholders placeholders;
    private final UserWriter writer;
    private @Nullable User replaced;

    FilteringReader(UserReader users, Placeholders placeholders) {
        super(users);
        this.placeholders = placeholders;
        writer = new UserWriter((token, index) -> users.user().positionOf((int) token));
    }

    @Override
    public boolean next() throws IOException {
        replaced = null;
        if (!users.next()) {
            return false;
        }
        Json json = users.user().json();
        for (int token = Json.ROOT; token < json.tokens; token++) {
            if (json.kind(token) == Json.Kind.STRING && indexOf(json, token, json.from(token)) >= 0) {
                replaced = replace(users.user());
                break;
            }
        }
        return true;
    }

    @Override
    public User user() {
        return replaced == null ? users.user() : replaced;
    }

    private User replace(User user) throws UsersFileException {
        writer.begin(user.index());
        writer.copy(user.json(), Json.ROOT, new UserWriter.Tokens() {
            @Override
            public long place(int token) {
                return token;
            }

            @Override
            public String text(Json json, int token) throws UsersFileException {
                return replaced(user, token);
            }
        });
        return writer.finish();
    }

    private String replaced(User user, int token) throws UsersFileException {
        String text = user.json().text(token);
        StringBuilder replaced = new StringBuilder(text.length());
        int done = 0;
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", done)) {
            if (at > done && text.charAt(at - 1) == '$') {
                replaced.append(text, done, at - 1).append("${");
                done = at + 2;
                continue;
            }
            int end = text.indexOf('}', at);
            if (end < 0) {
                throw new UsersFileException(
                        place(user, token, text.substring(at)),
                        "the placeholder that begins here has no closing brace; a \"${\" that is meant is written $${");
            }
            String name = text.substring(at + 2, end);
            String value = placeholders.value(name).orElse(null);
            if (value == null) {
                throw new UsersFileException(
                        place(user, token, text.substring(at, end)),
                        "the placeholder ${" + EscapedText.text(name).replaceAll("^\"|\"$", "")
                                + "} has no value: define the property with -D or in the POM, or, for ${env.NAME}, the"
                                + " environment variable; if the text is meant, write $${");
            }
            replaced.append(text, done, at).append(value);
            done = end + 1;
        }
        return replaced.append(text, done, text.length()).toString();
    }

    /** Where this text begins in the string, if it stands there without escapes; else where the string does. */
    private static Position place(User user, int token, String text) {
        Json json = user.json();
        byte[] wanted = text.getBytes(UTF_8);
        for (int at = indexOf(json, token, json.from(token)); at >= 0; at = indexOf(json, token, at + 1)) {
            int end = at + wanted.length;
            if (end <= json.to(token) && Arrays.equals(json.bytes, at, end, wanted, 0, wanted.length)) {
                return user.positionAt(at);
            }
        }
        return user.positionOf(token);
    }

    /** The index of the next "${", or -1. An escaped one is none. */
    private static int indexOf(Json json, int token, int from) {
        for (int i = from; i < json.to(token) - 1; i++) {
            if (json.byteAt(i) == '$' && json.byteAt(i + 1) == '{') {
                return i;
            }
        }
        return -1;
    }
}
