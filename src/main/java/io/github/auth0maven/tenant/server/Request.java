package io.github.auth0maven.tenant.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as the endpoints see it. */
public final class Request {

    /** Documented: the largest request that the Management API takes, in bytes. */
    public static final int LARGEST_BODY = 512_000;

    static final String MANAGEMENT_API = "/api/v2/";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int LONGEST_PATH = 2_000;

    private final HttpExchange exchange;
    private final Map<String, List<String>> query;
    private long bytesRead;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
        this.query = decoded(exchange.getRequestURI().getRawQuery());
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** The path as it was sent, without the query. */
    public String path() {
        return exchange.getRequestURI().getRawPath();
    }

    /** Whether the Management API is asked, and not the authentication service. */
    boolean isForManagementApi() {
        return path().startsWith(MANAGEMENT_API);
    }

    /** Whether no client of Auth0 would ask like this; then it is not even remembered. */
    boolean isOutlandish() {
        return !METHODS.contains(method()) || path().length() > LONGEST_PATH;
    }

    /** A segment of the path, counted from 0; there must be that many. */
    public String segment(int index) {
        return path().split("/", -1)[index + 1];
    }

    /** A segment of the path, counted from 0, with its percent escapes decoded. */
    public String decodedSegment(int index) {
        // A plus is itself in a path, unlike in a form.
        return decodedText(segment(index).replace("+", "%2B"));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** All parameters of the query. */
    public Map<String, List<String>> query() {
        return query;
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return header("Cookie").stream()
                .flatMap(cookies -> Arrays.stream(cookies.split("; *", -1)))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
    }

    /** The address of the caller. */
    public String remoteAddress() {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    /** Scheme, host and port that were asked. */
    public String origin() {
        return (exchange instanceof HttpsExchange ? "https://" : "http://")
                + header("Host").orElse("");
    }

    /** Refuses a query with a parameter that is not among these [R]. */
    public void checkParameters(Set<String> known) throws Refusal {
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                throw Refusal.ofUnknownParameter(name);
            }
        }
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    public List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** The size that the request declares, or what was read of a body without a declared size. */
    long bodySize() {
        return contentLength().orElse(bytesRead);
    }

    /** The whole body, unless it is larger than the limit; then it is not kept. */
    public byte[] body(int limit) throws IOException, Refusal {
        InputStream in = exchange.getRequestBody();
        if (contentLength().orElse(0L) > limit) {
            discardBody(limit);
            throw tooLarge(limit);
        }
        byte[] body = in.readNBytes(limit + 1);
        bytesRead = body.length;
        if (body.length > limit) {
            throw tooLarge(limit);
        }
        return body;
    }

    /** Reads the body away, up to the limit, so that a client still sending is not cut off before it sees the answer. */
    void discardBody(int limit) throws IOException {
        // Not skip(): the server's stream would pass it on to the socket, and wait there for bytes that never come.
        InputStream in = exchange.getRequestBody();
        byte[] buffer = new byte[8_192];
        int read = 0;
        while (read >= 0 && bytesRead < limit) {
            bytesRead += read;
            read = in.read(buffer, 0, (int) Math.min(buffer.length, limit - bytesRead));
        }
    }

    /** Names and values of a query or of a form; a pair that cannot be decoded is taken as it is. */
    public static Map<String, List<String>> decoded(@Nullable String pairs) {
        Map<String, List<String>> decoded = new LinkedHashMap<>();
        if (pairs == null || pairs.isEmpty()) {
            return decoded;
        }
        for (String pair : pairs.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            decoded.computeIfAbsent(decodedText(name), unused -> new ArrayList<>())
                    .add(decodedText(value));
        }
        return decoded;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A text as a form encodes it; one that cannot be decoded is taken as it is. */
    public static String decodedText(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private Optional<Long> contentLength() {
        return header("Content-Length").map(Long::valueOf);
    }

    /** Documented: the limit is one of Content-Length, without errorCode; exactly the limit passes [I]. */
    private static Refusal tooLarge(int limit) {
        return Refusal.of(413, "Payload content length greater than maximum allowed: " + limit);
    }
}
