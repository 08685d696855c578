package io.github.auth0maven.validation;

import io.github.auth0maven.users.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges custom_password_hash; nothing that it says shows a hash, a salt or a key. */
final class CustomHash {

    static final String PATH = "custom_password_hash";

    static final int ALGORITHM = 0;
    static final int HASH = 1;
    static final int SALT = 2;
    static final int PASSWORD = 3;
    static final int KEYLEN = 4;
    static final int COST = 5;
    static final int BLOCK_SIZE = 6;
    static final int PARALLELIZATION = 7;

    private static final String SALT_PATH = PATH + ".salt";
    private static final String PASSWORD_PATH = PATH + ".password";
    private static final Names ALGORITHMS = Names.of(Algorithm.names());
    private static final Names POSITIONS = Names.of(List.of("prefix", "suffix"));
    private static final Names PASSWORD_ENCODINGS =
            Names.of(List.of("ascii", "utf8", "utf16le", "ucs2", "latin1", "binary"));

    private final Members custom =
            new Members("algorithm", "hash", "salt", "password", "keylen", "cost", "blockSize", "parallelization");
    private final Members salt = new Members("value", "encoding", "position");
    private static final int POSITION = 2;
    private final Members password = new Members("encoding");
    private static final int PASSWORD_ENCODING = 0;

    private final Checks checks;
    private final HashObject hash;
    private final EncodedText encoded;
    private final ScryptParameters scrypt;

    CustomHash(Checks checks) {
        this.checks = checks;
        scrypt = new ScryptParameters(checks);
        encoded = new EncodedText(checks);
        hash = new HashObject(checks, encoded);
    }

    void judge(int object) {
        if (!checks.isObject(object, PATH)) {
            return;
        }
        custom.read(checks.json(), object);
        checks.unknown(custom, Rule.CUSTOM_UNKNOWN, PATH);
        Algorithm algorithm = algorithm(object);
        if (custom.has(HASH)) {
            hash.judge(custom.value(HASH), algorithm, scrypt.keylen(custom));
        } else {
            String remedy = "there is no hash in it; give \"hash\": {\"value\": \"…\"}";
            checks.add(Rule.HASH_MISSING, object, PATH + ".hash", remedy);
        }
        if (custom.has(SALT)) {
            judgePlaceOfSalt(custom.value(SALT), algorithm);
            judgeSalt(custom.value(SALT));
        }
        judgePassword();
        scrypt.judge(custom, algorithm, object);
    }

    private @Nullable Algorithm algorithm(int object) {
        final String path = PATH + ".algorithm";
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

    private void judgePlaceOfSalt(int object, @Nullable Algorithm algorithm) {
        if (algorithm != null && algorithm.salt == Algorithm.Salt.FORBIDDEN) {
            String remedy =
                    "Auth0 takes no salt beside a hash of " + algorithm.inFile() + ", which holds it; remove it";
            checks.add(Rule.SALT_FORBIDDEN, object, SALT_PATH, remedy);
        }
    }

    private void judgeSalt(int object) {
        if (!checks.isObject(object, SALT_PATH)) {
            return;
        }
        salt.read(checks.json(), object);
        checks.unknown(salt, Rule.PROPERTY_IGNORED, SALT_PATH);
        if (!salt.has(EncodedText.VALUE)) {
            String remedy = "it is missing; the salt itself belongs there";
            checks.add(Rule.SALT_VALUE_MISSING, object, SALT_PATH + ".value", remedy);
        }
        encoded.judge(salt, Rule.SALT_ENCODING, SALT_PATH);
        if (salt.has(POSITION)) {
            checks.choice(POSITIONS, Rule.SALT_POSITION, salt.value(POSITION), SALT_PATH + ".position");
        }
    }

    private void judgePassword() {
        if (!custom.has(PASSWORD) || !checks.isObject(custom.value(PASSWORD), PASSWORD_PATH)) {
            return;
        }
        password.read(checks.json(), custom.value(PASSWORD));
        checks.unknown(password, Rule.PROPERTY_IGNORED, PASSWORD_PATH);
        if (password.has(PASSWORD_ENCODING)) {
            checks.choice(
                    PASSWORD_ENCODINGS,
                    Rule.PASSWORD_ENCODING,
                    password.value(PASSWORD_ENCODING),
                    PASSWORD_PATH + ".encoding");
        }
    }
}
