package io.github.auth0maven.management;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Tells a proxy who is calling, and gives it name and password if it asks for them as Basic, once. */
final class ProxyAuthenticator implements Authenticator {

    /** OkHttp asks under this name before anything has been sent. */
    private static final String BEFORE = "OkHttp-Preemptive";

    private static final String LOGIN = "Proxy-Authorization";

    private final ProxyServer proxy;
    private final String userAgent;

    ProxyAuthenticator(ProxyServer proxy, String userAgent) {
        this.proxy = proxy;
        this.userAgent = userAgent;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        if (!response.request().method().equals("CONNECT")) {
            // The tenant itself asks, and is not to know it.
            return null;
        }
        Request.Builder request = response.request().newBuilder().header("User-Agent", userAgent);
        List<Challenge> challenges = response.challenges();
        if (challenges.stream().anyMatch(challenge -> challenge.scheme().equals(BEFORE))) {
            return request.build();
        }
        Optional<Challenge> basic = challenges.stream()
                .filter(challenge -> challenge.scheme().equalsIgnoreCase("Basic"))
                .findFirst();
        if (basic.isEmpty() || proxy.login().isEmpty() || response.request().header(LOGIN) != null) {
            throw new ProxyException("The proxy " + proxy + refusal(challenges, basic.isPresent()));
        }
        ProxyServer.Login login = proxy.login().get();
        return request.header(
                        LOGIN,
                        Credentials.basic(
                                login.username(), login.password(), basic.get().charset()))
                .build();
    }

    private String refusal(List<Challenge> challenges, boolean takesBasic) {
        if (!takesBasic) {
            return " wants to know its users by "
                    + OneLine.of(challenges.stream().map(Challenge::scheme).collect(Collectors.joining(", ")))
                    + ", and this plugin can tell it a name and a password (Basic) only: use another proxy, or one on this"
                    + " machine that speaks to it";
        }
        return proxy.login().isEmpty()
                ? " wants a name and a password (HTTP 407): add <username> and <password> to the <proxy> in settings.xml"
                : " does not take the name and the password that it is given (HTTP 407): check <username> and"
                        + " <password> of the <proxy> in settings.xml";
    }
}
