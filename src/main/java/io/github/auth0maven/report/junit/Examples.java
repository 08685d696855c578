package io.github.auth0maven.report.junit;

import io.github.auth0maven.report.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first failures of each code. */
final class Examples {

    private static final int OF_A_CODE = 20;

    private final Map<String, List<String>> first = new HashMap<>();

    void take(Failure failure) {
        List<String> ofCode = first.computeIfAbsent(failure.code(), code -> new ArrayList<>());
        if (ofCode.size() < OF_A_CODE) {
            ofCode.add(failure.toString());
        }
    }

    /** Each on a line of its own. */
    String of(String code) {
        return "\n" + String.join("\n", first.getOrDefault(code, List.of()));
    }
}
