package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.ManagementException;
import io.github.auth0maven.management.PrivateKeyFile;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Reads the credentials of a {@code <server>}, and decrypts that server alone. */
public final class ServerCredentials {

    private final SettingsDecryption decryption;

    ServerCredentials(SettingsDecrypter decrypter, Log log) {
        this(new SettingsDecryption(decrypter, log));
    }

    public ServerCredentials(SettingsDecryption decryption) {
        this.decryption = decryption;
    }

    /**
     * The credentials of the server, if it has any.
     *
     * @throws MojoExecutionException if they contradict each other or cannot be used, with what to do; never with a value
     */
    Optional<Credentials> of(ServerEntry entry) throws MojoExecutionException {
        Server server = entry.server();
        entry.refuseMisplaced("username", "password", "privateKey", "passphrase");
        Optional<String> username = entry.element("username", server.getUsername());
        Optional<String> key = entry.element("privateKey", server.getPrivateKey());
        boolean password = entry.element("password", server.getPassword()).isPresent();
        boolean passphrase = entry.element("passphrase", server.getPassphrase()).isPresent();
        if (password && key.isPresent()) {
            throw entry.wrong(
                    "has both a <password> and a <privateKey>, which contradict each other: remove one of them");
        }
        if (passphrase && key.isEmpty()) {
            throw entry.wrong("has a <passphrase> and no <privateKey> that it could be for: add the path of the key");
        }
        if (key.isPresent() && username.isEmpty()) {
            throw entry.wrong("has a <privateKey> and no <username>: put the application's client id there");
        }
        if (key.isPresent()) {
            return Optional.of(privateKey(entry, username.get(), entry.path("privateKey", key.get())));
        }
        if (!password && username.isPresent()) {
            throw entry.wrong(
                    "has no <password>: put the client secret there, or the path of the application's private key into"
                            + " <privateKey>");
        }
        return password ? Optional.of(password(entry, username)) : Optional.empty();
    }

    private Credentials password(ServerEntry entry, Optional<String> username) throws MojoExecutionException {
        Optional<String> password = decryption.password(entry.entry(), entry.server());
        if (password.isEmpty()) {
            throw entry.wrong("has no <password>");
        }
        return username.isPresent()
                ? new Credentials.ClientSecret(username.get(), password.get())
                : new Credentials.AccessToken(password.get());
    }

    private Credentials privateKey(ServerEntry entry, String clientId, Path file) throws MojoExecutionException {
        Optional<String> passphrase = decryption.passphrase(entry.entry(), entry.server());
        Credentials.Signing signing = signing(entry);
        try {
            return new Credentials.PrivateKeyJwt(clientId, PrivateKeyFile.read(file, passphrase), signing);
        } catch (ManagementException e) {
            throw new MojoExecutionException("<server> \"" + entry.server().getId() + "\": " + e.getMessage(), e);
        }
    }

    private static Credentials.Signing signing(ServerEntry entry) throws MojoExecutionException {
        Optional<SourcedValue> given = entry.setting("signingAlgorithm");
        for (Credentials.Signing each : Credentials.Signing.values()) {
            if (given.map(SourcedValue::value).orElse("RS256").equals(each.name())) {
                return each;
            }
        }
        throw entry.wrong("signingAlgorithm", "is none that Auth0 takes: write RS256, RS384 or PS256");
    }
}
