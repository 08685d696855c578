package io.github.auth0maven.validation;

import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the hash of a custom_password_hash: its value, and how that is encoded, digested and keyed. */
final class HashObject {

    private static final String PATH = CustomHash.PATH + ".hash";
    private static final String KEY_PATH = PATH + ".key";
    private static final String DIGEST_PATH = PATH + ".digest";
    private static final int VALUE = 0;
    private static final int ENCODING = 1;
    private static final int DIGEST = 2;
    private static final int KEY = 3;

    private static final Names DIGESTS =
            Names.of(List.of("md4", "md5", "ripemd160", "sha1", "sha224", "sha256", "sha384", "sha512", "whirlpool"));
    private static final int[] DIGEST_SIZES = {16, 16, 20, 20, 28, 32, 48, 64, 64};

    private final Members hash = new Members("value", "encoding", "digest", "key");
    private final Members key = new Members("value", "encoding");
    private final Checks checks;
    private final EncodedText encoded;
    private final HashValue value;

    HashObject(Checks checks, EncodedText encoded) {
        this.checks = checks;
        this.encoded = encoded;
        value = new HashValue(checks);
    }

    /**
     * Judges it.
     *
     * @param keylen how many bytes scrypt made; 0 if that is not said
     */
    void judge(int object, @Nullable Algorithm algorithm, int keylen) {
        if (!isHash(object)) {
            return;
        }
        hash.read(checks.json(), object);
        checks.unknown(hash, Rule.PROPERTY_IGNORED, PATH);
        boolean readable = hasValue(object);
        int encoding = encoding();
        int digest = digest();
        judgeKey();
        if (algorithm != null) {
            judgeDigestAndKey(object, algorithm);
            judgeValue(readable, encoding, new HashValue.Expected(algorithm, null, size(algorithm, digest, keylen)));
        }
    }

    private boolean isHash(int object) {
        if (checks.json().kind(object) == Kind.STRING) {
            String remedy = "expected an object, found a string; put the hash into it: {\"value\": \"…\"}";
            checks.add(Rule.TYPE, object, PATH, remedy);
            return false;
        }
        return checks.isObject(object, PATH);
    }

    private void judgeValue(boolean readable, int encoding, HashValue.Expected expected) {
        boolean encodable = encoding == Members.ABSENT || (encoding >= 0 && isAllowed(expected.algorithm(), encoding));
        if (readable && encodable) {
            Boolean hex = encoding == Members.ABSENT ? null : encoding == EncodedText.HEX;
            value.judge(hash.value(VALUE), expected.inHex(hex));
        }
    }

    private boolean hasValue(int object) {
        if (!hash.has(VALUE)) {
            checks.add(Rule.HASH_MISSING, object, HashValue.PATH, "it is missing; the hash itself belongs there");
            return false;
        }
        return checks.isSecretText(hash.value(VALUE), HashValue.PATH);
    }

    /** The number of the encoding; {@link Members#ABSENT} if none is given, and less if it is none that there is. */
    private int encoding() {
        if (!hash.has(ENCODING)) {
            return Members.ABSENT;
        }
        int encoding =
                checks.choice(EncodedText.ENCODINGS, Rule.HASH_ENCODING, hash.value(ENCODING), PATH + ".encoding");
        return encoding < 0 ? Integer.MIN_VALUE : encoding;
    }

    private static int size(Algorithm algorithm, int digest, int keylen) {
        if (algorithm == Algorithm.HMAC && digest >= 0) {
            return DIGEST_SIZES[digest];
        }
        return algorithm == Algorithm.SCRYPT ? keylen : algorithm.size;
    }

    /** The schema wants one that is known whatever the algorithm. */
    private int digest() {
        return hash.has(DIGEST)
                ? checks.choice(DIGESTS, Rule.HASH_DIGEST, hash.value(DIGEST), DIGEST_PATH)
                : Members.ABSENT;
    }

    private void judgeKey() {
        if (!hash.has(KEY) || !checks.isObject(hash.value(KEY), KEY_PATH)) {
            return;
        }
        int object = hash.value(KEY);
        key.read(checks.json(), object);
        checks.unknown(key, Rule.PROPERTY_IGNORED, KEY_PATH);
        if (!key.has(EncodedText.VALUE)) {
            checks.add(
                    Rule.KEY_VALUE_MISSING, object, KEY_PATH + ".value", "it is missing; the key itself belongs there");
        }
        encoded.judge(key, Rule.KEY_ENCODING, KEY_PATH);
    }

    private void judgeDigestAndKey(int object, Algorithm algorithm) {
        if (algorithm == Algorithm.HMAC) {
            judgeHmac(object);
        } else if (hash.has(DIGEST)) {
            checks.ignored(hash.value(DIGEST), DIGEST_PATH, "hmac");
        } else if (hash.has(KEY)) {
            checks.ignored(hash.value(KEY), KEY_PATH, "hmac");
        }
    }

    private void judgeHmac(int object) {
        if (!hash.has(DIGEST)) {
            String remedy = "it is missing; name the digest of the hmac, such as \"sha256\"";
            checks.add(Rule.HMAC_DIGEST_MISSING, object, DIGEST_PATH, remedy);
        }
        if (!hash.has(KEY)) {
            String remedy = "it is missing; give the key of the hmac, \"key\": {\"value\": \"…\"}";
            checks.add(Rule.HMAC_KEY_MISSING, object, KEY_PATH, remedy);
        }
    }

    private boolean isAllowed(Algorithm algorithm, int encoding) {
        boolean wantsText = algorithm.form != Algorithm.Form.BYTES;
        if ((encoding == EncodedText.UTF8) == wantsText) {
            return true;
        }
        checks.add(
                Rule.HASH_ENCODING,
                hash.value(ENCODING),
                PATH + ".encoding",
                "\"" + EncodedText.ENCODINGS.all().get(encoding) + "\" is not an encoding Auth0 accepts for "
                        + algorithm.inFile() + "; "
                        + (wantsText ? "write \"utf8\", or leave it out" : "write \"hex\" or \"base64\""));
        return false;
    }
}
