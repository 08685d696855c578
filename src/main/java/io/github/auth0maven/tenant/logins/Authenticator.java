package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.passwords.PasswordHashes;
import java.util.Locale;
import java.util.Optional;

/** Decides whether somebody is who they say: by password, then by one-time password where the user has that factor. */
final class Authenticator {

    private final Accounts accounts;
    private final PasswordHashes passwords;
    private final OneTimePasswords oneTimePasswords;
    private final FailedAttempts attempts;

    /** What came of an attempt. */
    sealed interface Result {

        /** The user is who they say. */
        record Accepted(Account account) implements Result {}

        /** The password was right; a one-time password is wanted, too. */
        record SecondFactor(Account account) implements Result {}

        /** The attempt failed. */
        record Refused(Reason reason) implements Result {}
    }

    /** Why an attempt fails, in Auth0's words. */
    enum Reason {
        WRONG(403, "invalid_grant", "Wrong email or password."),
        BLOCKED(401, "unauthorized", "user is blocked"),
        TOO_MANY(
                429,
                "too_many_attempts",
                "Your account has been blocked after multiple consecutive login attempts. We've sent you an email with"
                        + " instructions on how to unblock it.");

        private final int status;
        private final String error;
        private final String description;

        Reason(int status, String error, String description) {
            this.status = status;
            this.error = error;
            this.description = description;
        }

        OAuthError asError() {
            return new OAuthError(status, error, description);
        }

        String error() {
            return error;
        }

        String description() {
            return description;
        }
    }

    Authenticator(
            Accounts accounts, PasswordHashes passwords, OneTimePasswords oneTimePasswords, FailedAttempts attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.oneTimePasswords = oneTimePasswords;
        this.attempts = attempts;
    }

    /** Tries a password of somebody in a connection. */
    Result tryPassword(String connection, String identifier, String password) {
        Optional<Account> found = accounts.find(connection, identifier);
        String counted = found.map(Account::userId).orElse(connection + " " + identifier.toLowerCase(Locale.ROOT));
        if (attempts.isBlocked(counted)) {
            return new Result.Refused(Reason.TOO_MANY);
        }
        if (found.isEmpty() || !passwords.matches(password, found.get().secrets())) {
            attempts.failed(counted);
            return new Result.Refused(Reason.WRONG);
        }
        attempts.forget(counted);
        Account account = found.get();
        if (account.isBlocked()) {
            return new Result.Refused(Reason.BLOCKED);
        }
        return account.otpSecret().isEmpty() ? new Result.Accepted(account) : new Result.SecondFactor(account);
    }

    /** Tries a one-time password; each is good for one login. */
    boolean tryOneTimePassword(Account account, String given) {
        return oneTimePasswords.isRight(account.userId(), account.otpSecret(), given);
    }
}
