package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lists of users, of every form that JSON allows, made by chance from a seed. */
final class Documents {

    private static final String[] SPACES = {"", "", "", " ", "\n", "\r\n", "\t", " \n\t \r\n  "};
    private static final String[] NAMES = {
        "email",
        "name",
        "a",
        "\\u0061",
        "é",
        "\\u00e9",
        "b",
        "日本語",
        "\\ud83d\\ude00",
        "",
        "a\\/b",
        "user_id",
        "app_metadata"
    };
    private static final String[] PIECES = {
        "a",
        "Jane",
        " ",
        "é",
        "ß",
        "日本",
        "😀",
        "\u007f",
        "\u2028",
        "\\n",
        "\\t",
        "\\r",
        "\\b",
        "\\f",
        "\\\\",
        "\\\"",
        "\\/",
        "\\u0041",
        "\\u00e9",
        "\\u00E9",
        "\\u20ac",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\ude00",
        "\\u0000",
        "\\u001f",
        "\\u0022",
        "\\u005c",
        "\\u000a",
        "\\u2029",
        "12345678",
        "{",
        "[1,2]",
        "\\\": ",
        "//"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "-1",
        "42",
        "1.10",
        "1e400",
        "-1E-400",
        "0.0",
        "0e0",
        "1e+5",
        "123456789012345678901234567890",
        "0.30000000000000000000000000000001",
        "1E5",
        "2147483648",
        "-9223372036854775809"
    };

    private final Random random;
    private boolean dense;

    private Documents(long seed) {
        random = new Random(seed);
    }

    /** A list of a few users, valid unless a name happens to stand twice in an object. */
    static byte[] any(long seed) {
        return new Documents(seed).list(4).getBytes(UTF_8);
    }

    /** The same, laid out as programs do it, but for a place of white space in {@code oddities}. */
    static byte[] indented(long seed, int oddities) {
        Documents documents = new Documents(seed);
        documents.dense = true;
        return documents.indented(documents.list(4), oddities).getBytes(UTF_8);
    }

    private String indented(String list, int oddities) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            boolean opens = !inString && (c == '{' || c == '[');
            boolean closes = !inString && (c == '}' || c == ']');
            depth -= closes ? 1 : 0;
            if (closes && "{[".indexOf(list.charAt(i - 1)) < 0) {
                text.append(oddities(oddities, "\n" + "  ".repeat(depth)));
            }
            text.append(c);
            depth += opens ? 1 : 0;
            if (inString && c == '\\') {
                text.append(list.charAt(++i));
            } else if (c == '"') {
                inString = !inString;
            } else if ((opens && "}]".indexOf(list.charAt(i + 1)) < 0) || (!inString && c == ',')) {
                text.append(oddities(oddities, "\n" + "  ".repeat(depth)));
            } else if (!inString && c == ':') {
                text.append(oddities(oddities, " "));
            }
        }
        return text.toString();
    }

    private String oddities(int oddities, String space) {
        return random.nextInt(oddities) == 0 ? SPACES[random.nextInt(SPACES.length)] : space;
    }

    /** The document with up to three bytes or runs of bytes replaced, left out, repeated or put in. */
    static byte[] mutated(byte[] document, long seed) {
        Random random = new Random(seed);
        byte[] mutated = document;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            mutated = mutated(mutated, random);
        }
        return mutated;
    }

    private static byte[] mutated(byte[] document, Random random) {
        List<Byte> bytes = new ArrayList<>(document.length + 8);
        for (byte b : document) {
            bytes.add(b);
        }
        int at = random.nextInt(document.length + 1);
        int end = Math.min(document.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 8 : 1));
        List<Byte> run = bytes.subList(Math.min(at, end), end);
        switch (random.nextInt(6)) {
            case 0 -> run.clear();
            case 1 -> bytes.addAll(at, List.copyOf(run));
            case 2 -> run.replaceAll(b -> (byte) (b ^ 1 << random.nextInt(8)));
            case 3 -> run.replaceAll(b -> interesting(random));
            case 4 -> bytes.add(at, interesting(random));
            default -> bytes.subList(end, bytes.size()).clear();
        }
        byte[] mutated = new byte[bytes.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }

    private static byte interesting(Random random) {
        String likely = "\"\"\\\\{}[],,::  0019-+.eEtfnu/\n\r\tabx";
        return random.nextInt(5) == 0
                ? (byte) random.nextInt(256)
                : (byte) likely.charAt(random.nextInt(likely.length()));
    }

    private String list(int most) {
        StringBuilder list = new StringBuilder(space()).append('[').append(space());
        for (int users = random.nextInt(most + 1), i = 0; i < users; i++) {
            list.append(i == 0 ? "" : "," + space()).append(object(0)).append(space());
        }
        return list.append(']').append(space()).toString();
    }

    private String object(int depth) {
        StringBuilder object = new StringBuilder("{").append(space());
        for (int members = random.nextInt(4), i = 0; i < members; i++) {
            object.append(i == 0 ? "" : "," + space())
                    .append('"')
                    .append(name())
                    .append('"')
                    .append(space())
                    .append(':')
                    .append(space())
                    .append(value(depth + 1))
                    .append(space());
        }
        return object.append('}').toString();
    }

    private String array(int depth) {
        StringBuilder array = new StringBuilder("[").append(space());
        for (int items = random.nextInt(4), i = 0; i < items; i++) {
            array.append(i == 0 ? "" : "," + space()).append(value(depth + 1)).append(space());
        }
        return array.append(']').toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 8)) {
            case 0, 1 -> '"' + text() + '"';
            case 2 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 3 -> "true";
            case 4 -> "false";
            case 5 -> "null";
            case 6 -> object(depth);
            default -> array(depth);
        };
    }

    /** Without halves of surrogate pairs, which Jackson takes in values only. */
    private String name() {
        return random.nextInt(8) == 0
                ? NAMES[random.nextInt(NAMES.length)]
                : text().replaceAll("\\\\ud83d(?!\\\\ude00)|(?<!\\\\ud83d)\\\\ude00", "") + random.nextInt(1000);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String space() {
        return dense ? "" : SPACES[random.nextInt(SPACES.length)];
    }
}
