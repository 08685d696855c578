package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.Json;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The UTF-8 of a string, where it stands if it is written without escapes; one object serves for all strings. */
final class Text {

    /** So many bytes can be read after {@link #to}. */
    private static final int PADDING = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    /** So many bytes are enough for a char. */
    private static final int MOST_BYTES = 3;

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

    /** Half of a surrogate pair, which an escape can be, is taken as three bytes of its own, lest it be some other character. */
    void set(String text) {
        byte[] utf8 = new byte[MOST_BYTES * text.length() + PADDING];
        int size = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                utf8[size++] = (byte) c;
                continue;
            }
            if (c < 0x800) {
                utf8[size++] = (byte) (0xC0 | c >> 6);
            } else {
                if (c < 0x10000) {
                    utf8[size++] = (byte) (0xE0 | c >> 12);
                } else {
                    utf8[size++] = (byte) (0xF0 | c >> 18);
                    utf8[size++] = (byte) (0x80 | (c >> 12 & 0x3F));
                }
                utf8[size++] = (byte) (0x80 | (c >> 6 & 0x3F));
            }
            utf8[size++] = (byte) (0x80 | (c & 0x3F));
        }
        bytes = utf8;
        from = 0;
        to = size;
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

    /** Whether it begins with this, which is ASCII. */
    boolean startsWith(String prefix) {
        if (size() < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (bytes[from + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this ASCII character is in it. */
    boolean has(char c) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == c) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is ASCII without capitals. */
    boolean isLowerCase() {
        for (int i = from; i < to; i += Long.BYTES) {
            long word = wordAt(i);
            // A byte from here on gets its highest bit when this is added, unless it had it before.
            long fromA = word + ONES * (0x80 - 'A');
            long afterZ = word + ONES * (0x80 - 'Z' - 1);
            if ((((fromA & ~afterZ) | word) & HIGHS) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is ASCII without white space or control characters at the low end. */
    boolean isVisible() {
        for (int i = from; i < to; i += Long.BYTES) {
            long word = wordAt(i);
            if (((((word - ONES * '!') & ~word) | word) & HIGHS) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Eight bytes, of which those after the end are made small letters. */
    private long wordAt(int index) {
        long word = (long) LONGS.get(bytes, index);
        int rest = to - index;
        if (rest >= Long.BYTES) {
            return word;
        }
        long mask = (1L << (rest * Byte.SIZE)) - 1;
        return (word & mask) | (ONES * 'a' & ~mask);
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
