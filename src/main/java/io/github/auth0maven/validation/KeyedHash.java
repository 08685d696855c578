package io.github.auth0maven.validation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;

/**
 * A hash of 64 bits under a key drawn at random, so that no file can be made to collide on purpose without knowing it; eight
 * bytes at a time, each folded in by a multiplication of 128 bits.
 */
final class KeyedHash implements TextHash {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long start;
    private final long key;

    KeyedHash(RandomGenerator random) {
        start = random.nextLong();
        key = random.nextLong() | 1;
    }

    @Override
    public long of(Identifier identifier, Text text) {
        int p = text.from;
        int rest = text.size();
        long hash = fold(start ^ rest, key + identifier.attribute * 2L);
        while (rest >= Long.BYTES) {
            hash = fold(hash ^ (long) LONGS.get(text.bytes, p), key);
            p += Long.BYTES;
            rest -= Long.BYTES;
        }
        long last = (long) LONGS.get(text.bytes, p) & ((1L << (rest * Byte.SIZE)) - 1);
        return fold(fold(hash ^ last, key) ^ start, 0x9E3779B97F4A7C15L);
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b) ^ Long.rotateLeft(a, 32);
    }
}
