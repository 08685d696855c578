package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms in which hashes are written. Nothing that is said of a hash shows any of it. */
final class HashForms {

    static final int UNKNOWN = -1;

    private static final int BCRYPT_SIZE = 60;
    private static final int BCRYPT_TAIL = 53;
    private static final byte[] ARGON2 = ascii("$argon2");
    private static final byte[] PBKDF2 = ascii("$pbkdf2-");
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

    private HashForms() {}

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    // ---- bcrypt

    /** Whether this fits the service's own pattern for password_hash, {@code ^\$2[ab]?\$10+\$[./A-Za-z0-9]{53}$}. */
    static boolean isPasswordHash(Text text) {
        byte[] bytes = text.bytes;
        int p = text.from;
        if (text.size() < BCRYPT_SIZE - 1 || bytes[p] != '$' || bytes[p + 1] != '2') {
            return false;
        }
        p += bytes[p + 2] == 'a' || bytes[p + 2] == 'b' ? 3 : 2;
        if (bytes[p] != '$' || bytes[p + 1] != '1' || bytes[p + 2] != '0') {
            return false;
        }
        p += 3;
        while (bytes[p] == '0') {
            p++;
        }
        return bytes[p] == '$' && text.to - p - 1 == BCRYPT_TAIL && Characters.BCRYPT.all(bytes, p + 1, text.to);
    }

    /** Whether this begins as bcrypt does in a custom_password_hash: {@code $2a$}, {@code $2b$} or {@code $2y$}. */
    static boolean isBcrypt(Text text) {
        byte[] bytes = text.bytes;
        int p = text.from;
        return text.size() > 3
                && bytes[p] == '$'
                && bytes[p + 1] == '2'
                && (bytes[p + 2] == 'a' || bytes[p + 2] == 'b' || bytes[p + 2] == 'y')
                && bytes[p + 3] == '$';
    }

    /** The rounds of what begins as bcrypt, or {@link #UNKNOWN} if the rest is not as it should be. */
    static int bcryptRounds(Text text) {
        byte[] bytes = text.bytes;
        int p = text.from + 4;
        if (text.size() != BCRYPT_SIZE
                || !Characters.DIGITS.all(bytes, p, p + 2)
                || bytes[p + 2] != '$'
                || !Characters.BCRYPT.all(bytes, p + 3, text.to)) {
            return UNKNOWN;
        }
        return (bytes[p] - '0') * 10 + bytes[p + 1] - '0';
    }

    // ---- hex and base64

    /** How many bytes this is in hex, or {@link #UNKNOWN} if it is not hex. */
    static int hexSize(Text text) {
        boolean hex = !text.isEmpty() && text.size() % 2 == 0 && Characters.HEX.all(text.bytes, text.from, text.to);
        return hex ? text.size() / 2 : UNKNOWN;
    }

    /** How many bytes this is in base64, padded or not, of either alphabet, or {@link #UNKNOWN} if it is not base64. */
    static int base64Size(Text text) {
        return base64Size(text.bytes, text.from, text.to);
    }

