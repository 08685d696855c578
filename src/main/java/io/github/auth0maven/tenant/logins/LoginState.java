package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.tokens.Granted;
import io.github.auth0maven.tenant.tokens.Login;
import io.github.auth0maven.tenant.tokens.Remembered;
import java.time.Clock;
import java.time.Duration;

/**
 * All that is remembered between the steps of logins.
 *
 * @param secondFactors users whose password was right, and who owe a one-time password
 * @param sessions who is logged in to the tenant, by the cookie of the browser
 * @param codes what a code is exchanged for
 * @param spentCodes codes that were exchanged, and the family of refresh tokens that came of each
 * @param opaqueTokens access tokens for {@code /userinfo} alone
 * @param tickets who may choose a new password, or has received mail
 */
record LoginState(
        Remembered<SecondFactor> secondFactors,
        Remembered<Login> sessions,
        Remembered<Code> codes,
        Remembered<String> spentCodes,
        Remembered<Grant> opaqueTokens,
        Remembered<Account> tickets) {

    /** Documented or observed lifetimes; a session of Auth0 ends after three days without use. */
    static LoginState begin(Clock clock) {
        return new LoginState(
                new Remembered<>(clock, Duration.ofMinutes(10)),
                new Remembered<>(clock, Duration.ofDays(3)),
                new Remembered<>(clock, Duration.ofMinutes(10)),
                new Remembered<>(clock, Duration.ofMinutes(10)),
                new Remembered<>(clock, Duration.ofHours(24)),
                new Remembered<>(clock, Duration.ofDays(5)));
    }

    /** What was granted, and on whose behalf. */
    record Grant(Granted granted, Login login, String grantType) {}

    /** What a code stands for. */
    record Code(AuthorizationRequest request, Login login) {}

    /** A user who owes a one-time password, for a grant of the token endpoint or for a page. */
    record SecondFactor(Account account, Granted granted) {}
}
