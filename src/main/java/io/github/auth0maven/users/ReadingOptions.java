package io.github.auth0maven.users;

/**
 * How users files are read.
 *
 * @param format how the users are written in them
 * @param export whether they are taken for exports of Auth0's
 * @param gzip how far they may unpack, if they are gzipped
 */
public record ReadingOptions(UsersFormat format, ExportMode export, GzipLimits gzip) {

    /** Everything as it comes. */
    public static final ReadingOptions DEFAULT =
            new ReadingOptions(UsersFormat.AUTO, ExportMode.AUTO, GzipLimits.DEFAULT);
}
