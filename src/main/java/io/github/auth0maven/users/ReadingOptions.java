package io.github.auth0maven.users;

import java.util.Optional;

/**
 * How users files are read.
 *
 * @param format how the users are written in them
 * @param export whether they are taken for exports of Auth0's, and whose users are read of such
 * @param placeholders the values of the placeholders in their texts, if these are to be replaced
 * @param gzip how far they may unpack, if they are gzipped
 * @param csv how those in CSV are read
 * @param hashes what is made of passwords and hashes that are not as Auth0 takes them, if anything
 */
public record ReadingOptions(
        UsersFormat format,
        ExportOptions export,
        Optional<Placeholders> placeholders,
        GzipLimits gzip,
        CsvOptions csv,
        Optional<HashReading> hashes) {

    /** Everything as it comes. */
    public static final ReadingOptions DEFAULT = new ReadingOptions(
            UsersFormat.AUTO,
            ExportOptions.of(ExportMode.AUTO),
            Optional.empty(),
            GzipLimits.DEFAULT,
            CsvOptions.DEFAULT,
            Optional.empty());

    /** With hashes as they are. */
    public ReadingOptions(
            UsersFormat format,
            ExportMode export,
            Optional<Placeholders> placeholders,
            GzipLimits gzip,
            CsvOptions csv) {
        this(format, ExportOptions.of(export), placeholders, gzip, csv, Optional.empty());
    }

    /** With CSV as its header says. */
    public ReadingOptions(UsersFormat format, ExportMode export, Optional<Placeholders> placeholders, GzipLimits gzip) {
        this(format, ExportOptions.of(export), placeholders, gzip, CsvOptions.DEFAULT, Optional.empty());
    }
}
