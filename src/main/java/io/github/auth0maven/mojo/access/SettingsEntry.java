package io.github.auth0maven.mojo.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The name of an entry of settings.xml, and what to say of its elements; never what they hold.
 *
 * @param kind {@code server} or {@code proxy}
 */
record SettingsEntry(String kind, String id) {

    private static final Pattern UNSET = Pattern.compile("\\$\\{env\\.([^}]+)}");

    /** What there is of an element that may be a secret. */
    Optional<String> element(String name, @Nullable String value) throws MojoExecutionException {
        Matcher unset = UNSET.matcher(value == null ? "" : value);
        if (unset.find()) {
            throw wrong(
                    name,
                    "refers to the environment variable " + unset.group(1)
                            + ", which is not set: set it for this build");
        }
        return SourcedValue.text(value);
    }

    MojoExecutionException wrong(String element, String what) {
        return new MojoExecutionException("The <" + element + "> of the " + this + " in settings.xml " + what);
    }

    MojoExecutionException wrong(String what) {
        return new MojoExecutionException("The " + this + " in settings.xml " + what);
    }

    @Override
    public String toString() {
        return "<" + kind + "> \"" + id + "\"";
    }
}
