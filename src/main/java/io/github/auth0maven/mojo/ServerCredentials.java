package io.github.auth0maven.mojo;

import io.github.auth0maven.management.Credentials;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Finds the credentials in the {@code <server>} that the user names, and decrypts that server alone. */
final class ServerCredentials {

    private static final Pattern UNSET = Pattern.compile("\\$\\{env\\.([^}]+)}");

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Log log;

    ServerCredentials(Settings settings, SettingsDecrypter decrypter, Log log) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.log = log;
    }

    /**
     * The credentials of the server with this id.
     *
     * @throws MojoExecutionException if there are none that could be used, with what to do; never with a value
     */
    Credentials of(String serverId) throws MojoExecutionException {
        Server server = settings.getServer(serverId);
        if (server == null) {
            throw new MojoExecutionException(missing(serverId));
        }
        refuseUnset(serverId, "username", server.getUsername());
        refuseUnset(serverId, "password", server.getPassword());
        String password = decrypted(server);
        if (password.isEmpty()) {
            throw new MojoExecutionException("The <server> \"" + serverId
                    + "\" in settings.xml has no <password>: put the client secret there, or an access token for the"
                    + " Management API");
        }
        log.debug("Credentials: <server> " + serverId + " of settings.xml");
        return Optional.ofNullable(server.getUsername())
                .map(String::strip)
                .filter(username -> !username.isEmpty())
                .<Credentials>map(username -> new Credentials.ClientSecret(username, password))
                .orElseGet(() -> new Credentials.AccessToken(password));
    }

    private String decrypted(Server server) throws MojoExecutionException {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        String password = Optional.ofNullable(result.getServer().getPassword())
                .map(String::strip)
                .orElse("");
        boolean stillEncrypted = password.startsWith("{") && password.endsWith("}");
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING && stillEncrypted) {
                throw new MojoExecutionException("The <password> of the <server> \"" + server.getId()
                        + "\" in settings.xml is encrypted and cannot be decrypted: check settings-security.xml, or encrypt it"
                        + " again with mvn --encrypt-password, on this machine and with this version of Maven");
            }
            log.debug("Maven has a problem with decrypting the <server> \"" + server.getId()
                    + "\" in settings.xml; its <password> does not look encrypted and is taken as it is");
        }
        return password;
    }

    private static void refuseUnset(String serverId, String element, @Nullable String value)
            throws MojoExecutionException {
        Matcher unset = UNSET.matcher(value == null ? "" : value);
        if (unset.find()) {
            throw new MojoExecutionException("The <" + element + "> of the <server> \"" + serverId
                    + "\" in settings.xml refers to the environment variable " + unset.group(1)
                    + ", which is not set: set it for this build");
        }
    }

    private static String missing(String serverId) {
        return "There is no <server> \"" + serverId + "\" in settings.xml to take Auth0's credentials from. Add it to"
                + " ~/.m2/settings.xml, or name another one by auth0.serverId:\n\n"
                + "  <servers>\n"
                + "    <server>\n"
                + "      <id>" + serverId + "</id>\n"
                + "      <username>the application's client id</username>\n"
                + "      <password>its client secret</password>\n"
                + "    </server>\n"
                + "  </servers>\n";
    }
}
