package io.github.auth0maven.users;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The hash by which names are told apart. */
final class NameHash {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private NameHash() {}

    /** Hashes the first eight bytes and the length; at least eight bytes must be readable after {@code from}. */
    static int of(byte[] bytes, int from, int length) {
        long head = (long) LONGS.get(bytes, from);
        if (length < Long.BYTES) {
            head &= (1L << (length * Byte.SIZE)) - 1;
        }
        long mixed = (head ^ length) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) ^ (int) (mixed >>> 15);
    }
}
