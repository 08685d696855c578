package io.github.auth0maven.users;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A users file's bytes in blocks of {@value #SIZE}, each taken into a fingerprint or compared with one taken before. */
final class Blocks implements Closeable {

    static final int SIZE = 1 << 18;

    private final String file;
    private final InputStream in;
    private final @Nullable Fingerprint expected;
    private final Fingerprint seen = new Fingerprint();
    private final CRC32C checksum = new CRC32C();
    private int blocks;

    Blocks(String file, InputStream in, @Nullable Fingerprint expected) {
        this.file = file;
        this.in = in;
        this.expected = expected;
    }

    /**
     * Reads the next block.
     *
     * @return the number of bytes read; less than {@link #SIZE} at the end of the file only, then 0
     * @throws UsersFileChangedException if these are not the bytes that the expected fingerprint was taken of
     */
    int read(byte[] buffer, int at) throws IOException {
        int bytes = in.readNBytes(buffer, at, SIZE);
        if (bytes > 0) {
            checksum.reset();
            checksum.update(buffer, at, bytes);
            int value = (int) checksum.getValue();
            if (expected != null && !expected.hasBlock(blocks, value)) {
                throw new UsersFileChangedException(file);
            }
            blocks++;
            seen.add(value, bytes);
        }
        if (bytes < SIZE && expected != null && !expected.hasEnd(blocks, seen.length())) {
            throw new UsersFileChangedException(file);
        }
        return bytes;
    }

    Fingerprint fingerprint() {
        return seen;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
