package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.Json;
import java.util.Arrays;

/** The UTF-8 of a string, where it stands if it is written without escapes; one object serves for all strings. */
final class Text {

    /** So many bytes can be read after {@link #to}. */
    private static final int PADDING = Long.BYTES;

    byte[] bytes = new byte[PADDING];
    int from;
    int to;

    void set(Json json, int token) {
        if (json.isEscaped(token)) {
            set(json.text(token));
            return;
        }
        bytes = json.array();
        from = json.from(token);
        to = json.to(token);
    }

    void set(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        bytes = Arrays.copyOf(utf8, utf8.length + PADDING);
        from = 0;
        to = utf8.length;
    }

    boolean isEmpty() {
        return from == to;
    }

    int size() {
        return to - from;
    }

    boolean startsWith(byte[] prefix) {
        return size() >= prefix.length && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    boolean isAscii() {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has more characters than this; seldom needs to count them. */
    boolean isLongerThan(int characters) {
        return size() > characters && length() > characters;
    }

    /** The number of characters. */
    int length() {
        int characters = 0;
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                characters++;
            }
        }
        return characters;
    }

    /** The text as a string. */
    String decoded() {
        return new String(bytes, from, size(), UTF_8);
    }

    @Override
    public String toString() {
        return "Text[" + size() + " bytes]";
    }
}
