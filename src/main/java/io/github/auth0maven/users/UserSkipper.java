package io.github.auth0maven.users;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Passes over users that have been tokenized in an earlier pass over the same bytes: finds where each ends, and copies it without
 * the white space on the way, but does not look at its tokens.
 *
 * <p>It reads from an array as a {@link Tokenizer} does. Users at which it cannot stay that simple it leaves to the tokenizer.
 */
final class UserSkipper {

    /** This user is one for the tokenizer. */
    static final int TOKENIZE = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    /** Makes a double quote less than {@link #AFTER_SPACES}, as the control characters are; of no other ASCII character. */
    private static final long TWOS = ONES * 2;

    private static final long AFTER_SPACES = ONES * (' ' + 1);
    private static final long QUOTES = ONES * '"';
    /** What brings a brace, and nothing less, to the highest bit. */
    private static final long UP_TO_BRACES = ONES * (0x80 - '{');

    private static final long NEWLINES = ONES * '\n';
    private static final long BACKSLASHES = ONES * '\\';

    private final Json json;
    private final Lines lines;
    private byte[] copy = new byte[0];

    UserSkipper(Json json, Lines lines) {
        this.json = json;
        this.lines = lines;
    }

    /**
     * Passes over the object that begins at {@code start}, and counts its lines and columns.
     *
     * @return the index after the object; or {@link #TOKENIZE} if it does not end before {@code limit}, or has an escape that is
     *     to be written shorter: then lines have been counted in vain
     */
    int skip(byte[] bytes, int start, int limit) {
        byte[] target = copyFor(bytes);
        int out = 0;
        int depth = 0;
        int line = start;
        int p = start;
        do {
            byte c = bytes[p];
            if (c > ' ' && c != '{' && c != '}') {
                int size = c == '"' ? copyString(bytes, p, target, out) : copyPlain(bytes, p, target, out);
                if (size < 0) {
                    return TOKENIZE;
                }
                p += size;
                out += size;
            } else if (c > ' ') {
                depth += c == '{' ? 1 : -1;
                target[out++] = c;
                p++;
            } else if (c == '\n') {
                line = p + 1;
                lines.begin(line);
                p = Tokenizer.skipIndentation(bytes, line);
            } else if (p++ >= limit) {
                return TOKENIZE;
            }
        } while (depth > 0);
        return end(bytes, start, line, p, out);
    }

    private byte[] copyFor(byte[] bytes) {
        if (copy.length < bytes.length) {
            copy = new byte[bytes.length];
        }
        return copy;
    }

    /** Copies eight bytes, and returns how many of them are neither white space nor a quote or a brace. */
    private static int copyPlain(byte[] bytes, int from, byte[] target, int at) {
        long word = (long) LONGS.get(bytes, from);
        LONGS.set(target, at, word);
        long special = ((word - AFTER_SPACES) | ((word ^ QUOTES) - ONES) | (word + UP_TO_BRACES)) & HIGHS;
        return Long.numberOfTrailingZeros(special) >>> 3;
    }

    /**
     * Passes over the object that begins at {@code start}, which is written just as it is sent, and with which a line ends.
     *
     * @return the index after the object, or {@link #TOKENIZE} if the line does not end before {@code limit}
     */
    int line(byte[] bytes, int start, int limit) {
        int p = start;
        long newline = 0;
        while (newline == 0 && p < limit) {
            long word = (long) LONGS.get(bytes, p) ^ NEWLINES;
            newline = (word - ONES) & ~word & HIGHS;
            p += Long.BYTES;
        }
        int end = p - Long.BYTES + (Long.numberOfTrailingZeros(newline) >>> 3);
        if (newline == 0 || end >= limit) {
            return TOKENIZE;
        }
        end -= bytes[end - 1] == '\r' ? 1 : 0;
        end -= bytes[end - 1] == ',' ? 1 : 0;
        json.pass(bytes, start, end);
        return end;
    }

    /** Whether nothing but a comma follows on the line. */
    static boolean endsLine(byte[] bytes, int end) {
        int p = bytes[end] == ',' ? end + 1 : end;
        return bytes[bytes[p] == '\r' ? p + 1 : p] == '\n';
    }

    private int end(byte[] bytes, int start, int line, int end, int size) {
        json.pass(bytes, start, end, copy, size);
        if (!endsLine(bytes, end)) {
            lines.count(Utf8.continuations(bytes, line, end));
        }
        return end;
    }

    /** Copies a string and the colon or comma behind it, and returns how many bytes they are, or {@link #TOKENIZE}. */
    private static int copyString(byte[] bytes, int from, byte[] target, int at) {
        target[at] = '"';
        int moved = at - from;
        int p = from + 1;
        while (true) {
            long word = (long) LONGS.get(bytes, p);
            LONGS.set(target, p + moved, word);
            long special = (((word ^ TWOS) - AFTER_SPACES) | ((word ^ BACKSLASHES) - ONES)) & (~word & HIGHS);
            if (special == 0) {
                p += Long.BYTES;
                continue;
            }
            p += (Long.numberOfTrailingZeros(special) >>> 3) + 1;
            if (bytes[p - 1] == '"') {
                byte next = bytes[p];
                target[p + moved] = next;
                return p - from + (next == ':' || next == ',' ? 1 : 0);
            }
            byte escaped = bytes[p];
            if (bytes[p - 1] != '\\' || escaped == 'u' || escaped == '/') {
                return TOKENIZE;
            }
            target[p + moved] = escaped;
            p++;
        }
    }
}
