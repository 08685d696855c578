package io.github.auth0maven.users;

/** Whether users files are taken for exports of Auth0's. */
public enum ExportMode {
    /** Each file whose first user has {@code identities}, which no import has. */
    AUTO,
    /** All of them. */
    TRUE,
    /** None: a user is left as it is. */
    FALSE
}
