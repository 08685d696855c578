package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Reads what a response says that is no success; nothing that it could be is a reason to fail. */
final class ErrorResponse {

    private static final int LARGEST = 16 << 10;

    private ErrorResponse() {}

    /** The error, in the service's own words. */
    static ServiceError read(Response response) {
        String location = response.header("Location");
        if (response.isRedirect() && location != null) {
            return error(
                    response, "", "redirects to " + target(response.request().url(), location));
        }
        byte[] body = beginning(response);
        try {
            ResponseJson json = ResponseJson.read(body);
            boolean token = !json.member("error_description").isNothing();
            String told = json.member(token ? "error_description" : "message").text();
            String message = OneLine.of(EchoedSecrets.without(response.request(), told));
            if (!message.isEmpty()) {
                return error(
                        response, json.member(token ? "error" : "errorCode").text(), message);
            }
        } catch (IOException e) {
            // not JSON: the beginning of whatever it is has to do
        }
        String text = OneLine.of(EchoedSecrets.ofAnybody(response.request(), new String(body, UTF_8)));
        return error(response, "", text.isEmpty() ? "no explanation" : text);
    }

    private static ServiceError error(Response response, String code, String message) {
        return new ServiceError(
                response.code(),
                Optional.of(OneLine.of(EchoedSecrets.without(response.request(), code)))
                        .filter(c -> !c.isEmpty()),
                message,
                RequestIds.of(response));
    }

    /** Where a redirect leads, without what may be a secret in it: name and password, query and fragment. */
    private static String target(HttpUrl from, String location) {
        HttpUrl to = from.resolve(location);
        if (to == null) {
            return "what is no address of a web server";
        }
        return OneLine.of(to.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build()
                .toString());
    }

    /** What there is of the body: the status has said what matters. */
    private static byte[] beginning(Response response) {
        try {
            return response.body().byteStream().readNBytes(LARGEST);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