    private static int base64Size(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && to - end < 2 && bytes[end - 1] == '=') {
            end--;
        }
        boolean padded = end < to;
        int digits = end - from;
        if (digits == 0
                || digits % 4 == 1
                || (padded && (to - from) % 4 != 0)
                || !Characters.BASE64.all(bytes, from, end)) {
            return UNKNOWN;
        }
        return digits * 6 / 8;
    }

    // ---- PHC strings

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
        if (hash == salt + 1 || hash + 1 == text.to) {
            return "its salt or its hash is empty; the form is $id$parameters$salt$hash";
        }
        if (bytes[hash - 1] == '=' || bytes[text.to - 1] == '=') {
            return "its salt and its hash are written in B64, which has no padding; remove the \"=\" at their ends";
        }
        if (isParameters(bytes, salt + 1, hash)) {
            return "its salt or its hash is missing; the form is $id$parameters$salt$hash";
        }
        return Characters.B64.all(bytes, salt + 1, hash) && Characters.B64.all(bytes, hash + 1, text.to)
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

    /** The number that a PHC string has for a parameter, or {@link #UNKNOWN}. */
    static int parameter(Text text, char name) {
        byte[] bytes = text.bytes;
        int end = lastDollar(bytes, text.from, lastDollar(bytes, text.from, text.to));
        for (int p = text.from + 1; p < end; p++) {
            if (bytes[p] == name && bytes[p + 1] == '=' && (bytes[p - 1] == '$' || bytes[p - 1] == ',')) {
                return number(bytes, p + 2, end);
            }
        }
        return UNKNOWN;
    }

    private static int number(byte[] bytes, int from, int to) {
        long number = 0;
        int p = from;
        while (p < to && Characters.DIGITS.has(bytes[p]) && number < Integer.MAX_VALUE) {
            number = number * 10 + bytes[p] - '0';
            p++;
        }
        return p == from || number > Integer.MAX_VALUE ? UNKNOWN : (int) number;
    }

    /** How many bytes the hash of a PHC string is. */
    static int phcHashSize(Text text) {
        return (text.to - lastDollar(text.bytes, text.from, text.to) - 1) * 6 / 8;
    }

    /** Whether the digest in the name of a pbkdf2 hash is one that is known. */
    static boolean hasKnownDigest(Text text) {
        int from = text.from + PBKDF2.length;
        int to = nextDollar(text, from);
        for (String digest : COMMON_DIGESTS) {
            if (to - from == digest.length() && matches(text.bytes, from, to, digest)) {
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

    // ---- LDAP

    /** The index after the scheme of an ldap hash, {@code {SSHA}}, or {@link #UNKNOWN} if there is none that Auth0 takes. */
    static int endOfLdapScheme(Text text) {
        int end = endOfBraces(text);
        if (end == UNKNOWN) {
            return UNKNOWN;
        }
        int from = text.from + 1;
        boolean salted = lower(text.bytes[from]) == 's' && end - from > 3 && lower(text.bytes[from + 1]) != 'h';
        int name = salted ? from + 1 : from;
        return (matches(text.bytes, name, end - 1, "md5") && end - 1 == name + 3)
                        || matches(text.bytes, name, end - 1, "sha")
                ? end
                : UNKNOWN;
    }

    static boolean isCrypt(Text text) {
        int end = endOfBraces(text);
        return end != UNKNOWN && matches(text.bytes, text.from + 1, end - 1, "crypt");
    }

    private static int endOfBraces(Text text) {
        if (text.isEmpty() || text.bytes[text.from] != '{') {
            return UNKNOWN;
        }
        for (int p = text.from + 1; p < text.to; p++) {
            if (text.bytes[p] == '}') {
                return p + 1;
            }
        }
        return UNKNOWN;
    }

    /** How many bytes follow the scheme in base64, or {@link #UNKNOWN} if it is not base64. */
    static int ldapSize(Text text, int endOfScheme) {
        return base64Size(text.bytes, endOfScheme, text.to);
    }

    /** The least bytes that a hash of this scheme has, or 0 if it is not known; with salt there are more. */
    static int ldapDigestSize(Text text, int endOfScheme) {
        int end = endOfScheme - 1;
        int from = text.from + 1;
        if (endsWith(text.bytes, from, end, "md5")) {
            return 16;
        }
        if (endsWith(text.bytes, from, end, "sha") || endsWith(text.bytes, from, end, "sha1")) {
            return 20;
        }
        return endsWith(text.bytes, from, end, "256")
                ? 32
                : endsWith(text.bytes, from, end, "384") ? 48 : endsWith(text.bytes, from, end, "512") ? 64 : 0;
    }

    static boolean isSalted(Text text) {
        byte second = lower(text.bytes[text.from + 2]);
        return lower(text.bytes[text.from + 1]) == 's' && second != 'h';
    }

    private static boolean matches(byte[] bytes, int from, int to, String lowerCase) {
        if (to - from < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(bytes[from + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWith(byte[] bytes, int from, int to, String lowerCase) {
        int start = to - lowerCase.length();
        return start >= from && matches(bytes, start, to, lowerCase);
    }

    private static byte lower(byte c) {
        return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
    }
}
