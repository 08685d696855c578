package io.github.auth0maven.mojo.parameters;

import io.github.auth0maven.validation.WarningPolicy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads which warnings are to count as violations, and which are to be ignored. */
public final class WarningCodes {

    private static final String RAISED = "failOnWarnings";
    private static final String IGNORED = "ignoreWarnings";

    private WarningCodes() {}

    /**
     * What becomes of warnings.
     *
     * @param raised {@code true}, {@code false} or codes
     * @param ignored codes, or nothing
     */
    public static WarningPolicy read(String raised, @Nullable String ignored) throws MojoExecutionException {
        Set<String> ignoredCodes = ignored == null || ignored.isBlank() ? Set.of() : codes(IGNORED, "", ignored);
        if (raised.strip().equals("false")) {
            return new WarningPolicy(Set.of(), ignoredCodes);
        }
        if (raised.strip().equals("true")) {
            Set<String> others = new TreeSet<>(WarningPolicy.ALL_CODES);
            others.removeAll(ignoredCodes);
            return new WarningPolicy(others, ignoredCodes);
        }
        Set<String> raisedCodes = codes(RAISED, "true or false or ", raised);
        refuseBoth(raisedCodes, ignoredCodes);
        return new WarningPolicy(raisedCodes, ignoredCodes);
    }

    private static void refuseBoth(Set<String> raised, Set<String> ignored) throws MojoExecutionException {
        for (String code : raised) {
            if (ignored.contains(code)) {
                throw new MojoExecutionException(told(IGNORED) + code + " is named in " + RAISED + " (-Dauth0." + RAISED
                        + "), too; name it in one of them");
            }
        }
    }

    private static Set<String> codes(String name, String others, String list) throws MojoExecutionException {
        Set<String> codes = new LinkedHashSet<>();
        for (String written : list.split(",", -1)) {
            String code = written.strip();
            if (!WarningPolicy.ALL_CODES.contains(code)) {
                throw new MojoExecutionException(
                        told(name) + "\"" + code + "\" is not " + others + "the code of a warning; " + advice(code));
            }
            codes.add(code);
        }
        return codes;
    }

    private static String advice(String code) {
        return WarningPolicy.closest(code)
                .map(meant -> "did you mean \"" + meant + "\"?")
                .orElse("the codes are " + String.join(", ", new TreeSet<>(WarningPolicy.ALL_CODES)));
    }

    private static String told(String name) {
        return name + " (-Dauth0." + name + "): ";
    }
}
