package io.github.auth0maven.mojo.access;

import static io.github.auth0maven.mojo.access.NetworkSettings.BROKEN;
import static io.github.auth0maven.mojo.access.NetworkSettings.ENCRYPTED;
import static io.github.auth0maven.mojo.access.NetworkSettings.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ProxyServer;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy a tenant is called through. */
class ProxyChoiceTest {

    private static final String TENANT = "staging.eu.auth0.com";

    private final NetworkSettings settings = new NetworkSettings();

    private String chosen(String domain, Optional<SourcedValue> named) throws MojoExecutionException {
        return proxy(domain, named).map(ProxyServer::toString).orElse("directly");
    }

    private Optional<ProxyServer> proxy(String domain, Optional<SourcedValue> named) throws MojoExecutionException {
        return new ProxyChoice(settings.session(), settings.decryption(), settings.log)
                .proxy(Domain.parse(domain), named);
    }

    private String chosen() throws MojoExecutionException {
        return chosen(TENANT, Optional.empty());
    }

    private static Optional<SourcedValue> named(String id) {
        return Optional.of(new SourcedValue(id, "the POM"));
    }

    @Test
    void whereNobodyNamesAProxyTheTenantIsCalledDirectly() throws Exception {
        assertThat(chosen()).isEqualTo("directly");
        assertThat(settings.log.at("info")).isEmpty();
    }

    @Test
    void theFirstActiveProxyOfTheSettingsIsTakenAndTold() throws Exception {
        settings.proxy("off", "http").setActive(false);
        settings.proxy("socks", "socks5");
        settings.proxy("one", "HTTP");
        settings.proxy("two", "http");

        assertThat(chosen()).isEqualTo("one.example.com:3128");
        assertThat(settings.log.at("info"))
                .containsExactly("Proxy: one.example.com:3128 (<proxy> \"one\" of settings.xml)");
    }

    @Test
    void oneForHttpsGoesBeforeOneForHttp() throws Exception {
        settings.proxy("plain", "http");
        settings.proxy("tls", "https");

        assertThat(chosen()).isEqualTo("tls.example.com:3128");
    }

    @ParameterizedTest
    @CsvSource({
        "staging.eu.auth0.com, true",
        "*.auth0.com, true",
        "'localhost|*.EU.auth0.com|x', true",
        "'localhost, *.auth0.com', true",
        "staging.*, true",
        "*.eu.*, true",
        "auth0.com, false",
        "stagingXeu.auth0.com, false",
        "eu.auth0.com|*.example.com, false",
        "'', false"
    })
    void hostsThatNoProxyIsForAreCalledDirectly(String nonProxyHosts, boolean directly) throws Exception {
        settings.proxy("one", "http").setNonProxyHosts(nonProxyHosts);

        assertThat(chosen()).isEqualTo(directly ? "directly" : "one.example.com:3128");
        assertThat(chosen(TENANT, named("one"))).isEqualTo(directly ? "directly" : "one.example.com:3128");
    }

    @Test
    void aProxyThatLeavesTheTenantOutLeavesItToTheNext() throws Exception {
        settings.proxy("tls", "https").setNonProxyHosts("*.auth0.com");
        settings.proxy("plain", "http");

        assertThat(chosen()).isEqualTo("plain.example.com:3128");
    }

    @Test
    void theProxyThatIsNamedIsTaken() throws Exception {
        settings.proxy("tls", "https");
        settings.proxy("named", "http");

        assertThat(chosen(TENANT, named("named"))).isEqualTo("named.example.com:3128");
        assertThat(chosen(TENANT, named("none"))).isEqualTo("directly");
    }

    @Test
    void aProxyThatIsNamedAndMissingOrNotActiveIsToldInsteadOfCallingDirectly() {
        settings.proxy("off", "http").setActive(false);

        for (String id : new String[] {"off", "missing"}) {
            assertThatThrownBy(() -> chosen(TENANT, named(id)))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessage("proxyId (-Dauth0.proxyId): there is no active <proxy> \"" + id
                            + "\" in settings.xml (the POM names it): add it to ~/.m2/settings.xml, name another one, or say"
                            + " none to call the tenant directly");
        }
    }

