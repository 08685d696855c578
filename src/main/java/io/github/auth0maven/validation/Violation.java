package io.github.auth0maven.validation;

import io.github.auth0maven.users.Position;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a user, and where; it never holds a hash, a salt, a key or a secret.
 *
 * @param position of the value at fault; of an unknown attribute, its name; of a missing one, the object that lacks it
 * @param attribute its path in the users file, such as {@code mfa_factors[0].totp.secret}; null if it is the user as a whole
 * @param code as Auth0 spells it where Auth0 has one
 * @param message one line: the cause, then the remedy
 */
public record Violation(Position position, @Nullable String attribute, String code, String message, Severity severity) {

    /** The way compilers tell it: {@code file:[line,column] attribute: message [CODE]}. */
    @Override
    public String toString() {
        return position + " " + (attribute == null ? "" : attribute + ": ") + message + " [" + code + "]";
    }
}
