package io.github.auth0maven.mojo.access;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Decrypts what is asked for in settings.xml, and nothing else there; what cannot be decrypted is never taken for what it hides. */
public final class SettingsDecryption {

    /**
     * What an encrypted value looks like: all of it in braces, or, with a remark around it, base64 of some length in them. A
     * password that merely holds braces is none, although Maven tries to decrypt it.
     */
    private static final Pattern ENCRYPTED =
            Pattern.compile("\\{.*}|.*\\{(\\[.*|[A-Za-z0-9+/]{16,}={0,2})}.*", Pattern.DOTALL);

    private final SettingsDecrypter decrypter;
    private final Log log;

    public SettingsDecryption(SettingsDecrypter decrypter, Log log) {
        this.decrypter = decrypter;
        this.log = log;
    }

    Optional<String> password(SettingsEntry entry, Server server) throws MojoExecutionException {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        return checked(entry, "password", result.getServer().getPassword(), result);
    }

    Optional<String> passphrase(SettingsEntry entry, Server server) throws MojoExecutionException {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        return checked(entry, "passphrase", result.getServer().getPassphrase(), result);
    }

    Optional<String> password(SettingsEntry entry, Proxy proxy) throws MojoExecutionException {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        return checked(entry, "password", result.getProxy().getPassword(), result);
    }

    /** A value of a {@code <configuration>}, which Maven 3 does not decrypt by itself: it is given to it as a password. */
    Optional<String> configured(SettingsEntry entry, String element, String value) throws MojoExecutionException {
        Server carrier = new Server();
        carrier.setId(entry.id());
        carrier.setPassword(value);
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(carrier));
        return checked(entry, element, result.getServer().getPassword(), result);
    }

    private Optional<String> checked(
            SettingsEntry entry, String element, @Nullable String value, SettingsDecryptionResult result)
            throws MojoExecutionException {
        Optional<String> text = SourcedValue.text(value);
        boolean isProblem = false;
        for (SettingsProblem problem : result.getProblems()) {
            isProblem |= problem.getSeverity() != SettingsProblem.Severity.WARNING;
        }
        if (isProblem && text.isPresent() && ENCRYPTED.matcher(text.get()).matches()) {
            throw entry.wrong(
                    element,
                    "is encrypted and cannot be decrypted: check settings-security.xml, or encrypt it"
                            + " again with mvn --encrypt-password, on this machine and with this version of Maven");
        }
        if (isProblem) {
            log.debug("Maven has a problem with decrypting the " + entry + " in settings.xml; its <" + element
                    + "> does not look encrypted and is taken as it is");
        }
        return text;
    }
}
