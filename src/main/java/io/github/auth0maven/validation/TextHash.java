package io.github.auth0maven.validation;

/** Makes a number of an identifier, the same for the same one. */
@FunctionalInterface
interface TextHash {

    /**
     * The number.
     *
     * @param text the identifier's text, in lower case if its case does not matter
     */
    long of(Identifier identifier, Text text);
}
