package io.github.auth0maven.validation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges the value of a custom_password_hash by its algorithm; nothing that it says shows any of it. */
final class HashValue {

    static final String PATH = CustomHash.PATH + ".hash.value";

    private static final int ROUNDS = 10;

    /** Of a pbkdf2 hash that does not say its own, in bytes. */
    private static final int USUAL_LENGTH = 64;

    private final Checks checks;

    HashValue(Checks checks) {
        this.checks = checks;
    }

    /**
     * What is known of a hash besides.
     *
     * @param hex whether it is said to be hex, and not base64; null if nothing is said
     * @param size in bytes, as its algorithm, digest or keylen makes it; 0 if that is not known
     */
    record Expected(Algorithm algorithm, @Nullable Boolean hex, int size) {

        Expected inHex(@Nullable Boolean said) {
            return new Expected(algorithm, said, size);
        }
    }

    void judge(int token, Expected expected) {
        Text text = checks.text(token);
        Optional<String> foreign = ForeignHash.remark(text, checks.json(), token);
        if (foreign.isPresent()) {
            add(formatRule(expected), token, foreign.get());
            return;
        }
        switch (expected.algorithm().form) {
            case ARGON2 -> judgeArgon2(token, text);
            case PBKDF2 -> judgePbkdf2(token, text);
            case BCRYPT -> judgeBcrypt(token, text);
            case LDAP -> judgeLdap(token, text);
            case BYTES -> judgeBytes(token, text, expected);
        }
    }

    private static Rule formatRule(Expected expected) {
        return switch (expected.algorithm().form) {
            case ARGON2 -> Rule.ARGON2_FORMAT;
            case PBKDF2 -> Rule.PBKDF2_FORMAT;
            case BCRYPT -> Rule.BCRYPT_FORMAT;
            case LDAP -> Rule.LDAP_SCHEME;
            case BYTES -> expected.hex() == null ? Rule.HASH_FOREIGN : Rule.HASH_VALUE_FORMAT;
        };
    }

    private void judgeArgon2(int token, Text text) {
        String problem = PhcForm.argon2Problem(text);
        if (problem != null) {
            add(Rule.ARGON2_FORMAT, token, "this is not an argon2 hash in PHC form: " + problem);
            return;
        }
        warnOfAlphabet(token, text);
        if (PhcForm.parameter(text, 'm') < 0 || PhcForm.parameter(text, 't') < 0 || PhcForm.parameter(text, 'p') < 0) {
            add(
                    Rule.HASH_PARAMETERS,
                    token,
                    "an argon2 hash has its parameters before its salt, as in m=65536,t=3,p=4; without them it cannot be verified");
        }
    }

    private void judgePbkdf2(int token, Text text) {
        String problem = PhcForm.pbkdf2Problem(text);
        if (problem != null) {
            add(Rule.PBKDF2_FORMAT, token, "this is not a pbkdf2 hash in PHC form: " + problem);
            return;
        }
        warnOfAlphabet(token, text);
        if (!PhcForm.hasKnownDigest(text)) {
            String remedy = "the digest after $pbkdf2- is not a known one; write it as in $pbkdf2-sha512$";
            add(Rule.HASH_PARAMETERS, token, remedy);
        }
        judgeLength(token, PhcForm.hashSize(text), PhcForm.parameter(text, 'l'));
    }

    private void judgeLength(int token, int size, int announced) {
        int length = announced < 0 ? USUAL_LENGTH : announced;
        if (size != length) {
            String why = announced < 0 ? "which is " + USUAL_LENGTH + " unless given" : "its length";
            String found = "the hash is " + size + " bytes long, and l, " + why + ", says " + length;
            wrongLength(token, found + "; the user could not log in");
        }
    }

