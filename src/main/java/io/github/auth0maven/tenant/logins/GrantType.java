package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import java.util.Map;

/** Gives tokens to an application that has authenticated itself, by one grant type. */
@FunctionalInterface
interface GrantType {

    /** The body of the response. */
    ObjectNode tokens(Asked asked) throws Refusal;

    /**
     * A request of the token endpoint.
     *
     * @param application who asks, authenticated
     * @param parameters what it sent
     */
    record Asked(Application application, Map<String, String> parameters, Request http) {

        String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }

        String needed(String name) throws Refusal {
            String value = parameter(name);
            if (value.isEmpty()) {
                throw OAuthError.missing(name);
            }
            return value;
        }

        /** Names nothing that was sent. */
        @Override
        public String toString() {
            return "Asked[" + application + "]";
        }
    }
}
