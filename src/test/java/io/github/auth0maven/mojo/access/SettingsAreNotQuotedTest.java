package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.management.Domain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Wherever in settings.xml somebody puts a secret, beside where it belongs or instead of something else, neither a message nor the
 * log quotes it; nor does what a message has as its cause.
 */
class SettingsAreNotQuotedTest {

    private static final String SECRET = "K7xq2ZmP9wRt4VbN8sLd";
    private static final List<String> ELEMENTS = List.of("username", "password", "privateKey", "passphrase");
    private static final List<String> CONFIGURATION = List.of(
            "username",
            "password",
            "privateKey",
            "passphrase",
            "signingAlgorithm",
            "caBundle",
            "trustStore",
            "trustStorePassword",
            "domain",
            "proxyId");
    private static final List<String> WRITTEN = List.of(
            SECRET,
            " " + SECRET + "\n",
            "{" + SECRET + "}",
            "{" + SECRET + "=",
            "a remark {" + SECRET + "=}",
            "${" + SECRET,
            SECRET + ":" + SECRET + "@example.com",
            "https://someone:" + SECRET + "@example.com:8080/?q=" + SECRET,
            "file://" + SECRET + "\0",
            "-----BEGIN PRIVATE KEY-----\n" + SECRET + "\n-----END PRIVATE KEY-----",
            "eyJhbGciOiJub25lIn0." + SECRET + ".");

    private final NetworkSettings settings = new NetworkSettings();
    private final Random random = new Random(Integer.getInteger("fuzz.seed", 0));

    private interface Reading {
        void read() throws MojoExecutionException;
    }

    @Test
    void whereverASecretIsInAServerOrAProxyNothingQuotesIt() {
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            ServerEntry entry = new ServerEntry(server());
            Proxy proxy = proxy();
            for (Reading reading : readings(entry, Optional.of(new SourcedValue("a-proxy", "the command line")))) {
                refused += refused(reading);
            }
            settings.session().getSettings().removeProxy(proxy);
        }
        assertThat(settings.log.lines).noneMatch(line -> line.contains(SECRET));
        assertThat(refused).isGreaterThan(2000);
    }

    private List<Reading> readings(ServerEntry entry, Optional<SourcedValue> proxy) {
        return List.of(
                () -> new ServerCredentials(settings.decryption()).of(entry),
                () -> new TrustChoice(settings.decryption(), settings.log).trust(Optional.of(entry)),
                entry::files,
                () -> entry.setting("domain"),
                () -> entry.setting("proxyId"),
                () -> new ProxyChoice(settings.session(), settings.decryption(), settings.log)
                        .proxy(Domain.parse("example.eu.auth0.com"), proxy));
    }

    private static int refused(Reading reading) {
        try {
            reading.read();
            return 0;
        } catch (MojoExecutionException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(SECRET);
            return 1;
        }
    }

    private Server server() {
        Server server = new Server();
        server.setId("auth0");
        server.setUsername(value(ELEMENTS.get(0)));
        server.setPassword(value(ELEMENTS.get(1)));
        server.setPrivateKey(value(ELEMENTS.get(2)));
        server.setPassphrase(value(ELEMENTS.get(3)));
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (String name : CONFIGURATION) {
            Xpp3Dom child = new Xpp3Dom(name);
            child.setValue(value(name));
            if (child.getValue() != null) {
                configuration.addChild(child);
            }
        }
        server.setConfiguration(configuration);
        return server;
    }

    private Proxy proxy() {
        Proxy proxy =
                settings.proxy("a-proxy", Optional.ofNullable(value("protocol")).orElse("http"));
        proxy.setHost(value("host"));
        proxy.setUsername(value("username"));
        proxy.setPassword(value("password"));
        proxy.setNonProxyHosts(value("nonProxyHosts"));
        return proxy;
    }

    private @Nullable String value(String name) {
        List<String> values = new ArrayList<>(WRITTEN);
        if (name.equals("host")) {
            // a secret that looks like the name of a host is one
            values.removeIf(value -> value.matches("\\s*[A-Za-z0-9.]+\\s*"));
        }
        values.add("a-" + name);
        return random.nextInt(3) == 0 ? values.get(random.nextInt(values.size())) : null;
    }
}
