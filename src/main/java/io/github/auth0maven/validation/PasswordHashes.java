package io.github.auth0maven.validation;

import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges password_hash and custom_password_hash; nothing that it says shows a hash, a salt or a key. */
final class PasswordHashes {

    private static final String CUSTOM = "custom_password_hash";
    private static final String HASH_PATH = CUSTOM + ".hash";
    private static final String KEY_PATH = HASH_PATH + ".key";
    private static final String SALT_PATH = CUSTOM + ".salt";
    private static final String PASSWORD_PATH = CUSTOM + ".password";
    private static final int ROUNDS = 10;

    private static final Names ALGORITHMS = Names.of(Algorithm.names());
    private static final Names ENCODINGS = Names.of(List.of("base64", "hex", "utf8"));
    private static final int BASE64 = 0;
    private static final int HEX = 1;
    private static final int UTF8 = 2;
    private static final Names POSITIONS = Names.of(List.of("prefix", "suffix"));
    private static final Names PASSWORD_ENCODINGS =
            Names.of(List.of("ascii", "utf8", "utf16le", "ucs2", "latin1", "binary"));
    private static final Names DIGESTS =
            Names.of(List.of("md4", "md5", "ripemd160", "sha1", "sha224", "sha256", "sha384", "sha512", "whirlpool"));
    private static final int[] DIGEST_SIZES = {16, 16, 20, 20, 28, 32, 48, 64, 64};

    private final Members custom =
            new Members("algorithm", "hash", "salt", "password", "keylen", "cost", "blockSize", "parallelization");
    private static final int ALGORITHM = 0;
    private static final int HASH = 1;
    private static final int SALT = 2;
    private static final int PASSWORD = 3;
    private static final int KEYLEN = 4;
    private static final int COST = 5;
    private static final int BLOCK_SIZE = 6;
    private static final int PARALLELIZATION = 7;
    private static final String[] PATHS = {
        CUSTOM + ".algorithm",
        HASH_PATH,
        SALT_PATH,
        PASSWORD_PATH,
        CUSTOM + ".keylen",
        CUSTOM + ".cost",
        CUSTOM + ".blockSize",
        CUSTOM + ".parallelization"
    };

    private final Members hash = new Members("value", "encoding", "digest", "key");
    private final Members salt = new Members("value", "encoding", "position");
    private final Members key = new Members("value", "encoding");
    private final Members password = new Members("encoding");
    private static final int VALUE = 0;
    private static final int ENCODING = 1;
    private static final int DIGEST = 2;
    private static final int POSITION = 2;
    private static final int KEY = 3;
    private static final int PASSWORD_ENCODING = 0;

    private final Checks checks;

    PasswordHashes(Checks checks) {
        this.checks = checks;
    }

    // ---- password_hash

    void judgePasswordHash(int token) {
        final String path = "password_hash";
        if (checks.isSecretText(token, path)) {
            Text text = checks.text(token);
            if (!HashForms.isPasswordHash(text)) {
                checks.add(Rule.PASSWORD_HASH_FORMAT, token, path, problemOfPasswordHash(text));
            }
        }
    }

    private static String problemOfPasswordHash(Text text) {
        if (text.isEmpty()) {
            return "it is empty; leave it out";
        }
        String elsewhere = "; such a hash goes into custom_password_hash, with its algorithm";
        if (!HashForms.isBcrypt(text)) {
            return "it is not a bcrypt hash beginning with $2a$ or $2b$" + elsewhere;
        }
        int rounds = HashForms.bcryptRounds(text);
        if (rounds == HashForms.UNKNOWN) {
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
                customIsSecond ? CUSTOM : "password_hash",
                (customIsSecond ? "password_hash" : CUSTOM)
                        + " is given as well, and Auth0 takes one of the two; remove one");
    }

    // ---- custom_password_hash

