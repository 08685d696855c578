package io.github.auth0maven.management;

/** What proves to the tenant that this build may import users. */
public sealed interface Credentials {

    /** An application's client id and secret, exchanged for a token (client credentials grant). */
    record ClientSecret(String clientId, String secret) implements Credentials {
        @Override
        public String toString() {
            return "ClientSecret[" + clientId + "]";
        }
    }

    /** An access token for the Management API, made elsewhere. */
    record AccessToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "AccessToken[]";
        }
    }
}
