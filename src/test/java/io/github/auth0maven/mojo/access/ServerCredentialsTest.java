package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.mojo.RecordedLog;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of settings.xml, as each Maven hands them out. */
class ServerCredentialsTest {

    private static final String SECRET = "open-sesame";
    private static final String ENCRYPTED = "{COQLCE6DU6GtcS5P=}";

    private static final String KEY = key("pkcs8");
    private static final String LOCKED_KEY = key("pkcs8-aes-256");

    private final Server server = server("auth0", null, null);
    private final RecordedLog log = new RecordedLog();
    private final List<String> decrypted = new ArrayList<>();

    private static String key(String name) {
        try {
            return Path.of(Credentials.class
                            .getResource("keys/" + name + ".pem")
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aUsernameAndAPasswordAreAClientAndItsSecret() throws Exception {
        assertThat(credentials("client", SECRET, unencrypted()))
                .isEqualTo(new Credentials.ClientSecret("client", SECRET));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void aPasswordAloneIsAnAccessToken(@Nullable String username) throws Exception {
        assertThat(credentials(username, SECRET, unencrypted())).isEqualTo(new Credentials.AccessToken(SECRET));
    }

    @Test
    void whiteSpaceAroundThemIsNoPartOfThem() throws Exception {
        assertThat(credentials("\n  client ", "\n  " + SECRET + "\n", unencrypted()))
                .isEqualTo(new Credentials.ClientSecret("client", SECRET));
    }

    @Test
    void anEncryptedPasswordIsDecrypted() throws Exception {
        assertThat(credentials("client", ENCRYPTED, returning(SECRET)))
                .isEqualTo(new Credentials.ClientSecret("client", SECRET));
    }

    @Test
    void noOtherServerIsDecrypted() throws Exception {
        Settings settings = settings("client", SECRET);
        settings.addServer(server("other", "someone", "{broken}"));

        new ServerCredentials(unencrypted(), log).of(new ServerEntry(settings.getServer("auth0")));

        assertThat(decrypted).containsExactly("auth0");
    }

    @Test
    void anEncryptedPasswordThatMavenCannotDecryptIsNeverSent() {
        assertThatThrownBy(() -> credentials("client", ENCRYPTED, returning(ENCRYPTED, Severity.ERROR)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "The <password> of the <server> \"auth0\" in settings.xml is encrypted and cannot be decrypted:")
                .hasMessageContaining("settings-security.xml")
                .hasMessageNotContaining("COQLCE6DU6GtcS5P");
    }

    @Test
    void aPasswordThatMaven4EncryptedAndMaven3CannotDecryptIsNeverSent() {
        String maven4 = "{[name=master,cipher=AES/GCM/NoPadding,version=4.0]abc=}";

        assertThatThrownBy(() -> credentials("client", maven4, returning(maven4, Severity.FATAL)))
                .isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void whiteSpaceDoesNotMakeAnEncryptedPasswordAPlainOne() {
        String padded = "\n " + ENCRYPTED + "\n";

        assertThatThrownBy(() -> credentials("client", padded, returning(padded, Severity.ERROR)))
                .isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void aPasswordWithBracesInItIsTakenAsItIs() throws Exception {
        String braces = "abc{def}ghi";

        assertThat(credentials("client", braces, returning(braces, Severity.ERROR)))
                .isEqualTo(new Credentials.ClientSecret("client", braces));
        assertThat(log.at("debug")).anyMatch(line -> line.contains("taken as it is"));
        assertThat(log.lines).noneMatch(line -> line.contains("def"));
    }

    @Test
    void aPasswordThatMavenOnlyWarnsOfIsTaken() throws Exception {
        assertThat(credentials("client", "{odd}", returning("{odd}", Severity.WARNING)))
                .isEqualTo(new Credentials.ClientSecret("client", "{odd}"));
    }

    @Test
    void aPasswordInBracesWithoutAProblemIsTaken() throws Exception {
        assertThat(credentials("client", ENCRYPTED, returning("{plain}")))
                .isEqualTo(new Credentials.ClientSecret("client", "{plain}"));
    }

    @Test
    void anUnsetVariableInThePasswordIsNamedBeforeAnythingIsDecrypted() {
        assertThatThrownBy(() -> credentials("client", "${env.AUTH0_CLIENT_SECRET}", unencrypted()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "The <password> of the <server> \"auth0\" in settings.xml refers to the environment variable"
                                + " AUTH0_CLIENT_SECRET, which is not set: set it for this build");
        assertThat(decrypted).isEmpty();
    }

    @Test
    void anUnsetVariableInTheUsernameIsNamed() {
        assertThatThrownBy(() -> credentials("${env.AUTH0_CLIENT_ID}", SECRET, unencrypted()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The <username> of the <server> \"auth0\"")
                .hasMessageContaining("AUTH0_CLIENT_ID")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Olaf changed this in May {COQLCE6DU6GtcS5PMAd=}",
                "{COQLCE6DU6GtcS5PMAd=} to be changed",
                "by Maven 4 {[name=master,cipher=AES/GCM/NoPadding]COQLCE6D=}"
            })
    void aRemarkBesideAnEncryptedPasswordDoesNotMakeItAPlainOne(String remarked) {
        assertThatThrownBy(() -> credentials("client", remarked, returning(remarked, Severity.ERROR)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("is encrypted and cannot be decrypted")
                .hasMessageNotContaining("COQLCE6D");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aClientWithoutASecretIsOfNoUse(@Nullable String password) {
        assertThatThrownBy(() -> credentials("client", password, unencrypted()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The <server> \"auth0\" in settings.xml has no <password>");
    }

    @Test
    void aServerWithNeitherHasNoCredentials() throws Exception {
        Settings settings = settings(null, " ");

        assertThat(new ServerCredentials(unencrypted(), log).of(new ServerEntry(settings.getServer("auth0"))))
                .isEmpty();
        assertThat(decrypted).isEmpty();
    }

    @Test
    void aPrivateKeyIsReadFromItsFile() throws Exception {
        server.setPrivateKey(" " + KEY + "\n");

        assertThat(credentials("client", null, unencrypted()))
                .isInstanceOfSatisfying(Credentials.PrivateKeyJwt.class, credentials -> {
                    assertThat(credentials.clientId()).isEqualTo("client");
                    assertThat(credentials.signature()).isEqualTo(Credentials.Signing.RS256);
                });
    }

    @ParameterizedTest
    @EnumSource
    void theSignatureIsTheOneThatTheServerNames(Credentials.Signing signing) throws Exception {
        server.setPrivateKey(KEY);
        configure("signingAlgorithm", signing.name());

        assertThat(((Credentials.PrivateKeyJwt) credentials("client", null, unencrypted())).signature())
                .isEqualTo(signing);
    }

    @Test
    void aSignatureThatAuth0DoesNotTakeIsRefused() {
        server.setPrivateKey(KEY);
        configure("signingAlgorithm", "ES256");

        assertRefused(
                "The <signingAlgorithm> of the <server> \"auth0\" in settings.xml is none that Auth0 takes: write RS256,"
                        + " RS384 or PS256");
    }

    @Test
    void anEncryptedPassphraseIsDecrypted() throws Exception {
        server.setPrivateKey(LOCKED_KEY);
        server.setPassphrase(ENCRYPTED);

        assertThat(credentials("client", null, opening("open sesame"))).isInstanceOf(Credentials.PrivateKeyJwt.class);
    }

    @Test
    void aPassphraseThatMavenCannotDecryptIsNotTried() {
        server.setPrivateKey(LOCKED_KEY);
        server.setPassphrase(ENCRYPTED);

        assertThatThrownBy(() -> credentials("client", null, opening(ENCRYPTED, Severity.ERROR)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "The <passphrase> of the <server> \"auth0\" in settings.xml is encrypted and cannot be decrypted:")
                .hasMessageNotContaining("COQLCE6DU6GtcS5P");
    }

    @Test
    void aKeyThatCannotBeReadIsToldWithItsServer() {
        server.setPrivateKey("/nowhere/key.pem");

        assertRefused("<server> \"auth0\": The private key /nowhere/key.pem does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key.pem", "~/key.pem", "../key.pem", "\0"})
    void thePathOfAKeyIsAbsolute(String path) {
        server.setPrivateKey(path);

        assertRefused("The <privateKey> of the <server> \"auth0\" in settings.xml is no absolute path");
    }

    @Test
    void aKeyIsNotWrittenIntoTheSettings() {
        server.setPrivateKey("-----BEGIN PRIVATE KEY-----MIIsecret-----END PRIVATE KEY-----");

        assertRefused("The <privateKey> of the <server> \"auth0\" in settings.xml holds the key itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password", "privateKey", "passphrase"})
    void whatStandsInTheConfigurationAndIsNotReadThereIsTold(String name) {
        configure(name, "MII");

        assertRefused("The <" + name
                + "> of the <server> \"auth0\" in settings.xml stands in its <configuration>, where it is"
                + " not read: put it beside <id>");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        server.setPrivateKey(KEY);
        assertThatThrownBy(() -> credentials("client", SECRET, unencrypted()))
                .hasMessageContaining("has both a <password> and a <privateKey>");
        assertThatThrownBy(() -> credentials(null, null, unencrypted()))
                .hasMessageContaining("has a <privateKey> and no <username>");
        server.setPrivateKey(null);
        server.setPassphrase("open sesame");
        assertThatThrownBy(() -> credentials("client", SECRET, unencrypted()))
                .hasMessageContaining("has a <passphrase> and no <privateKey>")
                .hasMessageNotContaining("sesame");
        assertThat(decrypted).isEmpty();
    }

    @Test
    void anUnsetVariableIsNamedWhereverItStands() {
        server.setPrivateKey("${env.KEY_FILE}");
        assertRefused(
                "The <privateKey> of the <server> \"auth0\" in settings.xml refers to the environment variable KEY_FILE");
        server.setPrivateKey(KEY);
        server.setPassphrase("${env.KEY_PASSPHRASE}");
        assertRefused("The <passphrase> of the <server> \"auth0\" in settings.xml refers to the environment variable"
                + " KEY_PASSPHRASE");
        assertThat(decrypted).isEmpty();
    }

    @Test
    void nothingIsLoggedOfThem() throws Exception {
        credentials("client", SECRET, unencrypted());

        assertThat(log.lines).isEmpty();
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> credentials("client", null, unencrypted()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("MII");
    }

    private void configure(String name, String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(name);
        child.setValue(value);
        configuration.addChild(child);
        server.setConfiguration(configuration);
    }

    private Credentials credentials(@Nullable String username, @Nullable String password, SettingsDecrypter decrypter)
            throws MojoExecutionException {
        server.setUsername(username);
        server.setPassword(password);
        return new ServerCredentials(decrypter, log).of(new ServerEntry(server)).orElseThrow();
    }

    private static Settings settings(@Nullable String username, @Nullable String password) {
        Settings settings = new Settings();
        settings.addServer(server("auth0", username, password));
        return settings;
    }

    private static Server server(String id, @Nullable String username, @Nullable String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        return server;
    }

    /** Maven, where nothing is encrypted. */
    private SettingsDecrypter unencrypted() {
        return request -> result(request, request.getServers().get(0).getPassword());
    }

    /** Maven, where decrypting ends like this. */
    private SettingsDecrypter returning(String password, Severity... problems) {
        return request -> result(request, password, problems);
    }

    /** Maven, where decrypting the passphrase ends like this. */
    private SettingsDecrypter opening(String passphrase, Severity... problems) {
        return request -> {
            SettingsDecryptionResult result = result(request, null, problems);
            result.getServer().setPassphrase(passphrase);
            return result;
        };
    }

    private SettingsDecryptionResult result(
            SettingsDecryptionRequest request, @Nullable String password, Severity... severities) {
        request.getServers().forEach(server -> decrypted.add(server.getId()));
        Server server = request.getServers().get(0).clone();
        server.setPassword(password);
        List<SettingsProblem> problems = new ArrayList<>();
        for (Severity severity : severities) {
            problems.add(new DefaultSettingsProblem(
                    "Failed to decrypt password for server auth0", severity, "server: auth0", -1, -1, null));
        }
        return new Decrypted(server, problems);
    }

    private record Decrypted(Server server, List<SettingsProblem> problems) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(server);
        }

        @Override
        public @Nullable Proxy getProxy() {
            return null;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
