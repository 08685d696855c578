package io.github.auth0maven.users;

/** How a user is written in a file, as far as it spares a second pass to look for its tokens. */
enum Layout {
    /** Just as it is sent, and the line ends after it. */
    LINE,
    /** As programs indent JSON: see {@link Tokenizer#isIndented}. */
    INDENTED,
    OTHER
}