    void judgeCustom(int object) {
        if (!checks.isObject(object, CUSTOM)) {
            return;
        }
        custom.read(checks.json(), object);
        checks.unknown(custom, Rule.CUSTOM_UNKNOWN, CUSTOM);
        Algorithm algorithm = algorithm(object);
        if (!custom.has(HASH)) {
            checks.add(
                    Rule.HASH_MISSING,
                    object,
                    CUSTOM + ".hash",
                    "there is no hash in it; give \"hash\": {\"value\": \"…\"}");
        } else {
            judgeHash(algorithm);
        }
        judgeSalt(algorithm);
        judgePassword();
        judgeParameters(algorithm, object);
    }

    private @Nullable Algorithm algorithm(int object) {
        final String path = CUSTOM + ".algorithm";
        if (!custom.has(ALGORITHM)) {
            checks.add(
                    Rule.ALGORITHM_MISSING,
                    object,
                    path,
                    "it is missing; name the algorithm that made the hash, such as \"bcrypt\"");
            return null;
        }
        int number = checks.choice(ALGORITHMS, Rule.ALGORITHM, custom.value(ALGORITHM), path);
        return number < 0 ? null : Algorithm.numbered(number);
    }

    private void judgeHash(@Nullable Algorithm algorithm) {
        final String path = HASH_PATH;
        int object = custom.value(HASH);
        if (checks.json().kind(object) == Kind.STRING) {
            checks.add(
                    Rule.TYPE,
                    object,
                    path,
                    "expected an object, found a string; put the hash into it: {\"value\": \"…\"}");
            return;
        }
        if (!checks.isObject(object, path)) {
            return;
        }
        hash.read(checks.json(), object);
        checks.unknown(hash, Rule.PROPERTY_IGNORED, path);
        boolean readable = true;
        if (!hash.has(VALUE)) {
            checks.add(Rule.HASH_MISSING, object, path + ".value", "it is missing; the hash itself belongs there");
            readable = false;
        } else {
            readable = checks.isSecretText(hash.value(VALUE), path + ".value");
        }
        int encoding = Members.ABSENT;
        if (hash.has(ENCODING)) {
            encoding = checks.choice(ENCODINGS, Rule.HASH_ENCODING, hash.value(ENCODING), path + ".encoding");
            readable &= encoding >= 0;
        }
        int digest = judgeDigest();
        judgeKey();
        if (algorithm == null) {
            return;
        }
        if (algorithm == Algorithm.HMAC) {
            requireDigestAndKey(object);
        } else if (hash.has(DIGEST) || hash.has(KEY)) {
            boolean isDigest = hash.has(DIGEST);
            ignored(hash.value(isDigest ? DIGEST : KEY), path + (isDigest ? ".digest" : ".key"), "hmac");
        }
        if (encoding >= 0 && !judgeEncoding(algorithm, encoding)) {
            return;
        }
        if (readable) {
            judgeValue(algorithm, encoding, digest);
        }
    }

    /** The schema wants one that is known whatever the algorithm. */
    private int judgeDigest() {
        return hash.has(DIGEST)
                ? checks.choice(DIGESTS, Rule.HASH_DIGEST, hash.value(DIGEST), HASH_PATH + ".digest")
                : Members.ABSENT;
    }

    private void judgeKey() {
        final String path = KEY_PATH;
        if (!hash.has(KEY) || !checks.isObject(hash.value(KEY), path)) {
            return;
        }
        int object = hash.value(KEY);
        key.read(checks.json(), object);
        checks.unknown(key, Rule.PROPERTY_IGNORED, path);
        if (!key.has(VALUE)) {
            checks.add(Rule.KEY_VALUE_MISSING, object, path + ".value", "it is missing; the key itself belongs there");
        }
        judgeEncoded(key, Rule.KEY_ENCODING, KEY_PATH + ".value", KEY_PATH + ".encoding");
    }

    private void requireDigestAndKey(int object) {
        if (!hash.has(DIGEST)) {
            checks.add(
                    Rule.HMAC_DIGEST_MISSING,
                    object,
                    HASH_PATH + ".digest",
                    "it is missing; name the digest of the hmac, such as \"sha256\"");
        }
        if (!hash.has(KEY)) {
            checks.add(
                    Rule.HMAC_KEY_MISSING,
                    object,
                    KEY_PATH,
                    "it is missing; give the key of the hmac, \"key\": {\"value\": \"…\"}");
        }
    }

