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

    /** The reading of the users files that this is part of. */
    Pass pass();
}
