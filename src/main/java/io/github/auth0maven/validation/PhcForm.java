package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How PHC strings are written, in which argon2 and pbkdf2 hashes are. Nothing that is said of a hash shows any of it. */
final class PhcForm {

    private static final byte[] ARGON2 = "$argon2".getBytes(US_ASCII);
    private static final byte[] PBKDF2 = "$pbkdf2-".getBytes(US_ASCII);
    private static final String[] COMMON_DIGESTS = {"sha256", "sha512", "sha1"};
    private static final int LONGEST_DIGEST = 32;
    private static final Set<String> PBKDF2_DIGESTS = Set.of(
            "md4",
            "md5",
            "mdc2",
            "ripemd",
            "ripemd160",
            "rmd160",
            "sha",
            "sha1",
            "sha224",
            "sha256",
            "sha384",
            "sha512",
            "sha512-224",
            "sha512-256",
            "sha3-224",
            "sha3-256",
            "sha3-384",
            "sha3-512",
            "whirlpool",
            "rsa-md4",
            "rsa-md5",
            "rsa-mdc2",
            "rsa-ripemd160",
            "rsa-sha1",
            "rsa-sha1-2",
            "rsa-sha224",
            "rsa-sha256",
            "rsa-sha384",
            "rsa-sha512",
            "md4withrsaencryption",
            "md5withrsaencryption",
            "mdc2withrsa",
            "ripemd160withrsa",
            "sha1withrsaencryption",
            "sha224withrsaencryption",
            "sha256withrsaencryption",
            "sha384withrsaencryption",
            "sha512withrsaencryption",
            "ssl3-md5",
            "ssl3-sha1");

    private PhcForm() {}

    /** Why this is no argon2 hash, or null. */
    static @Nullable String argon2Problem(Text text) {
        int id = text.from + ARGON2.length;
        if (!text.startsWith(ARGON2) || !isArgon2Variant(text.bytes, id, nextDollar(text, id))) {
            return "it begins with none of $argon2id$, $argon2i$ and $argon2d$";
        }
        return phcProblem(text);
    }

    private static boolean isArgon2Variant(byte[] bytes, int from, int to) {
        return (to - from == 1 && (bytes[from] == 'i' || bytes[from] == 'd'))
                || (to - from == 2 && bytes[from] == 'i' && bytes[from + 1] == 'd');
    }

    /** Why this is no pbkdf2 hash, or null. */
    static @Nullable String pbkdf2Problem(Text text) {
        if (!text.startsWith(PBKDF2)) {
            return "it does not begin with $pbkdf2- and a digest, as in $pbkdf2-sha512$";
        }
        return phcProblem(text);
    }

    /** {@code $id[$v=version][$name=value,…]$salt$hash} */
    private static @Nullable String phcProblem(Text text) {
        byte[] bytes = text.bytes;
        int hash = lastDollar(bytes, text.from, text.to);
        int salt = lastDollar(bytes, text.from, hash);
        if (salt <= text.from) {
            return "its salt or its hash is missing; the form is $id$parameters$salt$hash";
        }
        int id = nextDollar(text, text.from + 1);
        if (!Characters.LABEL.all(bytes, text.from + 1, id)) {
            return "the name of its algorithm has a character that none has";
        }
        for (int field = id; field < salt; ) {
            int end = nextDollar(text, field + 1);
            if (!isParameters(bytes, field + 1, end)) {
                return "between its name and its salt are parameters, as in m=65536,t=3,p=4; here they are not";
            }
            field = end;
        }
        return saltProblem(bytes, salt, hash, text.to);
    }

    private static @Nullable String saltProblem(byte[] bytes, int salt, int hash, int to) {
        if (hash == salt + 1 || hash + 1 == to) {
            return "its salt or its hash is empty; the form is $id$parameters$salt$hash";
        }
        if (bytes[hash - 1] == '=' || bytes[to - 1] == '=') {
            return "its salt and its hash are written in B64, which has no padding; remove the \"=\" at their ends";
        }
        if (isParameters(bytes, salt + 1, hash)) {
            return "its salt or its hash is missing; the form is $id$parameters$salt$hash";
        }
        return Characters.B64.all(bytes, salt + 1, hash) && Characters.B64.all(bytes, hash + 1, to)
                ? null
                : "its salt and its hash are written in B64: letters, digits, + and /; here is another character";
    }

    /** Whether this is {@code name=value,…}; both parts of each are there. */
    private static boolean isParameters(byte[] bytes, int from, int to) {
        int p = from;
        while (true) {
            int name = Characters.LABEL.firstOther(bytes, p, to);
            if (name == p || name == to || bytes[name] != '=') {
                return false;
            }
            int value = Characters.B64.firstOther(bytes, name + 1, to);
            if (value == name + 1) {
                return false;
            }
            if (value == to) {
                return true;
            }
            if (bytes[value] != ',') {
                return false;
            }
            p = value + 1;
        }
    }

    /** The number that a PHC string has for a parameter, or {@link Encodings#UNKNOWN}. */
    static int parameter(Text text, char name) {
        byte[] bytes = text.bytes;
        int end = lastDollar(bytes, text.from, lastDollar(bytes, text.from, text.to));
        for (int p = text.from + 1; p < end; p++) {
            if (bytes[p] == name && bytes[p + 1] == '=' && (bytes[p - 1] == '$' || bytes[p - 1] == ',')) {
                return number(bytes, p + 2, end);
            }
        }
        return Encodings.UNKNOWN;
    }

    private static int number(byte[] bytes, int from, int to) {
        long number = 0;
        int p = from;
        while (p < to && Characters.DIGITS.has(bytes[p]) && number < Integer.MAX_VALUE) {
            number = number * 10 + bytes[p] - '0';
            p++;
        }
        return p == from || number > Integer.MAX_VALUE ? Encodings.UNKNOWN : (int) number;
    }

    /** How many bytes the hash of a PHC string is. */
    static int hashSize(Text text) {
        return (text.to - lastDollar(text.bytes, text.from, text.to) - 1) * 6 / 8;
    }

    /** Whether the digest in the name of a pbkdf2 hash is one that is known. */
    static boolean hasKnownDigest(Text text) {
        int from = text.from + PBKDF2.length;
        int to = nextDollar(text, from);
        for (String digest : COMMON_DIGESTS) {
            if (to - from == digest.length() && Encodings.startsWith(text.bytes, from, to, digest)) {
                return true;
            }
        }
        return to - from <= LONGEST_DIGEST
                && PBKDF2_DIGESTS.contains(new String(text.bytes, from, to - from, US_ASCII).toLowerCase(Locale.ROOT));
    }

    private static int nextDollar(Text text, int from) {
        int p = from;
        while (p < text.to && text.bytes[p] != '$') {
            p++;
        }
        return Math.min(p, text.to);
    }

    /** The index of the last dollar before {@code to}, or the one before {@code from}. */
    private static int lastDollar(byte[] bytes, int from, int to) {
        int p = to - 1;
        while (p >= from && bytes[p] != '$') {
            p--;
        }
        return p;
    }

    /** Whether salt and hash are in the alphabet that is decoded before use; passlib writes "." for "+". */
    static boolean isInStandardAlphabet(Text text) {
        byte[] bytes = text.bytes;
        int hash = lastDollar(bytes, text.from, text.to);
        int salt = lastDollar(bytes, text.from, hash);
        return Characters.STANDARD_BASE64.all(bytes, salt + 1, hash)
                && Characters.STANDARD_BASE64.all(bytes, hash + 1, text.to);
    }
}