    private void judgeBcrypt(int token, Text text) {
        if (!BcryptForm.isBcrypt(text)) {
            add(Rule.BCRYPT_FORMAT, token, "a bcrypt hash begins with $2a$, $2b$ or $2y$; this one does not");
            return;
        }
        int rounds = BcryptForm.rounds(text);
        if (rounds == Encodings.UNKNOWN) {
            String form = "a bcrypt hash is its kind, its rounds and 53 characters of ./A-Za-z0-9, 60 in all";
            wrongLength(token, form + "; this one is not, and may have been cut off");
        } else if (rounds != ROUNDS) {
            String remedy = " rounds, where Auth0 itself uses " + ROUNDS + "; check that such users can log in";
            add(Rule.HASH_ROUNDS, token, "it is bcrypt of " + rounds + remedy);
        }
    }

    private void judgeLdap(int token, Text text) {
        int scheme = LdapForm.endOfScheme(text);
        if (scheme == Encodings.UNKNOWN) {
            String remedy = LdapForm.isCrypt(text)
                    ? "Auth0 does not take ldap hashes of the scheme {CRYPT}; these users must reset their passwords"
                    : "an ldap hash begins with its scheme, such as {SSHA}; Auth0 takes md5, smd5, sha… and ssha…";
            add(Rule.LDAP_SCHEME, token, remedy);
        } else if (LdapForm.size(text, scheme) == Encodings.UNKNOWN) {
            add(Rule.LDAP_FORMAT, token, "what follows the scheme of an ldap hash is base64; here it is not");
        } else {
            judgeLdapLength(token, text, scheme);
        }
    }

    private void judgeLdapLength(int token, Text text, int scheme) {
        int size = LdapForm.size(text, scheme);
        int digest = LdapForm.digestSize(text, scheme);
        boolean salted = LdapForm.isSalted(text);
        if (digest > 0 && (salted ? size <= digest : size != digest)) {
            String found = "it is " + size + " bytes after its scheme, which makes " + digest;
            wrongLength(token, found + (salted ? " and a salt" : "") + "; the user could not log in");
        }
    }

    private void warnOfAlphabet(int token, Text text) {
        if (!PhcForm.isInStandardAlphabet(text)) {
            add(
                    Rule.HASH_ALPHABET,
                    token,
                    "its salt or its hash has a \".\" or a \"-\", which no decoder of B64 takes; passlib writes \".\" for \"+\": write"
                            + " \"+\", or the user could not log in");
        }
    }

    private void judgeBytes(int token, Text text, Expected expected) {
        if (expected.hex() == null) {
            String remedy = "it is not given; Auth0's documentation wants \"hex\" or \"base64\" for ";
            String path = CustomHash.PATH + ".hash.encoding";
            checks.add(
                    Rule.HASH_ENCODING_MISSING,
                    token,
                    path,
                    remedy + expected.algorithm().inFile());
            return;
        }
        int size = expected.hex() ? Encodings.hexSize(text) : Encodings.base64Size(text);
        if (size == Encodings.UNKNOWN) {
            add(Rule.HASH_VALUE_FORMAT, token, Encodings.problem(text, expected.hex()));
        } else if (expected.size() > 0 && size != expected.size()) {
            wrongLength(token, wrongSize(size, expected));
        }
    }

    private static String wrongSize(int size, Expected expected) {
        Algorithm algorithm = expected.algorithm();
        String by = algorithm == Algorithm.SCRYPT
                ? " of this keylen"
                : algorithm == Algorithm.HMAC ? " of this digest" : "";
        return "it is " + size + " bytes long, and " + algorithm.inFile() + " makes " + expected.size() + by + "; "
                + (size == 2 * expected.size() && Boolean.FALSE.equals(expected.hex())
                        ? "it may be hex that was encoded once more"
                        : "the user could not log in");
    }

    private void wrongLength(int token, String message) {
        add(Rule.HASH_LENGTH, token, message);
    }

    private void add(Rule rule, int token, String message) {
        checks.add(rule, token, PATH, message);
    }
}
