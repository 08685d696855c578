package io.github.auth0maven.tenant.logins;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords: after ten in a row, an account is blocked, as Auth0's brute-force protection does by default.
 *
 * <p>Whoever asks for accounts that do not exist is counted, too; the count never grows over a bound.
 */
final class FailedAttempts {

    private static final int MOST_FAILURES = 10;
    private static final int MOST_ACCOUNTS = 10_000;

    private final Map<String, Integer> failures = new LinkedHashMap<>();

    synchronized boolean isBlocked(String account) {
        return failures.getOrDefault(account, 0) >= MOST_FAILURES;
    }

    synchronized void failed(String account) {
        failures.merge(account, 1, Integer::sum);
        if (failures.size() > MOST_ACCOUNTS) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    /** Forgets the failures of an account: somebody logged in, or chose a new password. */
    synchronized void forget(String account) {
        failures.remove(account);
    }
}
