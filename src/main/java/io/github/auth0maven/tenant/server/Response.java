package io.github.auth0maven.tenant.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer to a request: status, headers and a body, empty for none. */
public record Response(int status, Map<String, String> headers, String body, Charset charset) {

    /** An answer in UTF-8. */
    public Response(int status, Map<String, String> headers, String body) {
        this(status, headers, body, StandardCharsets.UTF_8);
    }

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Request Entity Too Large"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(414, "Request-URI Too Large"),
            Map.entry(501, "Not Implemented"));

    public static Response json(int status, JsonNode body) {
        return new Response(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.text(body));
    }

    /** A JSON body that is text already. */
    public static Response json(int status, String body) {
        return new Response(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    /** A JSON body as some endpoints send it: its type names no character set [R]. */
    public static Response plainJson(int status, JsonNode body) {
        return plainJson(status, Json.text(body));
    }

    /** A JSON body that is text already, of a type that names no character set. */
    public static Response plainJson(int status, String body) {
        return new Response(status, Map.of("Content-Type", "application/json"), body);
    }

    /** A body of bytes, each of which is a character of ISO 8859-1. */
    public static Response bytes(String type, byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return new Response(200, Map.of("Content-Type", type), text, StandardCharsets.ISO_8859_1);
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), "");
    }

    /** The Management API's error envelope; the errorCode is optional [D]. */
    static Response error(int status, String message, @Nullable String errorCode) {
        ObjectNode envelope = Json.object()
                .put("statusCode", status)
                .put("error", NAMES.getOrDefault(status, "Error"))
                .put("message", message);
        if (errorCode != null) {
            envelope.put("errorCode", errorCode);
        }
        return json(status, envelope);
    }

    public Response with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Response(status, all, body, charset);
    }

    /** This answer with these headers, unless it has its own. */
    Response under(Map<String, String> general) {
        Map<String, String> all = new LinkedHashMap<>(general);
        all.putAll(headers);
        return new Response(status, all, body, charset);
    }

    /** Leaves headers and body out: they hold tokens and users. */
    @Override
    public String toString() {
        return "Response[" + status + "]";
    }
}
