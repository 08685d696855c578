package io.github.auth0maven.management;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Sends what is encrypted through the proxy, and nothing else: it would read the rest. Where the proxy fails, there is no other way. */
final class ProxyForTls extends ProxySelector {

    private final Optional<ProxyServer> proxy;

    ProxyForTls(Optional<ProxyServer> proxy) {
        this.proxy = proxy;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (proxy.isEmpty() || !uri.getScheme().equals("https")) {
            return List.of(Proxy.NO_PROXY);
        }
        ProxyServer server = proxy.get();
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(server.host(), server.port())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // the call fails, and says so
    }
}
