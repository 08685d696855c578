package io.github.auth0maven.validation;

/** Whether a user is invalid for it. */
public enum Severity {
    /** Auth0 would refuse the user; or it would not, but the warning has been raised. */
    ERROR,
    /** Auth0 would take the user, but perhaps not as it is meant. */
    WARNING
}
