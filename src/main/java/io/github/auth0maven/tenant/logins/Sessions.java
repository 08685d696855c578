package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.tokens.Login;
import io.github.auth0maven.tenant.tokens.Remembered;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Who is logged in to the tenant in which browser. */
final class Sessions {

    private final Accounts accounts;
    private final Remembered<Login> logins;
    private final Clock clock;
    private final String cookie;
    private final String attributes;

    /**
     * Sessions kept by a cookie; pages in frames get it over TLS, or from the same host.
     *
     * @param issuer where the tenant answers: browsers send cookies to every port of a host, on which there may be other tenants
     */
    Sessions(Accounts accounts, Remembered<Login> logins, Clock clock, URI issuer) {
        this.accounts = accounts;
        this.logins = logins;
        this.clock = clock;
        this.cookie = "auth0." + issuer.getPort();
        boolean secure = issuer.getScheme().equals("https");
        this.attributes = "; Path=/; HttpOnly; " + (secure ? "Secure; SameSite=None" : "SameSite=Lax");
    }

    /** The login of this browser, with the user's profile as it is now. */
    Optional<Login> of(Request request) {
        return request.cookie(cookie)
                .flatMap(logins::get)
                .flatMap(login -> accounts.byId(login.userId())
                        .filter(account -> !account.isBlocked())
                        .map(account -> new Login(login.userId(), account.profile(), login.at(), login.session())));
    }

    /** A login that is in no browser's session. */
    Login begin(Account account, Request request) {
        Account now = accounts.loggedIn(account, clock.instant(), request.remoteAddress());
        return new Login(now.userId(), now.profile(), clock.instant(), Remembered.randomText());
    }

    /** Begins a session in a browser. */
    String cookieFor(Login login) {
        return cookie + "=" + logins.add(login) + attributes;
    }

    /** Ends the session of a browser. */
    String end(Request request) {
        request.cookie(cookie).ifPresent(logins::take);
        return cookie + "=; Max-Age=0" + attributes;
    }

    boolean isYoungEnough(Login login, AuthorizationRequest request) {
        return request.maxAge()
                .map(seconds -> !login.at().plusSeconds(seconds).isBefore(clock.instant()))
                .orElse(true);
    }
}
