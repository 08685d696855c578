package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.CsvRecords.Cell;
import java.util.Arrays;

/** JSON in cells of a CSV file, each token with its place: in a quoted cell, a quote takes two characters. */
final class CsvJson {

    private static final int PADDING = 16;

    private final UserWriter writer;
    private final UserWriter.Origin origin;
    private final Json json = new Json();
    private final Tokenizer tokenizer = new Tokenizer(json, new Lines());

    CsvJson(UserWriter writer, UserWriter.Origin origin) {
        this.writer = writer;
        this.origin = origin;
    }

    /** Writes what the cell holds. */
    void write(String column, Cell cell, long index) throws UsersFileException {
        byte[] text = cell.text().getBytes(UTF_8);
        byte[] bytes = Arrays.copyOf(text, text.length + PADDING);
        try {
            int start = tokenizer.skipSpace(bytes, 0);
            int end = tokenizer.skipSpace(bytes, tokenizer.tokenize(bytes, start, text.length, true));
            if (end < text.length) {
                throw new MalformedJsonException(end, "nothing may follow the JSON value");
            }
        } catch (MalformedJsonException e) {
            throw new UsersFileException(
                    origin.of(new Cursor(cell, bytes).place(e.at()), index),
                    column + ": a cell of this column holds JSON: " + problem(e));
        }
        Cursor cursor = new Cursor(cell, bytes);
        writer.copy(json, Json.ROOT, token -> {
            Json.Kind kind = json.kind(token);
            boolean quoted = kind == Json.Kind.STRING || kind == Json.Kind.NAME;
            return cursor.place(json.from(token) - (quoted ? 1 : 0));
        });
    }

    /** Without what was found: it may be a hash that stands where an object should. */
    private static String problem(MalformedJsonException e) {
        return e.problem()
                .replaceFirst("(?s), found .*", "")
                .replaceFirst("^the file ends in the middle of a user", "the cell ends too early");
    }

    /** Whether the text is an object or an array of JSON. */
    static boolean isObjectOrArray(String text) {
        String plain = text.strip();
        if (!plain.startsWith("{") && !plain.startsWith("[")) {
            return false;
        }
        byte[] written = plain.getBytes(UTF_8);
        try {
            Tokenizer tokenizer = new Tokenizer(new Json(), new Lines());
            return tokenizer.tokenize(Arrays.copyOf(written, written.length + PADDING), 0, written.length, true)
                    == written.length;
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    /** Goes through a cell once, telling places on the way. */
    private static final class Cursor {

        private final byte[] bytes;
        private final int quote;
        private int at;
        private long line;
        private long column;

        Cursor(Cell cell, byte[] bytes) {
            this.bytes = bytes;
            quote = cell.quoted() ? 1 : 0;
            line = cell.line();
            column = cell.column() + quote;
        }

        /** The place of an index, which is not before the one asked for last. */
        long place(int index) {
            for (; at < index; at++) {
                if (bytes[at] == '\n') {
                    line++;
                    column = 1;
                } else if ((bytes[at] & 0xC0) != 0x80) {
                    column += bytes[at] == '"' ? 1 + quote : 1;
                }
            }
            return UserWriter.place(line, column);
        }
    }
}
