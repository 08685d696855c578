package io.github.auth0maven.validation;

import java.util.random.RandomGenerator;

/**
 * How the identifiers of a file are compared.
 *
 * @param hash finds the candidates
 * @param check tells whether they are the same, independently of the hash
 * @param numbersInMemory so many numbers of any kind of record are kept in memory
 * @param atOnce so many identifiers are compared at once
 */
record Comparison(TextHash hash, TextHash check, int numbersInMemory, int atOnce) {

    static Comparison withKeysFrom(RandomGenerator random) {
        return new Comparison(
                new KeyedHash(random),
                new KeyedHash(random),
                Tuning.numbersInMemory(Runtime.getRuntime().maxMemory()),
                Tuning.COMPARED_AT_ONCE);
    }
}
