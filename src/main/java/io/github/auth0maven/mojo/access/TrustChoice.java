package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.ManagementException;
import io.github.auth0maven.management.Trust;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Reads from the {@code <configuration>} of a {@code <server>} whose certificates are trusted beside those that the JDK trusts. */
public final class TrustChoice {

    private static final String PASSWORD = "trustStorePassword";

    private final SettingsDecryption decryption;
    private final Log log;

    public TrustChoice(SettingsDecryption decryption, Log log) {
        this.decryption = decryption;
        this.log = log;
    }

    /**
     * Who is trusted.
     *
     * @throws MojoExecutionException if a file that the server names cannot be read; never with its password
     */
    public Trust trust(Optional<ServerEntry> server) throws MojoExecutionException {
        if (server.isEmpty()) {
            return Trust.OF_JDK;
        }
        ServerEntry entry = server.get();
        Optional<Path> bundle = entry.file("caBundle");
        Optional<Path> store = entry.file("trustStore");
        Optional<String> password = entry.secret(PASSWORD);
        if (password.isPresent() && store.isEmpty()) {
            throw entry.wrong(
                    "has a <" + PASSWORD + "> and no <trustStore> that it could be for: add the path of the file");
        }
        Trust trust = Trust.OF_JDK;
        try {
            if (bundle.isPresent()) {
                trust = told(bundle.get(), Trust.alsoBundle(bundle.get()));
            }
            if (store.isPresent()) {
                Optional<String> opening = password.isPresent()
                        ? decryption.configured(entry.entry(), PASSWORD, password.get())
                        : Optional.empty();
                trust = trust.and(told(store.get(), Trust.alsoStore(store.get(), opening)));
            }
        } catch (ManagementException e) {
            throw new MojoExecutionException(entry.entry() + ": " + e.getMessage(), e);
        }
        return trust;
    }

    private Trust told(Path file, Trust trust) {
        log.info("Certificates trusted beside the JDK's: " + trust.additional() + " of " + file);
        return trust;
    }
}
