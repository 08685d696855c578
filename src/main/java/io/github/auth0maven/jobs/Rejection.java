package io.github.auth0maven.jobs;

import java.util.Optional;

/**
 * Why the service did not import a user.
 *
 * @param code Auth0's, or {@code JOB_FAILED} for the users of a job that failed as a whole
 * @param attribute the attribute at fault, as the users file calls it
 */
public record Rejection(String code, String message, Optional<String> attribute) {}
