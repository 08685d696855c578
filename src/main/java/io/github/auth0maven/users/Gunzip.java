package io.github.auth0maven.users;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip file (RFC 1952) of any number of members, within limits.
 *
 * <p>{@link java.util.zip.GZIPInputStream} takes whatever follows the first member and is no header for the end of the file:
 * users would be lost without a word.
 */
final class Gunzip implements ByteSource {

    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    /** Modification time, compression level and operating system. */
    private static final int UNUSED = 6;

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final String file;
    private final ByteSource packed;
    private final GzipLimits limits;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[Blocks.SIZE];
    private int from;
    private int limit;
    private long packedBytes;
    private long bytes;
    private boolean inMember;
    private boolean ended;

    Gunzip(String file, ByteSource packed, GzipLimits limits) {
        this.file = file;
        this.packed = packed;
        this.limits = limits;
    }

    /** Whether these are the first bytes of a gzip file. */
    static boolean begins(byte[] bytes, int size) {
        return size >= 2 && bytes[0] == MAGIC_1 && bytes[1] == (byte) MAGIC_2;
    }

    @Override
    public int read(byte[] target, int at) throws IOException {
        int size = 0;
        while (size < Blocks.SIZE && !ended) {
            if (inMember) {
                size += inflate(target, at + size, Blocks.SIZE - size);
            } else {
                ended = !beginMember();
            }
        }
        return size;
    }

    @Override
    public Pass pass() {
        return packed.pass();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }

    private int inflate(byte[] target, int at, int most) throws IOException {
        if (inflater.needsInput()) {
            if (from == limit && !fill()) {
                throw cutOff();
            }
            inflater.setInput(buffer, from, limit - from);
            from = limit;
        }
        int size;
        try {
            size = inflater.inflate(target, at, most);
        } catch (DataFormatException e) {
            throw damaged();
        }
        checksum.update(target, at, size);
        bytes += size;
        refuseTooLarge();
        if (inflater.finished()) {
            from = limit - inflater.getRemaining();
            endMember();
        } else if (inflater.needsDictionary()) {
            throw damaged();
        }
        return size;
    }

    private boolean beginMember() throws IOException {
        int first = readByte();
        if (first < 0) {
            return false;
        }
        if (first == 0) {
            passPadding();
            return false;
        }
        if (first != MAGIC_1 || need() != MAGIC_2) {
            throw failure(
                    "the gzip file goes on with something that is not gzip: was it put together of several files?");
        }
        passHeader();
        return true;
    }

    private void passHeader() throws IOException {
        if (need() != DEFLATE) {
            throw damaged();
        }
        int flags = need();
        skip(UNUSED);
        if ((flags & EXTRA) != 0) {
            skip(need() | need() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
    }

    private void endMember() throws IOException {
        long expected = number();
        long size = number();
        if (expected != checksum.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged();
        }
        inMember = false;
    }

    /** Zeros up to the end of the file, as tapes and tar leave them. */
    private void passPadding() throws IOException {
        int b;
        do {
            b = readByte();
        } while (b == 0);
        if (b > 0) {
            throw damaged();
        }
    }

    private void refuseTooLarge() throws UsersFileException {
        if (bytes > limits.bytes()) {
            throw failure("the gzip file unpacks to more than " + limits.bytes()
                    + " bytes; if that is meant, raise maxUnpackedSize (auth0.maxUnpackedSize)");
        }
        long consumed = packedBytes - (limit - from) - inflater.getRemaining();
        if (bytes > GzipLimits.HARMLESS && bytes / limits.ratio() > consumed) {
            throw failure("the gzip file unpacks to more than " + limits.ratio()
                    + " times its size; if that is meant, raise maxGzipRatio (auth0.maxGzipRatio)");
        }
    }

    private long number() throws IOException {
        return need() | need() << 8 | need() << 16 | (long) need() << 24;
    }

    private void skipText() throws IOException {
        while (need() != 0) {
            // up to the 0 that ends it
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            need();
        }
    }

    private int need() throws IOException {
        int b = readByte();
        if (b < 0) {
            throw cutOff();
        }
        return b;
    }

    private int readByte() throws IOException {
        return from < limit || fill() ? buffer[from++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        from = 0;
        limit = packed.read(buffer, 0);
        packedBytes += limit;
        return limit > 0;
    }

    private UsersFileException cutOff() {
        return failure("the gzip file ends in the middle; it seems to be cut off");
    }

    private UsersFileException damaged() {
        return failure("the gzip file is damaged; make it or fetch it again");
    }

    private UsersFileException failure(String problem) {
        return new UsersFileException(Position.ofWhole(file), problem);
    }
}
