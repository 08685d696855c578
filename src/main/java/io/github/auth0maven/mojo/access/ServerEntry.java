package io.github.auth0maven.mojo.access;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** A {@code <server>} of settings.xml as Maven hands it out: interpolated, and, on Maven 3, not yet decrypted. */
final class ServerEntry {

    /** What Maven takes for encrypted; Maven 4 begins it with what it was encrypted by. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{.+}", Pattern.DOTALL);

    private final Server server;

    ServerEntry(Server server) {
        this.server = server;
    }

    Server server() {
        return server;
    }

    SettingsEntry entry() {
        return new SettingsEntry("server", String.valueOf(server.getId()));
    }

    /** What there is of an element that may be a secret. */
    Optional<String> element(String name, @Nullable String value) throws MojoExecutionException {
        return entry().element(name, value);
    }

    /** What its {@code <configuration>} holds under this name; that is no place for a secret. */
    Optional<SourcedValue> setting(String name) throws MojoExecutionException {
        Optional<String> value = secret(name);
        if (value.isPresent() && ENCRYPTED.matcher(value.get()).matches()) {
            throw wrong(
                    name,
                    "is encrypted, which Maven decrypts in <password> and <passphrase> alone: it is no secret,"
                            + " write it as it is");
        }
        return value.isPresent()
                ? Optional.of(new SourcedValue(value.get(), entry() + " of settings.xml"))
                : Optional.empty();
    }

    /** What its {@code <configuration>} holds under this name, as it stands there. */
    Optional<String> secret(String name) throws MojoExecutionException {
        Xpp3Dom child =
                server.getConfiguration() instanceof Xpp3Dom configuration ? configuration.getChild(name) : null;
        return element(name, child == null ? null : child.getValue());
    }

    /** Refuses elements that Maven knows itself, and that stand where nobody reads them. */
    void refuseMisplaced(String... names) throws MojoExecutionException {
        for (String name : names) {
            if (server.getConfiguration() instanceof Xpp3Dom configuration && configuration.getChild(name) != null) {
                throw wrong(name, "stands in its <configuration>, where it is not read: put it beside <id>");
            }
        }
    }

    /** The file whose path its {@code <configuration>} holds under this name. */
    Optional<Path> file(String name) throws MojoExecutionException {
        Optional<SourcedValue> given = setting(name);
        return given.isPresent() ? Optional.of(path(name, given.get().value())) : Optional.empty();
    }

    /** All files that it names, by the element that does. */
    Map<String, Path> files() throws MojoExecutionException {
        Map<String, Path> files = new LinkedHashMap<>();
        Optional<String> key = element("privateKey", server.getPrivateKey());
        if (key.isPresent()) {
            files.put("privateKey", path("privateKey", key.get()));
        }
        for (String name : List.of("caBundle", "trustStore")) {
            Optional<Path> file = file(name);
            if (file.isPresent()) {
                files.put(name, file.get());
            }
        }
        return files;
    }

    /** A path that an element holds; what it is relative to would be anybody's guess. */
    Path path(String element, String text) throws MojoExecutionException {
        if (text.contains("-----BEGIN ") || text.contains("PRIVATE KEY--")) {
            throw wrong(
                    element,
                    "holds the " + (element.equals("privateKey") ? "key" : "certificate")
                            + " itself: put it into a file, and the file's path there");
        }
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw wrong(element, "is no absolute path: write it from the root, or as ${user.home}/…");
    }

    MojoExecutionException wrong(String element, String what) {
        return entry().wrong(element, what);
    }

    MojoExecutionException wrong(String what) {
        return entry().wrong(what);
    }
}
