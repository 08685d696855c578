package io.github.auth0maven.mojo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** A {@code <server>} of settings.xml as Maven hands it out: interpolated, and, on Maven 3, not yet decrypted. */
final class ServerEntry {

    private static final Pattern UNSET = Pattern.compile("\\$\\{env\\.([^}]+)}");

    /** What Maven takes for encrypted; Maven 4 begins it with what it was encrypted by. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{.+}", Pattern.DOTALL);

    private final Server server;

    ServerEntry(Server server) {
        this.server = server;
    }

    Server server() {
        return server;
    }

    /** What there is of an element that may be a secret. */
    Optional<String> element(String name, @Nullable String value) throws MojoExecutionException {
        Matcher unset = UNSET.matcher(value == null ? "" : value);
        if (unset.find()) {
            throw wrong(
                    name,
                    "refers to the environment variable " + unset.group(1)
                            + ", which is not set: set it for this build");
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What its {@code <configuration>} holds under this name; that is no place for a secret. */
    Optional<Given> setting(String name) throws MojoExecutionException {
        Xpp3Dom child =
                server.getConfiguration() instanceof Xpp3Dom configuration ? configuration.getChild(name) : null;
        Optional<String> value = element(name, child == null ? null : child.getValue());
        if (value.isPresent() && ENCRYPTED.matcher(value.get()).matches()) {
            throw wrong(
                    name,
                    "is encrypted, which Maven decrypts in <password> and <passphrase> alone: it is no secret,"
                            + " write it as it is");
        }
        return value.map(text -> new Given(text, "<server> \"" + server.getId() + "\" of settings.xml"));
    }

    MojoExecutionException wrong(String element, String what) {
        return new MojoExecutionException(
                "The <" + element + "> of the <server> \"" + server.getId() + "\" in settings.xml " + what);
    }

    MojoExecutionException wrong(String what) {
        return new MojoExecutionException("The <server> \"" + server.getId() + "\" in settings.xml " + what);
    }
}
