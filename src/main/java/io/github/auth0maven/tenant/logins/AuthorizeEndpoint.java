package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.tokens.Granted;
import io.github.auth0maven.tenant.tokens.Login;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers {@code GET /authorize}: sends a browser back with a code, or on to the login page.
 *
 * <p>A browser is sent to an application only once it is known to be one of its own callbacks; until then errors are shown here.
 */
final class AuthorizeEndpoint {

    private static final Set<String> RESPONSE_MODES = Set.of("query", "fragment", "form_post", "web_message");

    private final Clients clients;
    private final Accounts accounts;
    private final LoginState state;
    private final Transactions transactions;
    private final Sessions sessions;

    AuthorizeEndpoint(Clients clients, Accounts accounts, LoginState state, Browsers browsers) {
        this.clients = clients;
        this.accounts = accounts;
        this.state = state;
        this.transactions = browsers.transactions();
        this.sessions = browsers.sessions();
    }

    Response answer(Request http) throws Refusal {
        Map<String, String> parameters = Parameters.ofQuery(http);
        Application application = application(parameters);
        String redirectUri = redirectUri(application, parameters);
        Optional<Granted> granted = clients.grantedToPeople(application, parameters);
        Granted nothing = new Granted(application, Optional.empty(), Set.of());
        AuthorizationRequest request =
                new AuthorizationRequest(application, redirectUri, parameters, granted.orElse(nothing));
        if (request.responseMode().equals("web_message")) {
            checkOrigin(request);
        }
        Optional<OAuthError> error = error(request, granted.isPresent());
        return error.isPresent()
                ? AuthorizationResponse.error(
                        request, error.get().error(), error.get().description())
                : login(http, request);
    }

    private Application application(Map<String, String> parameters) throws Refusal {
        String id = parameters.getOrDefault("client_id", "");
        if (id.isEmpty()) {
            throw LoginPages.error(400, "invalid_request", "Missing required parameter: client_id");
        }
        return clients.application(id)
                .orElseThrow(() -> LoginPages.error(400, "invalid_request", "Unknown client: " + id));
    }

    private static String redirectUri(Application application, Map<String, String> parameters) throws Refusal {
        String given = parameters.getOrDefault("redirect_uri", "");
        if (given.isEmpty()) {
            throw LoginPages.error(400, "invalid_request", "Missing required parameter: redirect_uri");
        }
        if (!application.urls().callbacks().allow(given)) {
            throw LoginPages.error(
                    403,
                    "access_denied",
                    "Callback URL mismatch. The provided redirect_uri is not in the list of allowed callback URLs: "
                            + given);
        }
        return given;
    }

    private static void checkOrigin(AuthorizationRequest request) throws Refusal {
        String origin = AuthorizationResponse.origin(request.redirectUri());
        if (!request.application().urls().origins().allow(origin)) {
            throw LoginPages.error(
                    403, "access_denied", "The origin " + origin + " is not in the list of allowed web origins");
        }
    }

    private Optional<OAuthError> error(AuthorizationRequest request, boolean apiKnown) {
        String type = request.parameter("response_type");
        String method = request.parameters().getOrDefault("code_challenge_method", "plain");
        String connection = request.parameter("connection");
        if (type.isEmpty()) {
            return error("invalid_request", "Missing required parameter: response_type");
        }
        if (!type.equals("code")) {
            return error("unsupported_response_type", "Unsupported response type: " + type);
        }
        if (!RESPONSE_MODES.contains(request.responseMode())) {
            return error("invalid_request", "Invalid response_mode: " + request.responseMode());
        }
        if (!apiKnown) {
            return error("access_denied", "Service not found: " + request.parameter("audience"));
        }
        if (!request.application().mayUse("authorization_code")) {
            return error("unauthorized_client", "Grant type 'authorization_code' not allowed for the client.");
        }
        if (!request.parameter("code_challenge").isEmpty()
                && !List.of("S256", "plain").contains(method)) {
            return error("invalid_request", "code_challenge_method must be S256 or plain");
        }
        return connection.isEmpty() || accounts.hasConnection(connection)
                ? Optional.empty()
                : error("invalid_request", "the connection was not found");
    }

    private static Optional<OAuthError> error(String error, String description) {
        return Optional.of(new OAuthError(400, error, description));
    }

    private Response login(Request http, AuthorizationRequest request) {
        Optional<Login> login = sessions.of(http).filter(each -> sessions.isYoungEnough(each, request));
        if (request.has("none")) {
            return login.map(each -> code(request, each))
                    .orElseGet(() -> AuthorizationResponse.error(request, "login_required", "Login required"));
        }
        if (login.isPresent() && !request.has("login") && !request.has("select_account")) {
            return code(request, login.get());
        }
        String page = request.parameter("screen_hint").equals("signup") ? "/u/signup" : "/u/login";
        return transactions.begin(http, request, page);
    }

    /** Sends the browser back with a code for this login. */
    Response code(AuthorizationRequest request, Login login) {
        return AuthorizationResponse.code(request, state.codes().add(new LoginState.Code(request, login)));
    }
}
