package io.github.auth0maven.management;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The body of an answer up to a size; whoever sends more is no tenant, and is not to fill this machine's memory. */
final class BoundedAnswer extends FilterInputStream {

    private final long limit;
    private long read;

    BoundedAnswer(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        read += Math.max(0, count);
        if (read > limit) {
            throw new AnswerTooLargeException(String.format(Locale.ROOT, "answers with more than %,d bytes", limit));
        }
        return count;
    }
}