    private boolean judgeEncoding(Algorithm algorithm, int encoding) {
        boolean isText = encoding == UTF8;
        boolean wantsText = algorithm.form != Algorithm.Form.BYTES;
        if (isText == wantsText) {
            return true;
        }
        String found = ENCODINGS.all().get(encoding);
        checks.add(
                Rule.HASH_ENCODING,
                hash.value(ENCODING),
                HASH_PATH + ".encoding",
                "\"" + found + "\" is not an encoding Auth0 accepts for " + algorithm.inFile() + "; "
                        + (wantsText ? "write \"utf8\", or leave it out" : "write \"hex\" or \"base64\""));
        return false;
    }

    private void judgeValue(Algorithm algorithm, int encoding, int digest) {
        int token = hash.value(VALUE);
        Text text = checks.text(token);
        switch (algorithm.form) {
            case ARGON2 -> judgeArgon2(token, text);
            case PBKDF2 -> judgePbkdf2(token, text);
            case BCRYPT -> judgeBcrypt(token, text);
            case LDAP -> judgeLdap(token, text);
            case BYTES -> judgeBytes(algorithm, encoding, digest);
        }
    }

    private void judgeArgon2(int token, Text text) {
        String problem = HashForms.argon2Problem(text);
        if (problem != null) {
            wrongValue(Rule.ARGON2_FORMAT, token, "this is not an argon2 hash in PHC form: " + problem);
        } else if (HashForms.parameter(text, 'm') < 0
                || HashForms.parameter(text, 't') < 0
                || HashForms.parameter(text, 'p') < 0) {
            wrongValue(
                    Rule.HASH_PARAMETERS,
                    token,
                    "an argon2 hash has its parameters before its salt, as in m=65536,t=3,p=4; without them it cannot be verified");
        }
    }

    private void judgePbkdf2(int token, Text text) {
        String problem = HashForms.pbkdf2Problem(text);
        if (problem != null) {
            wrongValue(Rule.PBKDF2_FORMAT, token, "this is not a pbkdf2 hash in PHC form: " + problem);
            return;
        }
        if (!HashForms.hasKnownDigest(text)) {
            wrongValue(
                    Rule.HASH_PARAMETERS,
                    token,
                    "the digest after $pbkdf2- is not a known one; write it as in $pbkdf2-sha512$");
        }
        int size = HashForms.phcHashSize(text);
        int announced = HashForms.parameter(text, 'l');
        int length = announced < 0 ? 64 : announced;
        if (size != length) {
            wrongLength(
                    token,
                    "the hash is " + size + " bytes long, and l, "
                            + (announced < 0 ? "which is 64 unless given" : "its length") + ", says " + length
                            + "; the user could not log in");
        }
    }

    private void judgeBcrypt(int token, Text text) {
        if (!HashForms.isBcrypt(text)) {
            wrongValue(Rule.BCRYPT_FORMAT, token, "a bcrypt hash begins with $2a$, $2b$ or $2y$; this one does not");
            return;
        }
        int rounds = HashForms.bcryptRounds(text);
        if (rounds == HashForms.UNKNOWN) {
            wrongLength(
                    token,
                    "a bcrypt hash is its kind, its rounds and 53 characters of ./A-Za-z0-9, 60 in all; this one is not,"
                            + " and may have been cut off");
        } else if (rounds != ROUNDS) {
            wrongValue(
                    Rule.HASH_ROUNDS,
                    token,
                    "it is bcrypt of " + rounds
                            + " rounds, where Auth0 itself uses 10; check that such users can log in");
        }
    }

