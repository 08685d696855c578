package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ProxyServer;
import io.github.auth0maven.mojo.parameters.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Proxy;

/**
 * Finds the proxy for a tenant: the one that is named; or as Maven does, the first active one of settings.xml that is for https,
 * else for http, and does not leave the tenant out; or, where settings.xml has none, that of the JVM's properties. Tenants on this
 * machine are called directly, unless a proxy is named.
 */
public final class ProxyChoice {

    /** A name or an address. Whatever else stands there may hold a password, and is not shown. */
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._-]+|\\[?[0-9A-Fa-f:.]+(%\\w+)?]?");

    private static final String NO_HOST =
            "is no name of a host: write it alone, and port, user and password where they belong";
    private static final String NONE = "none";
    private static final List<String> PROTOCOLS = List.of("https", "http");
    private static final int LAST_PORT = 65_535;

    private final MavenSession session;
    private final SettingsDecryption decryption;
    private final Log log;

    public ProxyChoice(MavenSession session, SettingsDecryption decryption, Log log) {
        this.session = session;
        this.decryption = decryption;
        this.log = log;
    }

    /**
     * The proxy, or none if the tenant is called directly.
     *
     * @param named the id of a proxy in settings.xml, or "none"
     * @throws MojoExecutionException if there is no such proxy, or none that could be used; never with its password
     */
    public Optional<ProxyServer> proxy(Domain tenant, Optional<SourcedValue> named) throws MojoExecutionException {
        if (named.isPresent() && named.get().value().equals(NONE)) {
            return directly("proxyId is none, from " + named.get().source());
        }
        if (tenant.isPlain() || (tenant.isLoopback() && named.isEmpty())) {
            return directly("the tenant is on this machine");
        }
        List<Proxy> ofSettings = named.isPresent() ? named(named.get()) : usable();
        return ofSettings.isEmpty() ? ofProperties(tenant) : ofSettings(ofSettings, tenant);
    }

    private Optional<ProxyServer> directly(String reason) {
        log.debug("No proxy: " + reason);
        return Optional.empty();
    }

    private Optional<ProxyServer> through(ProxyServer proxy, String source) {
        log.info("Proxy: " + proxy + " (" + source + ")");
        return Optional.of(proxy);
    }

    private List<Proxy> named(SourcedValue id) throws MojoExecutionException {
        List<Proxy> all = session.getSettings().getProxies().stream()
                .filter(Proxy::isActive)
                .filter(proxy -> id.value().equals(proxy.getId()))
                .toList();
        if (all.isEmpty()) {
            throw new MojoExecutionException(
                    "proxyId (-Dauth0.proxyId): there is no active <proxy> \"" + id.value()
                            + "\" in settings.xml (" + id.source()
                            + " names it): add it to ~/.m2/settings.xml, name another one, or say none to call the tenant directly");
        }
        List<Proxy> usable = all.stream().filter(ProxyChoice::isHttp).toList();
        if (usable.isEmpty()) {
            throw entry(all.get(0))
                    .wrong(
                            "protocol",
                            "is none that leads to Auth0: it has to be an HTTP proxy, with http or https there");
        }
        return usable;
    }

    private List<Proxy> usable() {
        return session.getSettings().getProxies().stream()
                .filter(Proxy::isActive)
                .filter(ProxyChoice::isHttp)
                .toList();
    }

    private static boolean isHttp(Proxy proxy) {
        return PROTOCOLS.contains(protocol(proxy));
    }

    private static String protocol(Proxy proxy) {
        return proxy.getProtocol() == null
                ? "http"
                : proxy.getProtocol().strip().toLowerCase(Locale.ROOT);
    }

    private Optional<ProxyServer> ofSettings(List<Proxy> proxies, Domain tenant) throws MojoExecutionException {
        List<Proxy> meant = proxies.stream()
                .filter(proxy -> !new NonProxyHosts(proxy.getNonProxyHosts()).name(tenant.host()))
                .toList();
        Optional<Proxy> first = PROTOCOLS.stream()
                .flatMap(protocol ->
                        meant.stream().filter(proxy -> protocol(proxy).equals(protocol)))
                .findFirst();
        if (first.isEmpty()) {
            return directly("the <nonProxyHosts> in settings.xml name the tenant");
        }
        SettingsEntry entry = entry(first.get());
        return through(server(entry, first.get()), entry + " of settings.xml");
    }

    private static SettingsEntry entry(Proxy proxy) {
        return new SettingsEntry("proxy", String.valueOf(proxy.getId()));
    }

    private ProxyServer server(SettingsEntry entry, Proxy proxy) throws MojoExecutionException {
        String host = entry.element("host", proxy.getHost()).orElseThrow(() -> entry.wrong("has no <host>"));
        if (!HOST.matcher(host).matches()) {
            throw entry.wrong("host", NO_HOST);
        }
        int port = proxy.getPort();
        if (port < 1 || port > LAST_PORT) {
            throw entry.wrong("port", "is none: write a number from 1 to " + LAST_PORT);
        }
        return new ProxyServer(host, port, login(entry, proxy));
    }

    private Optional<ProxyServer.Login> login(SettingsEntry entry, Proxy proxy) throws MojoExecutionException {
        Optional<String> username = entry.element("username", proxy.getUsername());
        boolean password = entry.element("password", proxy.getPassword()).isPresent();
        if (username.isEmpty() && password) {
            throw entry.wrong("has a <password> and no <username>: add the name that it is for");
        }
        if (username.isEmpty()) {
            return Optional.empty();
        }
        String secret = password ? decryption.password(entry, proxy).orElse("") : "";
        return Optional.of(new ProxyServer.Login(username.get(), secret));
    }

    /** The JDK's own properties for https; what Maven has been given by {@code -D} is among them. */
    private Optional<ProxyServer> ofProperties(Domain tenant) throws MojoExecutionException {
        Optional<String> host = property("https.proxyHost");
        if (host.isEmpty()) {
            return directly("neither settings.xml nor https.proxyHost names one");
        }
        if (new NonProxyHosts(property("http.nonProxyHosts").orElse(null)).name(tenant.host())) {
            return directly("http.nonProxyHosts names the tenant");
        }
        if (!HOST.matcher(host.get()).matches()) {
            throw new MojoExecutionException("-Dhttps.proxyHost " + NO_HOST);
        }
        int port =
                Parameters.port("https.proxyPort", property("https.proxyPort").orElse("443"));
        Optional<ProxyServer.Login> login = property("https.proxyUser")
                .map(user -> new ProxyServer.Login(
                        user, property("https.proxyPassword").orElse("")));
        return through(new ProxyServer(host.get(), port, login), "https.proxyHost");
    }

    private Optional<String> property(String name) {
        return Stream.of(session.getUserProperties(), session.getSystemProperties())
                .map((Properties properties) -> properties.getProperty(name))
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
