package io.github.auth0maven.users;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Passes over users that have been tokenized in an earlier pass over the same bytes: finds where each ends, and copies it without
 * the white space on the way, but does not look at its tokens.
 *
 * <p>It reads from an array as a {@link Tokenizer} does, but for a double quote after the 0 at {@code limit}, where any string
 * ends. Users at which it cannot stay that simple it leaves to the tokenizer.
 */
final class Skimmer {

    /** This user is one for the tokenizer. */
    static final int TOKENIZE = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long TWOS = ONES * 2;
    private static final long AFTER_SPACES = ONES * (' ' + 1);
    private static final long BACKSLASHES = ONES * '\\';

    private final Json json;
    private final Lines lines;
    private byte[] copy = new byte[0];
    private int out;

    Skimmer(Json json, Lines lines) {
        this.json = json;
        this.lines = lines;
    }

    /**
     * Passes over the object that begins at {@code start}, and counts its lines and columns.
     *
     * @return the index after the object; or {@link #TOKENIZE} if it does not end before {@code limit}, or has an escape that is
     *     to be written shorter: then lines have been counted in vain
     */
    int skim(byte[] bytes, int start, int limit) {
        if (copy.length < bytes.length) {
            copy = new byte[bytes.length];
        }
        byte[] target = copy;
        out = 0;
        int depth = 0;
        int line = start;
        int p = start;
        while (true) {
            byte c = bytes[p];
            if (c == '"') {
                p = string(bytes, p);
                if (p < 0) {
                    return TOKENIZE;
                }
                c = bytes[p];
                if (c == ':' || c == ',') {
                    target[out++] = c;
                    c = bytes[++p];
                }
            }
            if (c == '\n') {
                line = p + 1;
                lines.begin(line);
                p = Tokenizer.skipIndentation(bytes, line);
            } else if (c > ' ') {
                if (c != '"') {
                    target[out++] = c;
                    p++;
                    if (c == '{') {
                        depth++;
                    } else if (c == '}' && --depth == 0) {
                        return end(bytes, start, line, p);
                    }
                }
            } else if (p >= limit) {
                return TOKENIZE;
            } else {
                p++;
            }
        }
    }

    private int end(byte[] bytes, int start, int line, int end) {
        json.pass(bytes, start, end, copy, out);
        if (!endsLine(bytes, end)) {
            lines.count(Utf8.continuations(bytes, line, end));
        }
        return end;
    }

    /** Whether the next user is on another line, so that what stands before on this one is no part of its column. */
    private static boolean endsLine(byte[] bytes, int end) {
        return bytes[bytes[end] == ',' ? end + 1 : end] == '\n';
    }

    /** Copies a string, and returns the index after its closing quote. */
    private int string(byte[] bytes, int from) {
        byte[] target = copy;
        int o = out;
        target[o++] = '"';
        int p = from + 1;
        while (true) {
            long word = (long) LONGS.get(bytes, p);
            LONGS.set(target, o, word);
            long special = (((word ^ TWOS) - AFTER_SPACES) | ((word ^ BACKSLASHES) - ONES)) & ~word & HIGHS;
            if (special == 0) {
                p += Long.BYTES;
                o += Long.BYTES;
                continue;
            }
            int passed = (Long.numberOfTrailingZeros(special) >>> 3) + 1;
            p += passed;
            o += passed;
            if (bytes[p - 1] == '"') {
                out = o;
                return p;
            }
            byte escaped = bytes[p - 1] == '\\' ? bytes[p++] : (byte) 'u';
            if (escaped == 'u' || escaped == '/') {
                return TOKENIZE;
            }
            target[o++] = escaped;
        }
    }
}
