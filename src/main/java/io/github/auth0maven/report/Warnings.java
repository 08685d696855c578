package io.github.auth0maven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The warnings of an import: all of them counted, and the first of each kind kept, however many there are. */
final class Warnings {

    private static final int KEPT_OF_A_KIND = 10;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Violation> first = new ArrayList<>();

    void add(Violation warning) {
        if (counts.merge(warning.code(), 1L, Long::sum) <= KEPT_OF_A_KIND) {
            first.add(warning);
        }
    }

    /** How many there are of each code. */
    Map<String, Long> counts() {
        return counts;
    }

    List<Failure> first() {
        return first.stream().map(Failure::of).toList();
    }

    /** Writes those that were kept as failures are written. */
    void writeTo(JsonGenerator json) throws IOException {
        for (Violation warning : first) {
            FailureLog.write(Failure.of(warning), json);
        }
    }
}
