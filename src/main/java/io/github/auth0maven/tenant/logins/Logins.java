package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.applications.CustomClaim;
import io.github.auth0maven.tenant.logins.SessionEndpoints.UserInfo;
import io.github.auth0maven.tenant.passwords.PasswordHashes;
import io.github.auth0maven.tenant.server.Endpoint;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.tokens.SigningKey;
import io.github.auth0maven.tenant.tokens.TokenMint;
import io.github.auth0maven.tenant.tokens.UserClaims;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Authentication API of a local tenant, put together. */
public final class Logins {

    private final Clients clients;
    private final Mail mail;
    private final FailedAttempts attempts = new FailedAttempts();
    private final Discovery discovery;
    private final AuthorizeEndpoint authorize;
    private final LoginEndpoints pages;
    private final PasswordEndpoints passwords;
    private final LoginTokenEndpoint tokens;
    private final SessionEndpoints sessions;
    private final UserBlocks blocks;

    /**
     * What logins are put together from.
     *
     * @param issuer the tenant's URL, which ends with a slash
     * @param clients its applications and APIs
     * @param claims claims beside the standard ones
     */
    public record Parts(
            URI issuer,
            Clock clock,
            Clients clients,
            List<CustomClaim> claims,
            Accounts accounts,
            PasswordHashes passwords,
            MachineTokens machineTokens) {}

    /** Puts them together; the key is made beside. */
    public Logins(Parts parts) {
        Clock clock = parts.clock();
        Accounts accounts = parts.accounts();
        clients = parts.clients();
        mail = new Mail(parts.issuer(), clock);
        SigningKey key = SigningKey.make();
        UserClaims claims = new UserClaims(parts.claims());
        TokenMint mint = new TokenMint(parts.issuer(), key, clock, claims);
        LoginState state = LoginState.begin(clock);
        RefreshTokens refreshTokens = new RefreshTokens(clock);
        Sessions browserSessions = new Sessions(accounts, state.sessions(), clock, parts.issuer());
        Browsers browsers = new Browsers(browserSessions, new Transactions(clock, parts.issuer()));
        OneTimePasswords oneTime = new OneTimePasswords(clock);
        Authenticator authenticator = new Authenticator(accounts, parts.passwords(), oneTime, attempts);
        ClientAuthentication authentication = new ClientAuthentication(clients, parts.machineTokens());
        TokenResponses responses = new TokenResponses(mint, state, refreshTokens);
        Signup signup = new Signup(accounts, parts.passwords());
        blocks = new UserBlocks(accounts, attempts);
        discovery = new Discovery(parts.issuer(), key);
        authorize = new AuthorizeEndpoint(clients, accounts, state, browsers);
        pages = new LoginEndpoints(authenticator, state, browsers, authorize, signup);
        passwords = new PasswordEndpoints(signup, parts.passwords(), attempts, mail);
        UserInfo userInfo = new UserInfo(parts.issuer() + "userinfo", mint, claims, state, accounts);
        sessions = new SessionEndpoints(clients, browserSessions, userInfo, authentication, refreshTokens);
        PasswordGrant byPassword = new PasswordGrant(clients, authenticator, state, browserSessions, responses);
        Map<String, GrantType> grantTypes = new HashMap<>(byPassword.types(accounts));
        grantTypes.putAll(withoutPassword(parts, state, refreshTokens, responses));
        tokens = new LoginTokenEndpoint(authentication, grantTypes, byPassword);
    }

    private static Map<String, GrantType> withoutPassword(
            Parts parts, LoginState state, RefreshTokens refreshTokens, TokenResponses responses) {
        return Map.of(
                "authorization_code",
                new CodeGrant(state, refreshTokens, responses),
                "refresh_token",
                new RefreshGrant(parts.accounts(), refreshTokens, responses),
                "client_credentials",
                LoginTokenEndpoint.forItself(parts.clients(), parts.machineTokens(), responses));
    }

    /** The messages that would have been sent, and the tickets in their links. */
    public Mail mail() {
        return mail;
    }

    /** All that it answers. */
    public List<Route> routes() {
        Cors cors = new Cors(clients);
        return Stream.of(pageRoutes(), protocolRoutes(cors), blocks.routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> pageRoutes() {
        return List.of(
                get("/u/login", pages::loginPage),
                post("/u/login", pages::login),
                get("/u/signup", pages::signupPage),
                post("/u/signup", pages::signup),
                get("/u/mfa-otp-challenge", pages::oneTimePasswordPage),
                post("/u/mfa-otp-challenge", pages::oneTimePassword),
                get("/u/reset-password/request", pages::forgotPasswordPage),
                post("/u/reset-password/request", request -> pages.forgotPassword(request, mail)),
                get("/u/reset-verify", passwords::newPasswordPage),
                post("/u/reset-verify", passwords::newPassword),
                get("/u/email-verification", passwords::verifyEmail));
    }

    private List<Route> protocolRoutes(Cors cors) {
        return List.of(
                get("/.well-known/openid-configuration", cors.open(discovery::configuration)),
                get("/.well-known/jwks.json", cors.open(discovery::keys)),
                get("/authorize", authorize::answer),
                post("/oauth/token", cors.open(tokens::token)),
                preflight("/oauth/token", cors),
                post("/mfa/challenge", cors.open(tokens::challenge)),
                preflight("/mfa/challenge", cors),
                get("/userinfo", cors.open(sessions::userInfo)),
                post("/userinfo", cors.open(sessions::userInfo)),
                preflight("/userinfo", cors),
                post("/oauth/revoke", cors.open(sessions::revoke)),
                preflight("/oauth/revoke", cors),
                get("/v2/logout", sessions::logout),
                get("/oidc/logout", sessions::oidcLogout),
                post("/oidc/logout", sessions::oidcLogout),
                post("/dbconnections/signup", cors.open(passwords::signup)),
                preflight("/dbconnections/signup", cors),
                post("/dbconnections/change_password", cors.open(passwords::changePassword)),
                preflight("/dbconnections/change_password", cors));
    }

    private static Route get(String path, Endpoint endpoint) {
        return new Route("GET", path, List.of(), endpoint);
    }

    private static Route post(String path, Endpoint endpoint) {
        return new Route("POST", path, List.of(), endpoint);
    }

    private static Route preflight(String path, Cors cors) {
        return new Route("OPTIONS", path, List.of(), cors::preflight);
    }
}
