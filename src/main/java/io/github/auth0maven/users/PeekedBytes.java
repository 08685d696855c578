package io.github.auth0maven.users;

import java.io.IOException;

/** Bytes whose first block can be looked at before it is read. */
final class PeekedBytes implements ByteSource {

    private final ByteSource bytes;
    private final byte[] head = new byte[Blocks.SIZE];
    private final int size;
    private boolean taken;

    PeekedBytes(ByteSource bytes) throws IOException {
        this.bytes = bytes;
        size = bytes.read(head, 0);
    }

    /** The first block, of which {@link #size} bytes are filled. */
    byte[] head() {
        return head;
    }

    int size() {
        return size;
    }

    @Override
    public int read(byte[] buffer, int at) throws IOException {
        if (taken) {
            return bytes.read(buffer, at);
        }
        taken = true;
        System.arraycopy(head, 0, buffer, at, size);
        return size;
    }

    @Override
    public Pass pass() {
        return bytes.pass();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
