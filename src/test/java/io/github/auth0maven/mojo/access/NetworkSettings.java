package io.github.auth0maven.mojo.access;

import io.github.auth0maven.mojo.RecordedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Settings as Maven hands them out, and a Maven that decrypts what begins with "{enc:" and reports what begins with another brace. */
final class NetworkSettings implements SettingsDecrypter {

    static final String SECRET = "open-s3sam3";
    static final String ENCRYPTED = "{enc:" + SECRET + "}";
    static final String BROKEN = "{COQLCE6DU6GtcS5P=}";

    final Properties commandLine = new Properties();
    final Properties system = new Properties();
    final RecordedLog log = new RecordedLog();
    /** What has been decrypted, by id. */
    final List<String> decrypted = new ArrayList<>();

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    /** Adds a proxy, active, at id.example.com:3128. */
    Proxy proxy(String id, String protocol) {
        Proxy proxy = new Proxy();
        proxy.setId(id);
        proxy.setActive(true);
        proxy.setProtocol(protocol);
        proxy.setHost(id + ".example.com");
        proxy.setPort(3128);
        request.addProxy(proxy);
        return proxy;
    }

    @SuppressWarnings("deprecation") // there is no other constructor that takes no container's lookup
    MavenSession session() {
        request.setUserProperties(commandLine);
        request.setSystemProperties(system);
        return new MavenSession(null, request, new DefaultMavenExecutionResult(), new MavenProject());
    }

    SettingsDecryption decryption() {
        return new SettingsDecryption(this, log);
    }

    /** A server whose configuration holds these, name by name. */
    static ServerEntry server(String... configuration) {
        Server server = new Server();
        server.setId("auth0");
        Xpp3Dom dom = new Xpp3Dom("configuration");
        for (int each = 0; each < configuration.length; each += 2) {
            Xpp3Dom child = new Xpp3Dom(configuration[each]);
            child.setValue(configuration[each + 1]);
            dom.addChild(child);
        }
        server.setConfiguration(dom);
        return new ServerEntry(server);
    }

    @Override
    public SettingsDecryptionResult decrypt(SettingsDecryptionRequest wanted) {
        List<SettingsProblem> problems = new ArrayList<>();
        List<Server> servers = wanted.getServers().stream().map(Server::clone).toList();
        List<Proxy> proxies = wanted.getProxies().stream().map(Proxy::clone).toList();
        servers.forEach(server -> {
            decrypted.add(server.getId());
            server.setPassword(plain(server.getPassword(), problems));
        });
        proxies.forEach(proxy -> {
            decrypted.add(proxy.getId());
            proxy.setPassword(plain(proxy.getPassword(), problems));
        });
        return new Decrypted(servers, proxies, problems);
    }

    private static @Nullable String plain(@Nullable String value, List<SettingsProblem> problems) {
        if (value != null && value.startsWith("{enc:")) {
            return value.substring(5, value.length() - 1);
        }
        if (value != null && value.contains("{")) {
            problems.add(new DefaultSettingsProblem(
                    "Failed to decrypt", SettingsProblem.Severity.ERROR, "settings.xml", -1, -1, null));
        }
        return value;
    }

    private record Decrypted(List<Server> servers, List<Proxy> proxies, List<SettingsProblem> problems)
            implements SettingsDecryptionResult {
        @Override
        public @Nullable Server getServer() {
            return servers.isEmpty() ? null : servers.get(0);
        }

        @Override
        public List<Server> getServers() {
            return servers;
        }

        @Override
        public @Nullable Proxy getProxy() {
            return proxies.isEmpty() ? null : proxies.get(0);
        }

        @Override
        public List<Proxy> getProxies() {
            return proxies;
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
