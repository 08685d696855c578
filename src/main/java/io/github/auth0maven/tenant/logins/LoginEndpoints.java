package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.logins.Authenticator.Result;
import io.github.auth0maven.tenant.logins.LoginState.SecondFactor;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.tokens.Login;
import java.io.IOException;
import java.util.Map;

/** Answers what the pages of a login send: a password, a one-time password, a new account. */
final class LoginEndpoints {

    private final Accounts accounts;
    private final Authenticator authenticator;
    private final LoginState state;
    private final Sessions sessions;
    private final Transactions transactions;
    private final AuthorizeEndpoint authorize;
    private final Signup signup;

    LoginEndpoints(
            Authenticator authenticator,
            LoginState state,
            Browsers browsers,
            AuthorizeEndpoint authorize,
            Signup signup) {
        this.accounts = signup.accounts();
        this.authenticator = authenticator;
        this.state = state;
        this.sessions = browsers.sessions();
        this.transactions = browsers.transactions();
        this.authorize = authorize;
        this.signup = signup;
    }

    Response loginPage(Request http) throws Refusal {
        AuthorizationRequest request = transactions.of(http);
        return LoginPages.login(request, Transactions.id(http), request.parameter("login_hint"), "");
    }

    Response login(Request http) throws IOException, Refusal {
        AuthorizationRequest request = transactions.of(http);
        Map<String, String> form = Parameters.ofBody(http);
        String identifier = form.getOrDefault("username", "");
        Result result = authenticator.tryPassword(connection(request), identifier, form.getOrDefault("password", ""));
        if (result instanceof Result.Accepted accepted) {
            return finish(http, request, accepted.account());
        }
        if (result instanceof Result.SecondFactor second) {
            state.secondFactors().put(Transactions.id(http), new SecondFactor(second.account(), request.granted()));
            return AuthorizationResponse.redirect("/u/mfa-otp-challenge?state=" + Transactions.id(http));
        }
        Authenticator.Reason reason = ((Result.Refused) result).reason();
        if (reason == Authenticator.Reason.BLOCKED) {
            transactions.end(http);
            return AuthorizationResponse.error(request, reason.error(), reason.description());
        }
        return LoginPages.login(request, Transactions.id(http), identifier, reason.description());
    }

    Response oneTimePasswordPage(Request http) throws Refusal {
        AuthorizationRequest request = transactions.of(http);
        secondFactor(http);
        return LoginPages.oneTimePassword(request, Transactions.id(http), "");
    }

    Response oneTimePassword(Request http) throws IOException, Refusal {
        AuthorizationRequest request = transactions.of(http);
        SecondFactor second = secondFactor(http);
        String code = Parameters.ofBody(http).getOrDefault("code", "");
        if (!authenticator.tryOneTimePassword(second.account(), code)) {
            return LoginPages.oneTimePassword(request, Transactions.id(http), "The code you entered is invalid");
        }
        state.secondFactors().take(Transactions.id(http));
        return finish(http, request, second.account());
    }

    Response signupPage(Request http) throws Refusal {
        AuthorizationRequest request = transactions.of(http);
        return LoginPages.signup(request, Transactions.id(http), request.parameter("login_hint"), "");
    }

    Response signup(Request http) throws IOException, Refusal {
        AuthorizationRequest request = transactions.of(http);
        Map<String, String> form = Parameters.ofBody(http);
        Signup.Result result = signup.add(connection(request), form);
        if (result instanceof Signup.Result.Refused refused) {
            return LoginPages.signup(
                    request, Transactions.id(http), form.getOrDefault("email", ""), refused.description());
        }
        return finish(http, request, ((Signup.Result.Added) result).account());
    }

    Response forgotPasswordPage(Request http) throws Refusal {
        return LoginPages.forgotPassword(transactions.of(http), Transactions.id(http));
    }

    /** The same answer for whoever does not exist. */
    Response forgotPassword(Request http, Mail mail) throws IOException, Refusal {
        AuthorizationRequest request = transactions.of(http);
        String email = Parameters.ofBody(http).getOrDefault("email", "");
        accounts.find(connection(request), email).ifPresent(mail::sendPasswordChange);
        return LoginPages.message("Check your email", "A message with a link to a new password has been kept for you.");
    }

    private Response finish(Request http, AuthorizationRequest request, Account account) {
        transactions.end(http);
        Login login = sessions.begin(account, http);
        return authorize.code(request, login).with(Map.of("Set-Cookie", sessions.cookieFor(login)));
    }

    private SecondFactor secondFactor(Request http) throws Refusal {
        return state.secondFactors().get(Transactions.id(http)).orElseThrow(LoginPages::expired);
    }

    private String connection(AuthorizationRequest request) {
        String named = request.parameter("connection");
        return named.isEmpty() ? accounts.defaultConnection() : named;
    }
}
