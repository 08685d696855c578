package io.github.auth0maven.users;

/** An object without white space between its tokens, and with no escape that JSON does not need. */
final class ShortestForm {

    private final Json json;

    ShortestForm(Json json) {
        this.json = json;
    }

    /** How many bytes the object is longer in this form for its escapes alone; negative where it is shorter. */
    int escapesDifference() {
        int difference = 0;
        for (int token = Json.ROOT; token < json.tokens; token++) {
            if (json.isEscaped(token)) {
                int from = json.from(token);
                int to = json.to(token);
                difference += Escapes.shortestSize(json.bytes, from, to) - (to - from);
            }
        }
        return difference;
    }

    /** Writes the object, and returns the index after its last byte. */
    int write(byte[] target, int at) {
        int out = at;
        int written = json.start;
        for (int token = Json.ROOT; token < json.tokens; token++) {
            int from = json.from(token);
            int to = json.to(token);
            out = writePunctuation(written, from, target, out);
            written = from;
            if (json.isEscaped(token)) {
                out = Escapes.writeShortest(json.bytes, from, to, target, out);
                written = to;
            } else if (json.isLeaf(token)) {
                System.arraycopy(json.bytes, from, target, out, to - from);
                out += to - from;
                written = to;
            }
        }
        return writePunctuation(written, json.end, target, out);
    }

    private int writePunctuation(int from, int to, byte[] target, int at) {
        int out = at;
        for (int i = from; i < to; i++) {
            byte c = json.bytes[i];
            if (c > ' ') {
                target[out++] = c;
            }
        }
        return out;
    }
}
