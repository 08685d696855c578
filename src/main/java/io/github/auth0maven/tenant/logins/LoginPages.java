package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Response;

/** The pages that people see: to log in, to sign up, to give a one-time password, to choose a new password, and errors. */
final class LoginPages {

    private static final String PASSWORD = "type=\"password\" required autocomplete=";

    private LoginPages() {}

    static Response login(AuthorizationRequest request, String state, String identifier, String error) {
        String content = "<h1>Log in</h1><p>to continue to "
                + Html.escaped(request.application().name()) + "</p>"
                + Html.alert(error)
                + "<form method=\"post\" action=\"/u/login?state=" + state + "\">"
                + Html.field(
                        "username",
                        "Email address or username",
                        "type=\"text\" required autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\""
                                + described(error) + focus(identifier.isEmpty()) + " value=\""
                                + Html.escaped(identifier) + "\"")
                + Html.field("password", "Password", PASSWORD + "\"current-password\"" + focus(!identifier.isEmpty()))
                + "<button type=\"submit\" name=\"action\" value=\"default\">Continue</button></form>"
                + "<p><a href=\"/u/reset-password/request?state=" + state + "\">Forgot password?</a></p>"
                + "<p>No account? <a href=\"/u/signup?state=" + state + "\">Sign up</a></p>";
        return page(error.isEmpty() ? 200 : 400, "Log in", content, request);
    }

    static Response signup(AuthorizationRequest request, String state, String email, String error) {
        String content = "<h1>Sign up</h1><p>to continue to "
                + Html.escaped(request.application().name()) + "</p>"
                + Html.alert(error)
                + "<form method=\"post\" action=\"/u/signup?state=" + state + "\">"
                + Html.field(
                        "email",
                        "Email address",
                        "type=\"email\" required autocomplete=\"email\"" + focus(true) + described(error) + " value=\""
                                + Html.escaped(email) + "\"")
                + Html.field("password", "Password", PASSWORD + "\"new-password\"")
                + "<button type=\"submit\">Continue</button></form>"
                + "<p>Already have an account? <a href=\"/u/login?state=" + state + "\">Log in</a></p>";
        return page(error.isEmpty() ? 200 : 400, "Sign up", content, request);
    }

    static Response oneTimePassword(AuthorizationRequest request, String state, String error) {
        String content = "<h1>Verify your identity</h1><p>Enter the code of your authenticator application.</p>"
                + Html.alert(error)
                + "<form method=\"post\" action=\"/u/mfa-otp-challenge?state=" + state + "\">"
                + Html.field(
                        "code",
                        "One-time code",
                        "inputmode=\"numeric\" pattern=\"[0-9]{6}\" required autocomplete=\"one-time-code\""
                                + focus(true) + described(error))
                + "<button type=\"submit\">Continue</button></form>";
        return page(error.isEmpty() ? 200 : 400, "Verify your identity", content, request);
    }

    static Response forgotPassword(AuthorizationRequest request, String state) {
        String content = "<h1>Forgot your password?</h1>"
                + "<form method=\"post\" action=\"/u/reset-password/request?state=" + state + "\">"
                + Html.field("email", "Email address", "type=\"email\" required autocomplete=\"email\"" + focus(true))
                + "<button type=\"submit\">Continue</button></form>"
                + "<p><a href=\"/u/login?state=" + state + "\">Back</a></p>";
        return page(200, "Forgot your password?", content, request);
    }

    static Response newPassword(String ticket, String error) {
        String content = "<h1>Change your password</h1>" + Html.alert(error)
                + "<form method=\"post\" action=\"/u/reset-verify?ticket=" + Html.escaped(ticket) + "\">"
                + Html.field("password", "New password", PASSWORD + "\"new-password\"" + focus(true) + described(error))
                + "<button type=\"submit\">Continue</button></form>";
        return shown(error.isEmpty() ? 200 : 400, Html.page("Change your password", content, ""));
    }

    static Response message(String title, String text) {
        return shown(200, Html.page(title, "<h1>" + title + "</h1><p>" + Html.escaped(text) + "</p>", ""));
    }

    /** An error that no application may be told. */
    static Refusal error(int status, String error, String description) {
        String content = "<h1>Oops!, something went wrong</h1>" + Html.alert(error + ": " + description);
        return new Refusal(shown(status, Html.page("Error", content, "")));
    }

    static Refusal expired() {
        return error(
                400,
                "invalid_request",
                "This page is no longer valid: go back to the application and log in from there.");
    }

    private static String described(String error) {
        return error.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"error\"";
    }

    private static String focus(boolean here) {
        return here ? " autofocus" : "";
    }

    private static Response page(int status, String title, String content, AuthorizationRequest request) {
        return shown(status, Html.page(title, content, AuthorizationResponse.origin(request.redirectUri())));
    }

    private static Response shown(int status, Html.Page page) {
        return new Response(status, page.headers(), page.html());
    }
}
