package io.github.auth0maven.users;

import java.util.Arrays;

/** The JSON of a user that was kept somewhere else in between; one object for many of them, one after the other. */
public final class KeptUser {

    /** Behind the last byte: see {@link Tokenizer}. */
    private static final int PADDING = 16;

    private final Json json = new Json();
    private final Tokenizer tokenizer = new Tokenizer(json, new Lines());
    private byte[] bytes = new byte[1 << 12];

    /** Takes a user up again, as {@link User#writeTo} has written it; valid until the next one. */
    public Json read(byte[] kept, int at, int length) {
        if (bytes.length < length + PADDING) {
            bytes = new byte[2 * length + PADDING];
        }
        System.arraycopy(kept, at, bytes, 0, length);
        Arrays.fill(bytes, length, length + PADDING, (byte) 0);
        try {
            tokenizer.tokenize(bytes, 0, length, true);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("it was JSON when it was kept", e);
        }
        return json;
    }
}