    private void judgeLdap(int token, Text text) {
        int scheme = HashForms.endOfLdapScheme(text);
        if (scheme == HashForms.UNKNOWN) {
            wrongValue(
                    Rule.LDAP_SCHEME,
                    token,
                    HashForms.isCrypt(text)
                            ? "Auth0 does not take ldap hashes of the scheme {CRYPT}; these users must reset their passwords"
                            : "an ldap hash begins with its scheme, such as {SSHA}; Auth0 takes md5, smd5, sha… and ssha…");
            return;
        }
        int size = HashForms.ldapSize(text, scheme);
        if (size == HashForms.UNKNOWN) {
            wrongValue(Rule.LDAP_FORMAT, token, "what follows the scheme of an ldap hash is base64; here it is not");
            return;
        }
        int digest = HashForms.ldapDigestSize(text, scheme);
        boolean salted = HashForms.isSalted(text);
        if (digest > 0 && (salted ? size <= digest : size != digest)) {
            wrongLength(
                    token,
                    "it is " + size + " bytes after its scheme, which makes " + digest + (salted ? " and a salt" : "")
                            + "; the user could not log in");
        }
    }

    private void judgeBytes(Algorithm algorithm, int encoding, int digest) {
        int token = hash.value(VALUE);
        Text text = checks.text(token);
        if (encoding == Members.ABSENT) {
            checks.add(
                    Rule.HASH_ENCODING_MISSING,
                    token,
                    CUSTOM + ".hash.encoding",
                    "it is not given; Auth0's documentation wants \"hex\" or \"base64\" for " + algorithm.inFile());
            return;
        }
        int size = encoding == HEX ? HashForms.hexSize(text) : HashForms.base64Size(text);
        if (size == HashForms.UNKNOWN) {
            wrongValue(Rule.HASH_VALUE_FORMAT, token, notEncoded(text, encoding));
            return;
        }
        int expected = algorithm.size;
        if (algorithm == Algorithm.HMAC && digest >= 0) {
            expected = DIGEST_SIZES[digest];
        } else if (algorithm == Algorithm.SCRYPT && custom.has(KEYLEN)) {
            expected = keylen();
        }
        if (expected > 0 && size != expected) {
            wrongLength(
                    token,
                    "it is " + size + " bytes long, and " + algorithm.inFile() + " makes " + expected
                            + (algorithm == Algorithm.SCRYPT
                                    ? " of this keylen"
                                    : algorithm == Algorithm.HMAC ? " of this digest" : "")
                            + "; "
                            + (size == 2 * expected && encoding == BASE64
                                    ? "it may be hex that was encoded once more"
                                    : "the user could not log in"));
        }
    }

    private static String notEncoded(Text text, int encoding) {
        boolean hex = encoding == HEX;
        boolean other = (hex ? HashForms.base64Size(text) : HashForms.hexSize(text)) != HashForms.UNKNOWN;
        return "it is not " + (hex ? "hex, as its encoding says" : "base64, as its encoding says")
                + (other ? "; it may be " + (hex ? "base64" : "hex") : "; encode its bytes anew");
    }

    private int keylen() {
        boolean number = checks.json().kind(custom.value(KEYLEN)) == Kind.NUMBER;
        return number ? (int) Numbers.integer(checks.json(), custom.value(KEYLEN)) : 0;
    }

    private void wrongValue(Rule rule, int token, String message) {
        checks.add(rule, token, CUSTOM + ".hash.value", message);
    }

    private void wrongLength(int token, String message) {
        wrongValue(Rule.HASH_LENGTH, token, message);
    }

    // ---- salt and password

    private void judgeSalt(@Nullable Algorithm algorithm) {
        final String path = SALT_PATH;
        if (!custom.has(SALT)) {
            return;
        }
        int object = custom.value(SALT);
        if (algorithm != null && algorithm.salt == Algorithm.Salt.FORBIDDEN) {
            checks.add(
                    Rule.SALT_FORBIDDEN,
                    object,
                    path,
                    "Auth0 takes no salt beside a hash of " + algorithm.inFile() + ", which holds it; remove it");
        }
        if (!checks.isObject(object, path)) {
            return;
        }
        salt.read(checks.json(), object);
        checks.unknown(salt, Rule.PROPERTY_IGNORED, path);
        if (!salt.has(VALUE)) {
            checks.add(
                    Rule.SALT_VALUE_MISSING, object, path + ".value", "it is missing; the salt itself belongs there");
        }
        judgeEncoded(salt, Rule.SALT_ENCODING, SALT_PATH + ".value", SALT_PATH + ".encoding");
        if (salt.has(POSITION)) {
            checks.choice(POSITIONS, Rule.SALT_POSITION, salt.value(POSITION), path + ".position");
        }
    }

