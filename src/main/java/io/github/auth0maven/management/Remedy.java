package io.github.auth0maven.management;

import io.github.auth0maven.service.ServiceError;
import java.util.List;
import java.util.regex.Pattern;

/** What a person can do about a refusal, by Auth0's own words for it. */
public final class Remedy {

    static final String GRANT = grant(Purpose.IMPORT.scopes());

    static final String ENABLE =
            "Enable the connection for at least one application: in the Dashboard under Authentication > Database > (the"
                    + " connection) > Applications";

    static final String DATABASE =
            "Users can be imported into a database connection only: set auth0.connection to one that the Dashboard lists under"
                    + " Authentication > Database";

    static final String IMPORT_MODE =
            "Turn on \"Import Users to Auth0\" in the connection's settings: in the Dashboard under Authentication > Database >"
                    + " (the connection) > Settings";

    static final String RENEW =
            "Get a new one, or give the client id and the secret or private key of an application, so that tokens are fetched"
                    + " when needed";

    /** The domains that Auth0 gives; a private cloud may have others. */
    private static final Pattern OWN_DOMAIN = Pattern.compile("https://[^/]+\\.auth0\\.com/");

    private Remedy() {}

    /** The error and what to do about it, in one line. */
    public static String explain(ServiceError error) {
        String advice = of(error.status(), error.code().orElse(""), error.message());
        String told = error.toString();
        return told + (advice.isEmpty() ? "" : (told.endsWith(".") ? " " : ". ") + advice);
    }

    private static String of(int status, String code, String message) {
        if (message.contains("client-grant")) {
            return "Let the application use the Management API: " + GRANT;
        }
        if (message.startsWith("Service not found")) {
            return ofAudience(message);
        }
        if (code.equals("unauthorized_client")) {
            return "Allow it: in the Dashboard under Applications > (the application) > Settings > Advanced > Grant Types, tick"
                    + " Client Credentials";
        }
        if (code.equals("access_denied") || code.equals("invalid_client")) {
            return "The client id, or its secret or private key, is not one of this tenant's: check <username>, and <password> or"
                    + " <privateKey>, of the <server> (or the environment, if the log says that they are from there), and in the"
                    + " Dashboard under Applications > (the application) > Credentials that it authenticates in this way";
        }
        String ofToken = ofToken(status, code, message);
        if (!ofToken.isEmpty()) {
            return ofToken;
        }
        if (status >= 300 && status < 400) {
            return "Redirects are not followed, for the users and the token would go along: set auth0.domain to the tenant itself";
        }
        return ofConnection(code, message) + ofJob(status, code, message);
    }

    private static String ofToken(int status, String code, String message) {
        if (code.equals("insufficient_scope") || message.startsWith("Insufficient scope")) {
            return "The token lacks that scope: " + GRANT;
        }
        if (message.startsWith("Expired token")) {
            return "The token has expired. " + RENEW;
        }
        if (message.startsWith("Invalid signature")) {
            return "The token was made by another tenant: get one from the tenant that auth0.domain names";
        }
        if (status == 401) {
            return "The access token is not one for this tenant's Management API: get a new one, with the audience"
                    + " https://{tenant domain}/api/v2/";
        }
        if (code.equals("Bearer") || message.startsWith("Bad HTTP authentication header")) {
            return "The access token is not a JWT: it was made without the Management API's audience, or it is no token at all";
        }
        return "";
    }

    /** The ways in which an audience is wrong. */
    private static String ofAudience(String message) {
        String form = "it is https://{tenant domain}/api/v2/, with the slash at its end";
        if (message.endsWith("/api/v2")) {
            return "The audience lacks the slash at its end: set auth0.audience to https://{tenant domain}/api/v2/";
        }
        if (!message.endsWith("/api/v2/")) {
            return "The audience is not the Management API's: " + form + "; set auth0.audience";
        }
        return OWN_DOMAIN.matcher(message).find()
                ? "That is the audience of another tenant: set auth0.domain and auth0.audience to the same one"
                : "If that is a custom domain, the audience is still that of the tenant's own domain, such as"
                        + " https://example.eu.auth0.com/api/v2/: set auth0.audience";
    }

    private static String ofConnection(String code, String message) {
        if (message.contains("import mode")) {
            return IMPORT_MODE;
        }
        if (code.equals("inexistent_connection") || message.startsWith("The connection does not exist")) {
            return "Set auth0.connection to the name, or the id, of a database connection of this tenant; the Dashboard lists them"
                    + " under Authentication > Database";
        }
        if (code.equals("operation_not_supported") || message.contains("must be a database connection")) {
            return DATABASE;
        }
        if (code.equals("connection_is_disabled") || message.startsWith("Connection must be enabled")) {
            return ENABLE;
        }
        return "";
    }

    private static String ofJob(int status, String code, String message) {
        if (code.equals("inexistent_job") || message.startsWith("The job does not exist")) {
            return "Auth0 forgets a job 24 hours after it was created; what became of its users only the tenant can tell: import"
                    + " them again, with upsert if they may exist by then";
        }
        if (status == 413) {
            return "Auth0 takes 512,000 bytes at a time: shorten this user's metadata";
        }
        return "";
    }

    /** Where these scopes are granted, and the one for finding a connection. */
    static String grant(List<String> scopes) {
        return "in the Dashboard under Applications > APIs > Auth0 Management API > Machine to Machine Applications,"
                + " authorize the application and grant it " + String.join(", ", scopes) + " and read:connections";
    }
}
