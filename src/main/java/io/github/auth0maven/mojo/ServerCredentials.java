package io.github.auth0maven.mojo;

import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.ManagementException;
import io.github.auth0maven.management.PrivateKeyFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Reads the credentials of a {@code <server>}, and decrypts that server alone. */
final class ServerCredentials {

    /**
     * What an encrypted value looks like: all of it in braces, or, with a remark around it, base64 of some length in them. A
     * password that merely holds braces is none, although Maven tries to decrypt it.
     */
    private static final Pattern ENCRYPTED =
            Pattern.compile("\\{.*}|.*\\{(\\[.*|[A-Za-z0-9+/]{16,}={0,2})}.*", Pattern.DOTALL);

    private final SettingsDecrypter decrypter;
    private final Log log;

    ServerCredentials(SettingsDecrypter decrypter, Log log) {
        this.decrypter = decrypter;
        this.log = log;
    }

    /**
     * The credentials of the server, if it has any.
     *
     * @throws MojoExecutionException if they contradict each other or cannot be used, with what to do; never with a value
     */
    Optional<Credentials> of(ServerEntry entry) throws MojoExecutionException {
        Server server = entry.server();
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
            return Optional.of(privateKey(entry, username.get(), path(entry, key.get())));
        }
        if (!password && username.isPresent()) {
            throw entry.wrong(
                    "has no <password>: put the client secret there, or the path of the application's private key into"
                            + " <privateKey>");
        }
        return password ? Optional.of(password(entry, username)) : Optional.empty();
    }

    private Credentials password(ServerEntry entry, Optional<String> username) throws MojoExecutionException {
        String password =
                decrypted(entry, "password", decrypt(entry)).orElseThrow(() -> entry.wrong("has no <password>"));
        return username.<Credentials>map(id -> new Credentials.ClientSecret(id, password))
                .orElseGet(() -> new Credentials.AccessToken(password));
    }

    private Credentials privateKey(ServerEntry entry, String clientId, Path file) throws MojoExecutionException {
        Optional<String> passphrase = decrypted(entry, "passphrase", decrypt(entry));
        Credentials.Signing signing = signing(entry);
        try {
            return new Credentials.PrivateKeyJwt(clientId, PrivateKeyFile.read(file, passphrase), signing);
        } catch (ManagementException e) {
            throw new MojoExecutionException("<server> \"" + entry.server().getId() + "\": " + e.getMessage(), e);
        }
    }

    private static Credentials.Signing signing(ServerEntry entry) throws MojoExecutionException {
        Optional<Given> given = entry.setting("signingAlgorithm");
        for (Credentials.Signing each : Credentials.Signing.values()) {
            if (given.map(Given::value).orElse("RS256").equals(each.name())) {
                return each;
            }
        }
        throw entry.wrong("signingAlgorithm", "is none that Auth0 takes: write RS256, RS384 or PS256");
    }

    private static Path path(ServerEntry entry, String text) throws MojoExecutionException {
        if (text.contains("PRIVATE KEY--")) {
            throw entry.wrong("privateKey", "holds the key itself: put it into a file, and the file's path there");
        }
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw entry.wrong("privateKey", "is no absolute path: write it from the root, or as ${user.home}/…");
    }

    private SettingsDecryptionResult decrypt(ServerEntry entry) {
        return decrypter.decrypt(new DefaultSettingsDecryptionRequest(entry.server()));
    }

    private Optional<String> decrypted(ServerEntry entry, String element, SettingsDecryptionResult result)
            throws MojoExecutionException {
        Server server = result.getServer();
        @Nullable String value = element.equals("password") ? server.getPassword() : server.getPassphrase();
        Optional<String> text = Optional.ofNullable(value).map(String::strip).filter(t -> !t.isEmpty());
        boolean isProblem = result.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
        if (isProblem && text.isPresent() && ENCRYPTED.matcher(text.get()).matches()) {
            throw entry.wrong(
                    element,
                    "is encrypted and cannot be decrypted: check settings-security.xml, or encrypt it"
                            + " again with mvn --encrypt-password, on this machine and with this version of Maven");
        }
        if (isProblem) {
            log.debug("Maven has a problem with decrypting the <server> \"" + server.getId()
                    + "\" in settings.xml; its <" + element + "> does not look encrypted and is taken as it is");
        }
        return text;
    }
}
