package io.github.auth0maven.users;

/** What stands between the cells of a CSV file. */
public enum CsvSeparator {
    /** Whichever of the others the header says. */
    AUTO(','),
    COMMA(','),
    /** What Excel writes where a comma is the decimal point. */
    SEMICOLON(';'),
    TAB('\t');

    final char character;

    CsvSeparator(char character) {
        this.character = character;
    }
}