    @Test
    void aProxyThatIsNamedAndOfAnotherKindIsRefused() {
        settings.proxy("socks", "socks5");

        assertThatThrownBy(() -> chosen(TENANT, named("socks")))
                .hasMessageStartingWith("The <protocol> of the <proxy> \"socks\" in settings.xml is none that leads");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://localhost:8443", "https://127.0.0.1", "https://[::1]:8443", "http://localhost:3000"})
    void aTenantOnThisMachineIsCalledDirectly(String domain) throws Exception {
        settings.proxy("one", "http");
        settings.system.setProperty("https.proxyHost", "jvm.example.com");

        assertThat(chosen(domain, Optional.empty())).isEqualTo("directly");
    }

    @Test
    void aProxyThatIsNamedLeadsToThisMachineTooButNeverInPlain() throws Exception {
        settings.proxy("one", "http");

        assertThat(chosen("https://localhost:8443", named("one"))).isEqualTo("one.example.com:3128");
        assertThat(chosen("http://localhost:3000", named("one"))).isEqualTo("directly");
    }

    @Test
    void thePropertiesOfTheJvmAreTakenWhereTheSettingsHaveNone() throws Exception {
        settings.system.setProperty("http.proxyHost", "plain.example.com");
        assertThat(chosen()).isEqualTo("directly");

        settings.system.setProperty("https.proxyHost", " jvm.example.com");
        assertThat(chosen()).isEqualTo("jvm.example.com:443");
        assertThat(settings.log.at("info")).containsExactly("Proxy: jvm.example.com:443 (https.proxyHost)");

        settings.commandLine.setProperty("https.proxyHost", "line.example.com");
        settings.commandLine.setProperty("https.proxyPort", "8080");
        assertThat(chosen()).isEqualTo("line.example.com:8080");
        assertThat(chosen(TENANT, named("none"))).isEqualTo("directly");

        settings.system.setProperty("http.nonProxyHosts", "localhost|*.auth0.com");
        assertThat(chosen()).isEqualTo("directly");

        settings.proxy("one", "http");
        assertThat(chosen()).isEqualTo("one.example.com:3128");
    }

    @Test
    void thePropertiesOfTheJvmMayHoldNameAndPassword() throws Exception {
        settings.system.setProperty("https.proxyHost", "jvm.example.com");
        settings.system.setProperty("https.proxyUser", "jane");
        settings.system.setProperty("https.proxyPassword", SECRET);

        assertThat(proxy(TENANT, Optional.empty()).orElseThrow().login())
                .contains(new ProxyServer.Login("jane", SECRET));
        assertThat(settings.log.lines).noneMatch(line -> line.contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "https", "1e3", "999999"})
    void aPortThatIsNoneIsToldWithItsProperty(String port) {
        settings.system.setProperty("https.proxyHost", "jvm.example.com");
        settings.system.setProperty("https.proxyPort", port);

        assertThatThrownBy(this::chosen)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("-Dhttps.proxyPort: \"" + port + "\" is not a port, a number from 1 to 65535");
    }

    @Test
    void aHostWithWhatBelongsElsewhereIsNotShown() throws Exception {
        settings.system.setProperty("https.proxyHost", "jane:" + SECRET + "@jvm.example.com");
        assertRefused(
                "-Dhttps.proxyHost is no name of a host: write it alone, and port, user and password where they belong");

        for (String host : List.of("10.0.0.1", "::1", "[fe80::1%eth0]", "my_proxy", "bücher.example")) {
            settings.system.setProperty("https.proxyHost", host);
            assertThat(proxy(TENANT, Optional.empty()).orElseThrow().host()).isEqualTo(host);
        }
    }

    @Test
    void theProxyThatIsUsedIsDecryptedAndNoOther() throws Exception {
        Proxy other = settings.proxy("other", "http");
        other.setUsername("joe");
        other.setPassword(BROKEN);
        Proxy used = settings.proxy("used", "https");
        used.setUsername(" jane\n");
        used.setPassword(ENCRYPTED);

        assertThat(proxy(TENANT, Optional.empty()).orElseThrow().login())
                .contains(new ProxyServer.Login("jane", SECRET));
        assertThat(settings.decrypted).containsExactly("used");
        assertThat(settings.log.lines).noneMatch(line -> line.contains(SECRET) || line.contains("jane"));
    }

    @Test
    void aProxyThatIsNotUsedIsNotDecrypted() throws Exception {
        Proxy proxy = settings.proxy("one", "http");
        proxy.setUsername("jane");
        proxy.setPassword(BROKEN);
        proxy.setNonProxyHosts("*.auth0.com");

        assertThat(chosen()).isEqualTo("directly");
        assertThat(chosen(TENANT, named("none"))).isEqualTo("directly");
        assertThat(settings.decrypted).isEmpty();
    }

    @Test
    void aProxyWithoutAPasswordNeedsNoDecryption() throws Exception {
        settings.proxy("one", "http").setUsername("jane");

        assertThat(proxy(TENANT, Optional.empty()).orElseThrow().login()).contains(new ProxyServer.Login("jane", ""));
        assertThat(settings.decrypted).isEmpty();
    }

    @Test
    void aPasswordThatMavenCannotDecryptIsNeverSent() {
        Proxy proxy = settings.proxy("one", "http");
        proxy.setUsername("jane");
        proxy.setPassword(BROKEN);

        assertThatThrownBy(this::chosen)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "The <password> of the <proxy> \"one\" in settings.xml is encrypted and cannot be decrypted:")
                .hasMessageNotContaining("COQLCE6DU6GtcS5P");
    }

    @Test
    void whatIsMissingInTheProxyIsToldWithoutItsPassword() {
        Proxy proxy = settings.proxy("one", "http");
        proxy.setPassword(SECRET);
        assertRefused("The <proxy> \"one\" in settings.xml has a <password> and no <username>");

        proxy.setUsername("${env.PROXY_USER}");
        assertRefused(
                "The <username> of the <proxy> \"one\" in settings.xml refers to the environment variable PROXY_USER");

        proxy.setUsername("jane");
        proxy.setPort(0);
        assertRefused("The <port> of the <proxy> \"one\" in settings.xml is none");

        proxy.setPort(3128);
        for (String host :
                List.of("http://one.example.com", "jane:" + SECRET + "@one.example.com", "one.example.com:3128")) {
            proxy.setHost(host);
            assertRefused("The <host> of the <proxy> \"one\" in settings.xml is no name of a host: write it alone");
        }
        proxy.setHost(" ");
        assertRefused("The <proxy> \"one\" in settings.xml has no <host>");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::chosen)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining(SECRET);
    }
}
