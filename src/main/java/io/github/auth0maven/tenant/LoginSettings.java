package io.github.auth0maven.tenant;

import io.github.auth0maven.tenant.applications.Api;
import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.applications.CustomClaim;
import java.util.List;

/**
 * What people may log in to.
 *
 * @param applications the applications
 * @param apis the APIs that they may ask for tokens for, beside the Management API
 * @param claims claims that tokens bear beside the standard ones
 */
public record LoginSettings(List<Application> applications, List<Api> apis, List<CustomClaim> claims) {

    /** Copies the lists. */
    public LoginSettings {
        applications = List.copyOf(applications);
        apis = List.copyOf(apis);
        claims = List.copyOf(claims);
    }

    /** One confidential application that may do everything, and one public one; both called from anywhere on this machine. */
    public static LoginSettings defaults() {
        return new LoginSettings(
                List.of(
                        Application.confidential("Application of this build"),
                        Application.publicClient("Public application of this build")),
                List.of(),
                List.of());
    }
}
