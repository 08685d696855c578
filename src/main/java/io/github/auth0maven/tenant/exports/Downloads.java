package io.github.auth0maven.tenant.exports;

import io.github.auth0maven.tenant.server.Faults;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Listening;
import io.github.auth0maven.tenant.server.RateBucket;
import io.github.auth0maven.tenant.server.RateLimit;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.server.TenantServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Hands out export files at signed URLs of another host, which is started with the first of them. */
final class Downloads implements AutoCloseable {

    /** Documented: the life of a signed URL. */
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Clock clock;
    private final Optional<SSLContext> tls;
    private final Ids ids = new Ids();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Signed> signed = new HashMap<>();
    private Optional<TenantServer> server = Optional.empty();

    Downloads(Clock clock, Optional<SSLContext> tls) {
        this.clock = clock;
        this.tls = tls;
    }

    synchronized void keep(String name, byte[] file) throws IOException {
        if (server.isEmpty()) {
            TenantServer started = TenantServer.bound(new Listening("localhost", 0, tls));
            started.open(
                    List.of(new Route("GET", "/{id}", List.of(), this::download)),
                    new RateBucket(RateLimit.none(), clock),
                    (request, scopes) -> {},
                    Faults.none());
            server = Optional.of(started);
        }
        files.put(name, file);
    }

    synchronized void forget(String name) {
        files.remove(name);
    }

    /** A URL of a file, valid from now on for a minute. */
    synchronized String url(String name) {
        Instant now = clock.instant();
        signed.values().removeIf(each -> each.isExpired(now));
        String signature = ids.hex(32);
        signed.put(signature, new Signed(name, now.plus(LIFETIME)));
        return server.orElseThrow().url() + name + "?expires=" + LIFETIME.toSeconds() + "&signature=" + signature;
    }

    private synchronized Response download(Request request) {
        if (request.header("Authorization").isPresent()) {
            return refused(400, "InvalidArgument", "Only one auth mechanism allowed");
        }
        Signed url = signed.get(request.parameter("signature").orElse(""));
        byte[] file = files.get(request.segment(0));
        if (url == null || file == null || !url.name().equals(request.segment(0))) {
            return refused(403, "SignatureDoesNotMatch", "The request signature does not match");
        }
        return url.isExpired(clock.instant())
                ? refused(403, "AccessDenied", "Request has expired")
                : Response.bytes("application/gzip", file);
    }

    private static Response refused(int status, String code, String message) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        return new Response(status, Map.of("Content-Type", "application/xml"), body);
    }

    @Override
    public synchronized void close() {
        server.ifPresent(TenantServer::close);
    }

    /** What a signature opens, and until when. */
    private record Signed(String name, Instant until) {

        boolean isExpired(Instant now) {
            return !now.isBefore(until);
        }
    }
}
