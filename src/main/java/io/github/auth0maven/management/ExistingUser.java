package io.github.auth0maven.management;

import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.users.EscapedText;

/** What to say of a user who cannot be imported because there is one. */
final class ExistingUser {

    private static final String CODE = "DUPLICATED_USER";
    private static final String WITHOUT_UPSERT = "upsert parameter is false";

    private ExistingUser() {}

    /** Auth0's words, after whom they are about where they do not tell, and before what to do. */
    static String explain(Identity identity, String code, String told) {
        if (!code.equals(CODE)) {
            return told;
        }
        String message = whom(identity) + told;
        if (told.contains("already provided")) {
            return message;
        }
        return message
                + (told.contains(WITHOUT_UPSERT)
                        ? "; set auth0.upsert to update such users, or remove this one."
                        : "; remove this one, or what it shares with another.")
                + " If nobody finds the other in the tenant, it is a ghost: DELETE /api/v2/connections/{id}/users?email=…"
                + " removes it";
    }

    private static String whom(Identity identity) {
        return identity.email()
                .or(identity::username)
                .or(identity::phoneNumber)
                .or(identity::userId)
                .map(shown -> EscapedText.text(shown) + ": ")
                .orElse("");
    }
}
