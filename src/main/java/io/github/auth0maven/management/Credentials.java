package io.github.auth0maven.management;

import java.security.interfaces.RSAPrivateKey;

/** What proves to the tenant that this build may import users. */
public sealed interface Credentials {

    /** An application's own, exchanged for a token (client credentials grant). */
    sealed interface OfApplication extends Credentials {
        /** The application's client id. */
        String clientId();
    }

    /** An application's client id and secret. */
    record ClientSecret(String clientId, String secret) implements OfApplication {
        @Override
        public String toString() {
            return "ClientSecret[" + clientId + "]";
        }
    }

    /**
     * An application's client id and private key, which never leaves this machine ({@code private_key_jwt}).
     *
     * @param signature the one that the application's public key is registered for
     */
    record PrivateKeyJwt(String clientId, RSAPrivateKey key, Signing signature) implements OfApplication {
        @Override
        public String toString() {
            return "PrivateKeyJwt[" + clientId + "]";
        }
    }

    /** The signatures that Auth0 takes from an application; all of them want an RSA key. */
    enum Signing {
        RS256,
        RS384,
        PS256
    }

    /** An access token for the Management API, made elsewhere. */
    record AccessToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "AccessToken[]";
        }
    }
}
