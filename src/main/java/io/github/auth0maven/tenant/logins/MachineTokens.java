package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.applications.Application;
import java.util.Map;

/** What the Management API's side of a tenant knows of applications: their keys, and the tokens for itself. */
public interface MachineTokens {

    /** The audience of the Management API. */
    String audience();

    /** A token for the Management API, with its scopes and its lifetime in seconds. */
    Token forManagement(Application application);

    /** The id of the application that an assertion proves; empty if it proves none. */
    String provenBy(Map<String, String> parameters);

    /** A token for the Management API. */
    record Token(String text, String scope, long lifetime) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Token[" + scope + "]";
        }
    }
}
