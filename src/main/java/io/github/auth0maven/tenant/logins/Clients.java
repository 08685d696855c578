package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.tokens.Granted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The applications of a tenant, the APIs that they may ask for, and what of each a login grants.
 *
 * @param managementAudience the audience of the Management API, of which people are granted nothing
 */
public record Clients(List<Application> applications, List<Api> apis, String managementAudience) {

    private static final Set<String> OF_IDENTITY = Set.of("openid", "profile", "email", "phone", "address");

    /** Copies the lists. */
    public Clients {
        applications = List.copyOf(applications);
        apis = List.copyOf(apis);
    }

    Optional<Application> application(String id) {
        return applications.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Optional<Api> api(String audience) {
        return apis.stream().filter(each -> each.audience().equals(audience)).findFirst();
    }

    /** What of these parameters a user's login grants an application; empty if there is no such API. */
    Optional<Granted> grantedToPeople(Application application, Map<String, String> parameters) {
        String audience = parameters.getOrDefault("audience", "");
        Optional<Api> api = api(audience);
        if (!audience.isEmpty() && api.isEmpty()) {
            return Optional.empty();
        }
        Set<String> asked = AuthorizationRequest.words(parameters.getOrDefault("scope", ""));
        Set<String> scopes = new TreeSet<>();
        for (String scope : asked) {
            boolean offline = scope.equals("offline_access") && application.mayUse("refresh_token");
            boolean ofApi = api.filter(each -> !each.audience().equals(managementAudience))
                    .filter(each -> each.scopes().contains(scope))
                    .isPresent();
            if (offline || ofApi || OF_IDENTITY.contains(scope)) {
                scopes.add(scope);
            }
        }
        return Optional.of(new Granted(application, api, scopes));
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "Clients" + applications;
    }
}
