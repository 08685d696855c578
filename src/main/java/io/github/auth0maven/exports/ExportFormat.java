package io.github.auth0maven.exports;

/** What an export becomes. */
public enum ExportFormat {
    /** A users file, a JSON array, that an import takes. */
    USERS("json"),
    /** What Auth0 gives: a user on each line. */
    NDJSON("ndjson"),
    /** What Auth0 gives as CSV. */
    CSV("csv");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** What the name of such a file ends with. */
    public String extension() {
        return extension;
    }
}
