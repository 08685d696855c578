package io.github.auth0maven.validation;

/** Whether Auth0 would refuse a user for it. */
public enum Severity {
    /** Auth0 would refuse the user. */
    ERROR,
    /** Auth0 would take the user, but perhaps not as it is meant. */
    WARNING
}
