package io.github.auth0maven.users;

import java.util.Optional;

/**
 * How users files are read.
 *
 * @param format how the users are written in them
 * @param export whether they are taken for exports of Auth0's
 * @param placeholders the values of the placeholders in their texts, if these are to be replaced
 * @param gzip how far they may unpack, if they are gzipped
 * @param csv how those in CSV are read
 */
public record ReadingOptions(
        UsersFormat format, ExportMode export, Optional<Placeholders> placeholders, GzipLimits gzip, CsvOptions csv) {

    /** Everything as it comes. */
    public static final ReadingOptions DEFAULT = new ReadingOptions(
            UsersFormat.AUTO, ExportMode.AUTO, Optional.empty(), GzipLimits.DEFAULT, CsvOptions.DEFAULT);

    /** With CSV as its header says. */
    public ReadingOptions(UsersFormat format, ExportMode export, Optional<Placeholders> placeholders, GzipLimits gzip) {
        this(format, export, placeholders, gzip, CsvOptions.DEFAULT);
    }
}
