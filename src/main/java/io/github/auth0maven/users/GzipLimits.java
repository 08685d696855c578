package io.github.auth0maven.users;

/**
 * How far a gzipped users file may unpack; a larger one is refused, for such files are made to exhaust a machine.
 *
 * @param ratio how many times as large as it is packed; not looked at below {@value #HARMLESS} bytes
 * @param bytes how large at all
 */
public record GzipLimits(int ratio, long bytes) {

    /** What no honest users file goes beyond. */
    public static final GzipLimits DEFAULT = new GzipLimits(200, 16L << 30);

    static final int HARMLESS = 16 << 20;

    public GzipLimits {
        if (ratio < 1 || bytes < 1) {
            throw new IllegalArgumentException("ratio " + ratio + ", bytes " + bytes);
        }
    }
}
