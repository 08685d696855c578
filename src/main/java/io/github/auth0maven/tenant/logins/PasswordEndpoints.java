package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.passwords.PasswordHashes;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Answers {@code /dbconnections/…}, and the pages that lead to a new password. */
final class PasswordEndpoints {

    private static final String SENT = "We've just sent you an email to reset your password.";

    private final Signup signup;
    private final Accounts accounts;
    private final PasswordHashes passwords;
    private final FailedAttempts attempts;
    private final Mail mail;

    PasswordEndpoints(Signup signup, PasswordHashes passwords, FailedAttempts attempts, Mail mail) {
        this.signup = signup;
        this.accounts = signup.accounts();
        this.passwords = passwords;
        this.attempts = attempts;
        this.mail = mail;
    }

    /** {@code POST /dbconnections/signup}; members and texts are recorded, those of a weak password documented. */
    Response signup(Request http) throws IOException, Refusal {
        Map<String, String> form = Parameters.ofBody(http);
        Signup.Result result = signup.add(connection(form), form);
        if (result instanceof Signup.Result.Refused refused) {
            throw refusal(refused);
        }
        Account account = ((Signup.Result.Added) result).account();
        ObjectNode body = Json.object()
                .put("_id", account.userId().substring(account.userId().indexOf('|') + 1));
        for (String name : new String[] {"email", "username", "given_name", "family_name", "name", "nickname"}) {
            if (form.containsKey(name) && account.profile().has(name)) {
                body.set(name, account.profile().path(name));
            }
        }
        body.put("email_verified", account.profile().path("email_verified").asBoolean());
        return Response.json(200, body);
    }

    private static Refusal refusal(Signup.Result.Refused refused) {
        boolean weak = refused.code().equals("invalid_password");
        ObjectNode body = Json.object()
                .put("name", weak ? "PasswordStrengthError" : "BadRequestError")
                .put("code", refused.code())
                .put(weak ? "message" : "description", refused.description())
                .put("statusCode", 400);
        return new Refusal(Response.json(400, body));
    }

    /** {@code POST /dbconnections/change_password}: the same answer for whoever does not exist [D]. */
    Response changePassword(Request http) throws IOException, Refusal {
        Map<String, String> form = Parameters.ofBody(http);
        String email = form.getOrDefault("email", "");
        if (email.isEmpty()) {
            throw OAuthError.refusal(400, "invalid_request", "email is required");
        }
        accounts.find(connection(form), email).ifPresent(mail::sendPasswordChange);
        return new Response(200, Map.of("Content-Type", "text/html; charset=utf-8"), SENT);
    }

    private String connection(Map<String, String> form) throws Refusal {
        String name = form.getOrDefault("connection", "");
        if (name.isEmpty()) {
            throw OAuthError.refusal(400, "invalid_request", "connection is required");
        }
        if (!accounts.hasConnection(name)) {
            throw OAuthError.refusal(400, "invalid_request", "Connection does not exist");
        }
        return name;
    }

    /** The page that a link in a message leads to. */
    Response newPasswordPage(Request http) throws Refusal {
        ticket(http);
        return LoginPages.newPassword(http.parameter("ticket").orElse(""), "");
    }

    Response newPassword(Request http) throws IOException, Refusal {
        Account account = ticket(http);
        String password = Parameters.ofBody(http).getOrDefault("password", "");
        if (!Signup.isGood(password)) {
            return LoginPages.newPassword(
                    http.parameter("ticket").orElse(""),
                    "Password is too weak: at least 8 characters, with three of lower case, upper case, digits and others");
        }
        Optional<URI> next = mail.use(http.parameter("ticket").orElse("")).resultUrl();
        accounts.setPasswordHash(account, passwords.hash(password));
        attempts.forget(account.userId());
        return next.map(url -> AuthorizationResponse.redirect(url.toString()))
                .orElseGet(() -> LoginPages.message(
                        "Password changed", "You may now log in to the application with the new password."));
    }

    /** The page that a link to verify an address leads to. */
    Response verifyEmail(Request http) throws Refusal {
        Account account = ticket(http);
        Optional<URI> next = mail.use(http.parameter("ticket").orElse("")).resultUrl();
        accounts.emailVerified(account);
        return next.map(url -> AuthorizationResponse.redirect(url.toString()))
                .orElseGet(() -> LoginPages.message("Email verified", "Your email address was successfully verified."));
    }

    private Account ticket(Request http) throws Refusal {
        return http.parameter("ticket")
                .flatMap(mail::ticket)
                .flatMap(ticket -> accounts.byId(ticket.userId()))
                .orElseThrow(LoginPages::expired);
    }
}
