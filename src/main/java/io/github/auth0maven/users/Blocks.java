package io.github.auth0maven.users;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A users file's bytes in blocks of {@value #SIZE}, each taken into a fingerprint or compared with one taken before. */
final class Blocks implements ByteSource {

    /** Small enough for what the kernel copies to be in the processor's cache when it is read; with 256 KiB it was not. */
    static final int SIZE = 1 << 16;

    private final String file;
    private final InputStream in;
    private final Pass pass;
    private final boolean last;
    private final CRC32C checksum = new CRC32C();
    private boolean ended;

    Blocks(String file, InputStream in, @Nullable Fingerprint expected) {
        this(file, in, new Pass(expected), true);
    }

    /**
     * @param last whether no other file follows in this pass
     */
    Blocks(String file, InputStream in, Pass pass, boolean last) {
        this.file = file;
        this.in = in;
        this.pass = pass;
        this.last = last;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UsersFileChangedException if these are not the bytes that the expected fingerprint was taken of
     */
    @Override
    public int read(byte[] buffer, int at) throws IOException {
        if (ended) {
            return 0;
        }
        int bytes = in.readNBytes(buffer, at, SIZE);
        if (bytes > 0) {
            checksum.reset();
            checksum.update(buffer, at, bytes);
            pass.block(file, (int) checksum.getValue(), bytes);
        }
        if (bytes < SIZE) {
            ended = true;
            if (last) {
                pass.end(file);
            } else {
                pass.next(file);
            }
        }
        return bytes;
    }

    @Override
    public Pass pass() {
        return pass;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