    /** Judges value and encoding of a salt or a key. */
    private void judgeEncoded(Members members, Rule rule, String valuePath, String encodingPath) {
        boolean readable = members.has(VALUE) && checks.isSecretText(members.value(VALUE), valuePath);
        if (!members.has(ENCODING)) {
            return;
        }
        int encoding = checks.choice(ENCODINGS, rule, members.value(ENCODING), encodingPath);
        if (!readable || encoding < 0 || encoding == UTF8) {
            return;
        }
        Text text = checks.text(members.value(VALUE));
        int size = encoding == HEX ? HashForms.hexSize(text) : HashForms.base64Size(text);
        if (size == HashForms.UNKNOWN && !text.isEmpty()) {
            checks.add(Rule.SALT_OR_KEY_FORMAT, members.value(VALUE), valuePath, notEncoded(text, encoding));
        }
    }

    private void judgePassword() {
        final String path = PASSWORD_PATH;
        if (!custom.has(PASSWORD) || !checks.isObject(custom.value(PASSWORD), path)) {
            return;
        }
        password.read(checks.json(), custom.value(PASSWORD));
        checks.unknown(password, Rule.PROPERTY_IGNORED, path);
        if (password.has(PASSWORD_ENCODING)) {
            checks.choice(
                    PASSWORD_ENCODINGS, Rule.PASSWORD_ENCODING, password.value(PASSWORD_ENCODING), path + ".encoding");
        }
    }

    // ---- scrypt

    private void judgeParameters(@Nullable Algorithm algorithm, int object) {
        boolean scrypt = algorithm == Algorithm.SCRYPT;
        if (scrypt && !custom.has(KEYLEN)) {
            checks.add(
                    Rule.KEYLEN_MISSING,
                    object,
                    CUSTOM + ".keylen",
                    "it is missing; give the length of the scrypt hash in bytes, such as 64");
        }
        judgeParameter(KEYLEN, algorithm, Rule.KEYLEN, 1);
        judgeParameter(COST, algorithm, Rule.COST, 2);
        judgeParameter(BLOCK_SIZE, algorithm, Rule.BLOCK_SIZE, 1);
        judgeParameter(PARALLELIZATION, algorithm, Rule.PARALLELIZATION, 1);
    }

    private void judgeParameter(int parameter, @Nullable Algorithm algorithm, Rule rule, int minimum) {
        if (!custom.has(parameter)) {
            return;
        }
        int token = custom.value(parameter);
        String path = PATHS[parameter];
        double value = checks.json().kind(token) == Kind.NUMBER ? Numbers.integer(checks.json(), token) : Double.NaN;
        if (Double.isNaN(value)) {
            checks.add(
                    Rule.TYPE,
                    token,
                    path,
                    "expected an integer, such as " + (parameter == COST ? "16384" : "8") + ", found "
                            + (checks.json().kind(token) == Kind.NUMBER
                                    ? "another number"
                                    : Checks.nameOf(checks.json().kind(token))));
        } else if (algorithm != null && algorithm != Algorithm.SCRYPT) {
            ignored(token, path, "scrypt");
        } else if (value < minimum) {
            checks.add(rule, token, path, checks.written(token) + " is less than " + minimum + ", the least there is");
        } else if (parameter == COST && !Numbers.isPowerOfTwo(value)) {
            checks.add(
                    Rule.COST_POWER,
                    token,
                    path,
                    checks.written(token)
                            + " is not a power of two, such as 16384; give the N that scrypt was called with");
        }
    }

    private void ignored(int token, String path, String algorithm) {
        checks.add(
                Rule.PROPERTY_IGNORED,
                token,
                path,
                "it is used with " + algorithm + " only, and ignored here; remove it");
    }
}
