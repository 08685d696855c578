package io.github.auth0maven.tenant.server;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.auth0maven.tenant.server.TenantHandler.Guards;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Listens on the loopback interface, and leads each request to its route. */
public final class TenantServer implements AutoCloseable {

    /** Each may wait for a client that stops in the middle of a request; so many, at most, that these hold nobody up. */
    private static final int THREADS = 1_000;

    /** How many connections may wait to be accepted; the next one would be tried again a second later. */
    private static final int WAITING = 1_000;

    private static final String LONGEST_REQUEST = "sun.net.httpserver.maxReqTime";

    private final HttpServer server;
    private final ExecutorService executor;
    private final URI url;
    private final RequestLog log;

    private TenantServer(HttpServer server, Listening listening, RequestLog log) {
        this.server = server;
        this.log = log;
        this.executor = new ThreadPoolExecutor(
                0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), TenantServer::daemon);
        String scheme = listening.tls().isPresent() ? "https" : "http";
        this.url = URI.create(
                scheme + "://" + listening.host() + ":" + server.getAddress().getPort() + "/");
    }

    /**
     * Takes a port of 127.0.0.1; nothing is answered before the server is opened.
     *
     * @throws IOException if the port is taken, or there is none to listen on
     */
    public static TenantServer bound(Listening listening) throws IOException {
        return bound(listening, request -> {});
    }

    /**
     * The same, with somebody who is told of each request by the thread that serves it.
     *
     * @throws IOException if the port is taken, or there is none to listen on
     */
    public static TenantServer bound(Listening listening, Consumer<LoggedRequest> listener) throws IOException {
        // Read once, when the server's classes are loaded. Without it, every answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Likewise: without it, a client that stops in the middle of a request holds a thread for ever.
        if (System.getProperty(LONGEST_REQUEST) == null) {
            System.setProperty(LONGEST_REQUEST, "60");
        }
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        InetSocketAddress address = new InetSocketAddress(loopback, listening.port());
        RequestLog log = new RequestLog(listener);
        if (listening.tls().isEmpty()) {
            return new TenantServer(HttpServer.create(address, WAITING), listening, log);
        }
        HttpsServer server = HttpsServer.create(address, WAITING);
        server.setHttpsConfigurator(new HttpsConfigurator(listening.tls().get()));
        return new TenantServer(server, listening, log);
    }

    /** Where the server answers, with a trailing slash. */
    public URI url() {
        return url;
    }

    /** Begins to answer. */
    public void open(List<Route> routes, RateBucket rate, Authorization authorization, Faults faults) {
        Guards guards = new Guards(url.getPort(), rate, authorization);
        server.createContext("/", new TenantHandler(routes, guards, faults, log));
        server.setExecutor(executor);
        server.start();
    }

    /** The latest thousand requests, oldest first. */
    public List<LoggedRequest> requests() {
        return log.latest();
    }

    /** How often each route was asked and how it answered. */
    public Map<String, Integer> requestCounts() {
        return log.counts();
    }

    /** Stops at once: closes every connection, also those that wait for an answer. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-tenant");
        thread.setDaemon(true);
        return thread;
    }
}
