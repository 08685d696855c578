package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.tokens.Remembered;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Logins that have begun and wait for a password, each for the browser in which it began: nobody is logged in as somebody else by a
 * link to, or a form for, a login that another browser began.
 */
final class Transactions {

    private final Remembered<Begun> begun;
    private final String cookie;
    private final String attributes;

    private record Begun(AuthorizationRequest request, String browser) {}

    /** Transactions of the tenant at this URL, in whose cookie is its port, for browsers leave that out. */
    Transactions(Clock clock, URI issuer) {
        begun = new Remembered<>(clock, Duration.ofHours(1));
        cookie = "did." + issuer.getPort();
        attributes = "; Path=/; HttpOnly; SameSite=Lax" + (issuer.getScheme().equals("https") ? "; Secure" : "");
    }

    /** Sends the browser on to a page of ours, which goes on with this request. */
    Response begin(Request http, AuthorizationRequest request, String page) {
        Optional<String> known = http.cookie(cookie).filter(text -> !text.isEmpty());
        String browser = known.orElseGet(Remembered::randomText);
        Response response = AuthorizationResponse.redirect(page + "?state=" + begun.add(new Begun(request, browser)));
        return known.isPresent() ? response : response.with(Map.of("Set-Cookie", cookie + "=" + browser + attributes));
    }

    /** What a page of ours goes on with. */
    AuthorizationRequest of(Request http) throws Refusal {
        return begun.get(id(http))
                .filter(each ->
                        http.cookie(cookie).filter(each.browser()::equals).isPresent())
                .map(Begun::request)
                .orElseThrow(LoginPages::expired);
    }

    /** Ends it: somebody has logged in, or may not. */
    void end(Request http) {
        begun.take(id(http));
    }

    /** Which of them a request is about. */
    static String id(Request http) {
        return http.parameter("state").orElse("");
    }
}
