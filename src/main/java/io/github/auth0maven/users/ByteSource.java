package io.github.auth0maven.users;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a users file, in blocks of {@value Blocks#SIZE}. */
interface ByteSource extends Closeable {

    /**
     * Reads the next block.
     *
     * @return the number of bytes read; less than {@link Blocks#SIZE} at the end only, then 0
     */
    int read(byte[] buffer, int at) throws IOException;

    /** Whether all of them have been read as users before, and are compared with what they were then. */
    boolean areRepeated();

    /** What the bytes of the file itself are, as far as they have been read. */
    Fingerprint fingerprint();
}
