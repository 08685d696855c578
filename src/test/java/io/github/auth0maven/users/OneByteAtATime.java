package io.github.auth0maven.users;

import java.io.ByteArrayInputStream;

/** A stream that never gives more than one byte, however many it is asked for. */
final class OneByteAtATime extends ByteArrayInputStream {

    OneByteAtATime(byte[] bytes) {
        super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int at, int length) {
        return super.read(target, at, Math.min(1, length));
    }

    @Override
    public int readNBytes(byte[] target, int at, int length) {
        int read = 0;
        while (read < length && read(target, at + read, length - read) > 0) {
            read++;
        }
        return read;
    }
}
