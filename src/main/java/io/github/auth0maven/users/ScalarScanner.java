package io.github.auth0maven.users;

/** Finds where numbers, {@code true}, {@code false} and {@code null} end. */
final class ScalarScanner {

    private final JsonInput input;
    private final Json json;

    ScalarScanner(JsonInput input, Json json) {
        this.input = input;
        this.json = json;
    }

    /** Takes the value that begins with this byte, and returns the index after it. */
    int scan(int p, byte c) throws MalformedJsonException {
        if (c == '-' || (c >= '0' && c <= '9')) {
            return number(p);
        }
        return switch (c) {
            case 't' -> literal(p, "true", Json.TRUE);
            case 'f' -> literal(p, "false", Json.FALSE);
            case 'n' -> literal(p, "null", Json.NULL);
            default -> input.fail(p, "a value");
        };
    }

    private int literal(int p, String word, byte kind) throws MalformedJsonException {
        for (int i = 1; i < word.length(); i++) {
            if (input.bytes[p + i] != word.charAt(i)) {
                return input.fail(p, "a value", input.atEnd(p + i) ? p + i : p);
            }
        }
        json.add(kind, p, p + word.length());
        return p + word.length();
    }

    private int number(int from) throws MalformedJsonException {
        byte[] bytes = input.bytes;
        int p = whole(from);
        if (p >= 0 && bytes[p] == '.') {
            p = digits(from, p + 1, "a digit after the decimal point");
        }
        if (p >= 0 && (bytes[p] | 0x20) == 'e') {
            int exponent = bytes[p + 1] == '+' || bytes[p + 1] == '-' ? p + 2 : p + 1;
            p = digits(from, exponent, "a digit in the exponent");
        }
        if (p >= 0) {
            json.add(Json.NUMBER, from, p);
        }
        return p;
    }

    private int whole(int from) throws MalformedJsonException {
        int first = input.bytes[from] == '-' ? from + 1 : from;
        int end = digits(from, first, "a digit after the minus sign");
        if (input.bytes[first] == '0' && end > first + 1) {
            throw new MalformedJsonException(
                    from, "a number must not begin with 0; if it is a text, put it in double quotes");
        }
        return end;
    }

    /** Passes digits, of which at least one has to be here. */
    private int digits(int number, int from, String expected) throws MalformedJsonException {
        int p = from;
        while (input.bytes[p] >= '0' && input.bytes[p] <= '9') {
            p++;
        }
        return p == from ? input.fail(number, expected, p) : p;
    }
}
