package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/** What an answer may give back of the request, or of a user, and nobody must be told: it is replaced by an ellipsis. */
final class EchoedSecrets {

    private static final String HIDDEN = "…";
    private static final String SCHEME = "Bearer ";
    private static final Pattern SECRET_FIELD = Pattern.compile("(?<=client_secret=|client_assertion=)[^&]+");
    private static final int SHORTEST = 4;

    /** A JSON web token, or a hash as crypt and PHC write it. */
    private static final Pattern SHAPE = Pattern.compile(
            "(?<=Bearer )\\S{8,}|eyJ[A-Za-z0-9_.-]{8,}|\\$[a-z0-9-]{1,20}\\$[^\\s\"'<>,;]{8,}|\\{[A-Z0-9]{2,8}}[A-Za-z0-9+/=]{16,}");

    /** Letters and digits as words do not mix them. */
    private static final Pattern MIXTURE =
            Pattern.compile("(?=[A-Za-z+/=]*[0-9])(?=[0-9+/=]*[A-Za-z])[A-Za-z0-9+/=]{12,}");

    private EchoedSecrets() {}

    /** The text of an error that the service itself worded. */
    static String without(Request request, String told) {
        String text = told;
        for (String secret : secrets(request)) {
            text = text.replace(secret, HIDDEN);
        }
        return SHAPE.matcher(text).replaceAll(HIDDEN);
    }

    /** A text of whoever stands in the service's place, which may give back all that it was sent. */
    static String ofAnybody(Request request, String told) {
        return MIXTURE.matcher(without(request, told)).replaceAll(HIDDEN);
    }

    private static List<String> secrets(Request request) {
        List<String> secrets = new ArrayList<>();
        String authorization = request.header("Authorization");
        if (authorization != null) {
            secrets.add(authorization.replaceFirst("^" + SCHEME, ""));
        }
        SECRET_FIELD.matcher(form(request)).results().forEach(field -> {
            secrets.add(field.group());
            secrets.add(URLDecoder.decode(field.group(), UTF_8));
        });
        secrets.removeIf(secret -> secret.length() < SHORTEST);
        return secrets;
    }

    private static String form(Request request) {
        RequestBody body = request.body();
        if (body == null || body.isOneShot()) {
            return "";
        }
        Buffer sent = new Buffer();
        try {
            body.writeTo(sent);
        } catch (IOException e) {
            return "";
        }
        return sent.readUtf8();
    }
}
