package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends a browser back to the application, in the response mode that it asked for. */
final class AuthorizationResponse {

    private AuthorizationResponse() {}

    static Response code(AuthorizationRequest request, String code) {
        return send(request, Map.of("code", code));
    }

    static Response error(AuthorizationRequest request, String error, String description) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        parameters.put("error_description", description);
        return send(request, parameters);
    }

    private static Response send(AuthorizationRequest request, Map<String, String> result) {
        Map<String, String> parameters = new LinkedHashMap<>(result);
        if (!request.state().isEmpty()) {
            parameters.put("state", request.state());
        }
        return switch (request.responseMode()) {
            case "form_post" -> formPost(request, parameters);
            case "web_message" -> webMessage(request, parameters);
            case "fragment" -> redirect(request.redirectUri() + "#" + query(parameters));
            default -> redirect(withQuery(request.redirectUri(), parameters));
        };
    }

    /** A redirection that no cache keeps. */
    static Response redirect(String location) {
        return new Response(302, Map.of("Location", location, "Cache-Control", "no-store"), "");
    }

    static String withQuery(String uri, Map<String, String> parameters) {
        return parameters.isEmpty() ? uri : uri + (uri.contains("?") ? "&" : "?") + query(parameters);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A form that sends itself; where scripts are off, a button does. */
    private static Response formPost(AuthorizationRequest request, Map<String, String> parameters) {
        String inputs = parameters.entrySet().stream()
                .map(each -> "<input type=\"hidden\" name=\"" + each.getKey() + "\" value=\""
                        + Html.escaped(each.getValue()) + "\">")
                .collect(Collectors.joining());
        String form = "<form method=\"post\" action=\"" + Html.escaped(request.redirectUri()) + "\">" + inputs
                + "<noscript><button>Continue</button></noscript></form>";
        Html.Page page = Html.script("Back to the application", "document.forms[0].submit()", form, List.of());
        return new Response(200, page.headers(), page.html());
    }

    /** A message to the page that opened this one or holds it in a frame, and to no other origin. */
    private static Response webMessage(AuthorizationRequest request, Map<String, String> parameters) {
        String origin = origin(request.redirectUri());
        ObjectNode message = Json.object().put("type", "authorization_response");
        ObjectNode response = message.putObject("response");
        parameters.forEach(response::put);
        String script = "(window.opener||window.parent).postMessage(" + forScript(Json.text(message)) + ","
                + forScript(Json.text(Json.MAPPER.valueToTree(origin))) + ")";
        Html.Page page = Html.script("Authorization response", script, "", List.of(origin));
        return new Response(200, page.headers(), page.html());
    }

    /** JSON that cannot end the script that it stands in. */
    private static String forScript(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** Scheme, host and port of a URL. */
    static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getRawAuthority() == null ? "" : uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
