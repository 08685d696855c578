package io.github.auth0maven.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Auth0's OpenAPI document says of requests, and what is wrong with a request by it. */
final class DescribedRequests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/api/v2";
    private static final Pattern PART = Pattern.compile(
            "Content-Disposition: form-data; name=\"([^\"]+)\"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n(.*?)\r\n--",
            Pattern.DOTALL);

    private final JsonNode paths;

    /** Those that a test has been made of, by method and path. */
    private final Set<String> seen = new TreeSet<>();

    /**
     * A request as it arrives.
     *
     * @param target path and query, encoded
     */
    record Made(String method, String target, Optional<String> contentType, String body) {}

    DescribedRequests() throws IOException {
        try (InputStream in = DescribedRequests.class.getResourceAsStream("requests.openapi.json")) {
            paths = JSON.readTree(Objects.requireNonNull(in)).path("paths");
        }
    }

    /** All that the document describes. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return all;
    }

    Set<String> seen() {
        return seen;
    }

    /** What is wrong with a request; nothing if it is as it is described. */
    List<String> violations(Made request) throws IOException {
        String[] target = request.target().split("\\?", 2);
        String method = request.method().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (target[0].startsWith(ROOT)
                    && fits(path.getKey(), target[0].substring(ROOT.length()))
                    && path.getValue().has(method)) {
                seen.add(request.method() + " " + path.getKey());
                List<String> violations = new ArrayList<>();
                JsonNode operation = path.getValue().path(method);
                query(operation, target.length > 1 ? target[1] : "", violations);
                body(operation.path("requestBody").path("content"), request, violations);
                return violations;
            }
        }
        return List.of("nobody describes " + request.method() + " " + target[0]);
    }

    private static boolean fits(String template, String path) {
        return Pattern.matches(template.replaceAll("\\{[^}]+}", "[^/]+"), path);
    }

    private static void query(JsonNode operation, String query, List<String> violations) {
        Map<String, String> given = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            given.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                String name = parameter.path("name").asText();
                String value = given.remove(name);
                if (value == null && parameter.path("required").asBoolean()) {
                    violations.add("the parameter " + name + " is missing");
                } else if (value != null
                        && !isValid(parameter.path("schema"), typed(value, parameter.path("schema")))) {
                    violations.add("the parameter " + name + " is not as it should be");
                }
            }
        }
        given.keySet().forEach(name -> violations.add("nobody knows the parameter " + name));
    }

    /** A parameter is a text; a number or a truth is compared as one. */
    private static JsonNode typed(String value, JsonNode schema) {
        String type = schema.path("type").asText();
        if (type.equals("integer") && value.matches("\\d{1,9}")) {
            return JSON.getNodeFactory().numberNode(Integer.parseInt(value));
        }
        return type.equals("boolean") && value.matches("true|false")
                ? JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(value))
                : JSON.getNodeFactory().textNode(value);
    }

    private static void body(JsonNode described, Made request, List<String> violations) throws IOException {
        if (described.isMissingNode()) {
            if (!request.body().isEmpty()) {
                violations.add("a body that nobody asks for");
            }
            return;
        }
        String type = request.contentType().orElse("").split(";", 2)[0].strip();
        if (!described.has(type)) {
            violations.add("a body of the type " + type);
            return;
        }
        JsonNode body = type.startsWith("multipart/") ? parts(request.body()) : JSON.readTree(request.body());
        if (!isValid(described.path(type).path("schema"), body)) {
            violations.add("a body that is not as it should be");
        }
    }

    private static ObjectNode parts(String body) {
        ObjectNode parts = JSON.createObjectNode();
        Matcher part = PART.matcher(body);
        for (int from = 0; part.find(from); from = part.end() - 2) {
            parts.put(part.group(1), part.group(2));
        }
        return parts;
    }

    private static boolean isValid(JsonNode schema, JsonNode value) {
        return new ValidatorFactory()
                .validate(schema.toString(), value.toString())
                .isValid();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
