package io.github.auth0maven.users;

import java.util.HashSet;
import java.util.Set;

/** Refuses a name that stands twice in an object. */
final class MemberNames {

    /** Up to this many names of an object are compared with each other; of a larger one, by a set at its end. */
    private static final int FEW = 64;

    private final Json json;

    /** How many names the object at hand has; the arrays keep what is known of those around it. */
    private int count;
    /** What the names' hashes have been, as two sets of 64 bits: a name that is in both may stand twice. */
    private long seen;

    private long alsoSeen;

    private final int[] outerCount = new int[Tokenizer.MAX_DEPTH + 1];
    private final long[] outerSeen = new long[Tokenizer.MAX_DEPTH + 1];
    private final long[] outerAlsoSeen = new long[Tokenizer.MAX_DEPTH + 1];

    MemberNames(Json json) {
        this.json = json;
    }

    /** An object or array opens at this depth. */
    void open(int depth) {
        outerCount[depth] = count;
        outerSeen[depth] = seen;
        outerAlsoSeen[depth] = alsoSeen;
        count = 0;
        seen = 0;
        alsoSeen = 0;
    }

    /** The object or array of this depth has closed. */
    void close(int container, int depth) throws MalformedJsonException {
        if (count > FEW) {
            refuseRepeated(container);
        }
        count = outerCount[depth];
        seen = outerSeen[depth];
        alsoSeen = outerAlsoSeen[depth];
    }

    /** The token that was added last is a name of this object. */
    void add(int object, int hash) throws MalformedJsonException {
        long bit = 1L << hash;
        long otherBit = 1L << (hash >>> 6);
        if ((seen & bit) != 0 && (alsoSeen & otherBit) != 0 && count < FEW) {
            refuseIfRepeated(object, json.tokens - 1, hash);
        }
        seen |= bit;
        alsoSeen |= otherBit;
        count++;
    }

    private void refuseIfRepeated(int object, int token, int hash) throws MalformedJsonException {
        for (int name = object + 1; name < token; name = json.after(name + 1)) {
            if (json.hash(name) == hash && json.sameText(name, token)) {
                throw repeated(token);
            }
        }
    }

    private void refuseRepeated(int object) throws MalformedJsonException {
        Set<String> all = new HashSet<>();
        for (int name = object + 1; name < json.after(object); name = json.after(name + 1)) {
            if (!all.add(json.text(name))) {
                throw repeated(name);
            }
        }
    }

    private MalformedJsonException repeated(int name) {
        return new MalformedJsonException(
                json.from(name) - 1,
                "the name " + EscapedText.text(json.text(name))
                        + " stands twice in this object; keep the one that is meant");
    }
}
