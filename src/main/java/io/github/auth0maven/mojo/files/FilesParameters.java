package io.github.auth0maven.mojo.files;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of every goal that reads users files, as Maven has set them. */
public record FilesParameters(String usersFile, @Nullable List<UsersFileSet> usersFiles, Reading reading, Gzip gzip) {

    /** How they are read. */
    public record Reading(String format, Export export, String filtering, Csv csv, Passwords passwords) {}

    /** How exports are. */
    public record Export(String export, @Nullable String exportConnections) {}

    /** What is made of passwords and their hashes. */
    public record Passwords(String hashes, String hashPasswords) {}

    /** How those in CSV are. */
    public record Csv(String csvSeparator, @Nullable Map<String, @Nullable String> columns) {}

    /** How far gzipped ones may unpack. */
    public record Gzip(String maxGzipRatio, String maxUnpackedSize) {}
}
