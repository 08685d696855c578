package io.github.auth0maven.tenant.applications;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * An application that people log in to, or that calls an API for itself.
 *
 * @param id the client id
 * @param secret the client secret; empty for a public application, which has none
 * @param name what the login page calls it
 * @param kind what sort of application it is
 * @param urls where it may be returned to, and from where its pages may call
 * @param grants the grant types that it may use
 * @param idTokenAlgorithm {@code RS256}, or {@code HS256}, signed with the secret
 */
public record Application(
        String id, String secret, String name, Kind kind, Urls urls, Set<String> grants, String idTokenAlgorithm) {

    /** The grant type of a login with a password in a named connection. */
    public static final String PASSWORD_REALM = "http://auth0.com/oauth/grant-type/password-realm";
    /** The grant type of the second step of a login: a one-time password. */
    public static final String MFA_OTP = "http://auth0.com/oauth/grant-type/mfa-otp";

    private static final Set<String> OF_PEOPLE =
            Set.of("authorization_code", "refresh_token", "password", PASSWORD_REALM, MFA_OTP);
    private static final Set<String> ALL =
            Set.of("authorization_code", "refresh_token", "password", PASSWORD_REALM, MFA_OTP, "client_credentials");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The kinds of applications, as Auth0 names them in {@code app_type}. */
    public enum Kind {
        /** A server that keeps a secret and logs people in. */
        REGULAR_WEB,
        /** A page in a browser; public. */
        SPA,
        /** A program on a device; public. */
        NATIVE,
        /** A program that acts for itself. */
        NON_INTERACTIVE;

        /** Whether applications of this kind keep no secret. */
        public boolean isPublic() {
            return this == SPA || this == NATIVE;
        }
    }

    /**
     * The URLs of an application.
     *
     * @param callbacks where a login may lead back to
     * @param logouts where a logout may lead to
     * @param origins whose pages may ask for tokens and for silent logins
     */
    public record Urls(AllowedUrls callbacks, AllowedUrls logouts, AllowedUrls origins) {

        /** Anything on this machine. */
        public static Urls onLoopback() {
            AllowedUrls loopback = AllowedUrls.of(List.of(AllowedUrls.ANY_ON_LOOPBACK));
            return new Urls(loopback, loopback, loopback);
        }
    }

    /** Copies the grants. */
    public Application {
        grants = Set.copyOf(grants);
    }

    /** A confidential application with a new id and secret that may use every grant, called from anywhere on this machine. */
    public static Application confidential(String name) {
        return new Application(random(24), random(48), name, Kind.REGULAR_WEB, Urls.onLoopback(), ALL, "RS256");
    }

    /** An application that acts for itself, and to which nobody logs in. */
    public static Application machine(String id, String secret, String name) {
        AllowedUrls none = AllowedUrls.of(List.of());
        return new Application(
                id,
                secret,
                name,
                Kind.NON_INTERACTIVE,
                new Urls(none, none, none),
                grantsOf(Kind.NON_INTERACTIVE),
                "RS256");
    }

    /** A public application with a new id, called from anywhere on this machine. */
    public static Application publicClient(String name) {
        return new Application(random(24), "", name, Kind.SPA, Urls.onLoopback(), OF_PEOPLE, "RS256");
    }

    /** Whether it keeps no secret. */
    public boolean isPublic() {
        return secret.isEmpty();
    }

    /** Whether it may use this grant type. */
    public boolean mayUse(String grantType) {
        return grants.contains(grantType);
    }

    /** The grants that an application of this kind has unless it is said otherwise. */
    public static Set<String> grantsOf(Kind kind) {
        return switch (kind) {
            case NON_INTERACTIVE -> Set.of("client_credentials");
            case REGULAR_WEB -> ALL;
            case SPA, NATIVE -> OF_PEOPLE;
        };
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "Application[" + id + ", " + kind + "]";
    }
}
