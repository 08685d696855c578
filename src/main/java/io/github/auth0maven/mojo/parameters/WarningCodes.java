package io.github.auth0maven.mojo.parameters;

import io.github.auth0maven.validation.RaisedWarnings;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads which warnings are to count as violations. */
public final class WarningCodes {

    private WarningCodes() {}

    public static RaisedWarnings read(String name, String value) throws MojoExecutionException {
        Set<String> codes = new LinkedHashSet<>();
        for (String code : value.split(",", -1)) {
            codes.add(code.strip());
        }
        if (codes.equals(Set.of("true"))) {
            return RaisedWarnings.ALL;
        }
        if (codes.equals(Set.of("false"))) {
            return RaisedWarnings.NONE;
        }
        for (String code : codes) {
            if (!RaisedWarnings.ALL_CODES.contains(code)) {
                throw new MojoExecutionException(name + " (-Dauth0." + name + "): \"" + code
                        + "\" is not true or false or the code of a warning; the codes are "
                        + String.join(", ", new TreeSet<>(RaisedWarnings.ALL_CODES)));
            }
        }
        return new RaisedWarnings(codes);
    }
}
