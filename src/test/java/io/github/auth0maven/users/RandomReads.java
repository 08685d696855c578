package io.github.auth0maven.users;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/** A stream that gives some of what it is asked for, as a pipe does. */
final class RandomReads extends InputStream {

    private final ByteArrayInputStream bytes;
    private final Random random;

    RandomReads(byte[] bytes, long seed) {
        this.bytes = new ByteArrayInputStream(bytes);
        random = new Random(seed);
    }

    @Override
    public int read() {
        return bytes.read();
    }

    @Override
    public int read(byte[] target, int at, int length) {
        return bytes.read(target, at, length == 0 ? 0 : 1 + random.nextInt(Math.min(length, 100_000)));
    }
}
