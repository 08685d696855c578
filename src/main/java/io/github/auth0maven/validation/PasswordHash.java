package io.github.auth0maven.validation;

/** Judges password_hash, which is Auth0's own kind of bcrypt; nothing that it says shows the hash. */
final class PasswordHash {

    private static final String PATH = "password_hash";
    private static final int ROUNDS = 10;

    private final Checks checks;

    PasswordHash(Checks checks) {
        this.checks = checks;
    }

    void judge(int token) {
        if (checks.isSecretText(token, PATH)) {
            Text text = checks.text(token);
            if (!BcryptForm.isPasswordHash(text)) {
                checks.add(
                        Rule.PASSWORD_HASH_FORMAT,
                        token,
                        PATH,
                        problem(text, checks.json().text(token)));
            }
        }
    }

    private static String problem(Text text, String written) {
        if (text.isEmpty()) {
            return "it is empty; leave it out";
        }
        String elsewhere = "; such a hash goes into custom_password_hash, with its algorithm";
        if (!BcryptForm.isBcrypt(text)) {
            return ForeignHash.remark(written)
                    .orElse("it is not a bcrypt hash beginning with $2a$ or $2b$" + elsewhere);
        }
        int rounds = BcryptForm.rounds(text);
        if (rounds == Encodings.UNKNOWN) {
            return "a bcrypt hash is $2b$10$ and 53 characters of ./A-Za-z0-9; this one is not, and may have been cut off";
        }
        return rounds == ROUNDS
                ? "it is bcrypt $2y$, and only $2a$ and $2b$ can stand here" + elsewhere + " \"bcrypt\""
                : "it is bcrypt of " + rounds + " rounds, and only 10 can stand here" + elsewhere + " \"bcrypt\"";
    }

    /** Tells of two hashes at the second of them. */
    void refuseBoth(int passwordHash, int customPasswordHash) {
        boolean customIsSecond = customPasswordHash > passwordHash;
        checks.add(
                Rule.TWO_HASHES,
                customIsSecond ? customPasswordHash : passwordHash,
                customIsSecond ? CustomHash.PATH : PATH,
                (customIsSecond ? PATH : CustomHash.PATH)
                        + " is given as well, and Auth0 takes one of the two; remove one");
    }
}
