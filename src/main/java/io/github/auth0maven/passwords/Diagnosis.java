package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out how else a hash would have to be read for a known password to open it. */
final class Diagnosis {

    private Diagnosis() {}

    /** The nearest reading under which the password fits; empty if it fits under none, and then it may be the wrong password. */
    static Optional<Reading> of(KnownPassword password, ObjectNode hash) {
        // What takes much memory is tried one after the other.
        Stream<Reading> readings =
                TryMemory.of(hash) > 0 ? Readings.of(hash) : Readings.of(hash).parallel();
        Optional<Reading> found =
                readings.filter(reading -> reading.fits(password, hash)).findFirst();
        return found.isEmpty() && hash.path("algorithm").asText().equals("pbkdf2")
                ? Pbkdf2Readings.withAnyCount(hash, password)
                : found;
    }
}
