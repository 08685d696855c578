package io.github.auth0maven.validation;

import io.github.auth0maven.validation.ConnectionRules.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Every rule that a user is held against: its code, its severity, and the sentence it obeys. The one list of all codes that
 * validation gives; several rules may share a code of Auth0's, a warning has one of its own.
 */
public enum Rule {
    ATTRIBUTE_UNKNOWN(
            "OBJECT_ADDITIONAL_PROPERTIES", "A user has no other attributes than the 17 of the published schema."),
    TYPE("INVALID_TYPE", "Each attribute has the type of the published schema; null is none of them."),
    IDENTIFIER_MISSING("ANY_OF_MISSING", "Every user has an e-mail address, a username or a phone number."),
    EMAIL_MISSING(
            Subject.EMAIL_REQUIRED,
            "OBJECT_MISSING_REQUIRED_PROPERTY",
            "Every user has an e-mail address, if the connection requires it."),
    USERNAME_MISSING(
            Subject.USERNAME_REQUIRED,
            "OBJECT_MISSING_REQUIRED_PROPERTY",
            "Every user has a username, if the connection requires it."),
    PHONE_NUMBER_MISSING(
            Subject.PHONE_NUMBER_REQUIRED,
            "OBJECT_MISSING_REQUIRED_PROPERTY",
            "Every user has a phone number, if the connection requires it."),
    EMAIL_FORMAT(
            "INVALID_FORMAT", "An e-mail address is one for validator.js: local part up to 64 characters, 254 in all."),
    PHONE_NUMBER_FORMAT("PATTERN", "A phone number is a plus sign and 1 to 15 digits."),
    USER_ID_LONG("MAX_LENGTH", "A user_id has at most 255 characters."),
    USER_ID_WHITE_SPACE("PATTERN", "A user_id holds no white space."),
    USERNAME_SHORT("MIN_LENGTH", "A username is not empty."),
    USERNAME_LONG("MAX_LENGTH", "A username has at most 128 characters, the most that a connection can be set to."),
    USERNAME_CHARACTERS("PATTERN", "A username has letters without accents, digits and @^$.!`-#+'~_ only."),
    USERNAME_UNDER_LEAST(
            Subject.USERNAME_LENGTH, "MIN_LENGTH", "A username has as many characters as the connection asks for."),
    USERNAME_OVER_MOST(
            Subject.USERNAME_LENGTH, "MAX_LENGTH", "A username has no more characters than the connection takes."),
    USERNAME_EMAIL(
            Subject.USERNAME_TYPE,
            "NOT_PASSED",
            "A username is not an e-mail address, unless the connection allows it."),
    USERNAME_PHONE_NUMBER(
            Subject.USERNAME_TYPE, "NOT_PASSED", "A username is not a phone number, unless the connection allows it."),
    NAME_SHORT("MIN_LENGTH", "given_name, family_name, name and nickname are not empty."),
    NAME_LONG("MAX_LENGTH", "given_name, family_name and name have at most 150 characters, nickname 350."),
    PASSWORD_HASH_FORMAT("PATTERN", "password_hash is bcrypt, $2a$ or $2b$, of 10 rounds."),
    TWO_HASHES("NOT_PASSED", "password_hash and custom_password_hash exclude each other."),
    APP_METADATA_NAME("NOT_PASSED", "app_metadata does not hold the 18 names that Auth0 keeps for itself."),
    USER_TOO_LARGE("USER_TOO_LARGE", "A user fits into a job: the request has at most 512,000 bytes."),

    CUSTOM_UNKNOWN("OBJECT_ADDITIONAL_PROPERTIES", "custom_password_hash has no other properties than the schema's."),
    ALGORITHM_MISSING("OBJECT_MISSING_REQUIRED_PROPERTY", "custom_password_hash names its algorithm."),
    ALGORITHM("ENUM_MISMATCH", "The algorithm is one of the 11 that Auth0 knows."),
    HASH_MISSING("OBJECT_MISSING_REQUIRED_PROPERTY", "custom_password_hash has a hash, and the hash a value."),
    HASH_ENCODING("ENUM_MISMATCH", "The encoding of a hash, if given, is one that its algorithm allows."),
    HASH_DIGEST("ENUM_MISMATCH", "The digest is one of the 9 that Auth0 knows."),
    KEY_VALUE_MISSING("OBJECT_MISSING_REQUIRED_PROPERTY", "A key has a value."),
    KEY_ENCODING("ENUM_MISMATCH", "The encoding of a key is base64, hex or utf8."),
    SALT_VALUE_MISSING("OBJECT_MISSING_REQUIRED_PROPERTY", "A salt has a value."),
    SALT_ENCODING("ENUM_MISMATCH", "The encoding of a salt is base64, hex or utf8."),
    SALT_POSITION("ENUM_MISMATCH", "The position of a salt is prefix or suffix."),
    PASSWORD_ENCODING("ENUM_MISMATCH", "The encoding of a password is one of the 6 that Auth0 knows."),
    SALT_FORBIDDEN("NOT_PASSED", "argon2, ldap and pbkdf2 hashes hold their salt; none is given beside them."),
    ARGON2_FORMAT("PATTERN", "An argon2 hash is a PHC string with its salt."),
    BCRYPT_FORMAT("PATTERN", "A bcrypt hash begins with $2a$, $2b$ or $2y$."),
    LDAP_SCHEME("PATTERN", "An ldap hash begins with an RFC 2307 scheme: md5, smd5, sha* or ssha*, not crypt."),
    LDAP_FORMAT("PATTERN", "An ldap hash is base64 after its scheme."),
    PBKDF2_FORMAT("PATTERN", "A pbkdf2 hash is a PHC string, in B64 without padding."),
    HASH_VALUE_FORMAT("INVALID_FORMAT", "A hash of encoding hex or base64 is hex or base64."),
    HMAC_DIGEST_MISSING("OBJECT_MISSING_REQUIRED_PROPERTY", "An hmac hash names its digest."),
    HMAC_KEY_MISSING("OBJECT_MISSING_REQUIRED_PROPERTY", "An hmac hash has its key."),
    KEYLEN_MISSING("OBJECT_MISSING_REQUIRED_PROPERTY", "A scrypt hash has its keylen."),
    KEYLEN("MINIMUM", "keylen is greater than zero."),
    COST("MINIMUM", "cost is greater than one."),
    COST_POWER("NOT_PASSED", "cost is a power of two."),
    BLOCK_SIZE("MINIMUM", "blockSize is positive."),
    PARALLELIZATION("MINIMUM", "parallelization is positive."),

    FACTORS_FEW("ARRAY_LENGTH_SHORT", "mfa_factors has at least one factor."),
    FACTORS_MANY("ARRAY_LENGTH_LONG", "mfa_factors has at most ten factors."),
    FACTOR_UNKNOWN("OBJECT_ADDITIONAL_PROPERTIES", "A factor has no other properties than the schema's."),
    FACTOR_EMPTY("OBJECT_PROPERTIES_MINIMUM", "A factor is one of totp, phone and email."),
    FACTOR_TWOFOLD("OBJECT_PROPERTIES_MAXIMUM", "A factor is no more than one of totp, phone and email."),
    FACTOR_VALUE_MISSING("OBJECT_MISSING_REQUIRED_PROPERTY", "totp has its secret; phone and email have their value."),
    FACTOR_SECRET("PATTERN", "A TOTP secret is Base32 without padding."),
    FACTOR_PHONE("PATTERN", "A factor's phone number is a plus sign and 1 to 15 digits."),
    FACTOR_EMAIL("INVALID_FORMAT", "A factor's e-mail address is one for validator.js."),

    SCHEMA("SCHEMA_VIOLATION", "A user passes the project's own schema, if there is one."),

    EMAIL_DUPLICATED(
            Subject.EMAIL_UNIQUE,
            "DUPLICATED_USER",
            "No two users of a file have the same e-mail address, in any case, unless the connection allows it."),
    USERNAME_DUPLICATED("DUPLICATED_USER", "No two users of a file have the same username, in any case."),
    USER_ID_DUPLICATED("DUPLICATED_USER", "No two users of a file have the same user_id."),
    PHONE_NUMBER_DUPLICATED("DUPLICATED_USER", "No two users of a file have the same phone number."),

    CONNECTION_EMAIL_REQUIRED(
            Subject.EMAIL_REQUIRED, "A user has an e-mail address, unless the connection is known to need none."),
    CONNECTION_IDENTIFIERS(
            Subject.IDENTIFIERS,
            "A user has an identifier that the connection lets users log in with, where these are known."),
    CONNECTION_EMAIL_UNIQUE(
            Subject.EMAIL_UNIQUE,
            "No two users have the same e-mail address, unless the connection is known to allow it."),
    CONNECTION_USERNAME_LENGTH(
            Subject.USERNAME_LENGTH,
            "A username has 1 to 15 characters, unless the connection is known to take others."),
    CONNECTION_USERNAME_TYPE(
            Subject.USERNAME_TYPE,
            "A username is neither an e-mail address nor a phone number, unless the connection is known to allow it."),
    NO_PASSWORD_HASH(Severity.WARNING, "A user without a hash gets a random password, and can be given no hash later."),
    EMAIL_VERIFIED_MISSING(Severity.WARNING, "email_verified is false unless given, and reset by an upsert."),
    EMAIL_LOOK_ALIKE(
            Severity.WARNING, "Letters of two scripts that look alike are seldom meant in one e-mail address."),
    USER_ID_PREFIXED(
            Severity.WARNING, "user_id is prefixed with auth0| by Auth0, also when it has that prefix already."),
    USER_ID_EMPTY(Severity.WARNING, "An empty user_id is no id."),
    WHITE_SPACE(Severity.WARNING, "Names seldom begin or end with white space."),
    PICTURE_NOT_A_URL(Severity.WARNING, "picture is a URL."),
    PROFILE_LARGE(
            Severity.WARNING, "Auth0 limits profiles to 10 KB; larger ones are still accepted, but may start to fail."),
    PROPERTY_IGNORED(Severity.WARNING, "Properties of a hash that mean nothing there are ignored."),
    HASH_ENCODING_MISSING(
            Severity.WARNING, "The documentation wants hex or base64 as the encoding of a hash that is bytes."),
    HASH_LENGTH(Severity.WARNING, "A hash is as long as its algorithm makes it."),
    HASH_ROUNDS(Severity.WARNING, "Auth0 itself uses 10 rounds of bcrypt."),
    HASH_PARAMETERS(
            Severity.WARNING,
            "An argon2 hash has its parameters m, t and p; pbkdf2 a digest that is known; scrypt takes at most 32 MB."),
    HASH_FOREIGN(Severity.WARNING, "A hash is of a kind that Auth0 can verify."),
    HASH_ALPHABET(Severity.WARNING, "Salt and hash of a PHC string are in the standard alphabet of base64."),
    SALT_OR_KEY_FORMAT(Severity.WARNING, "A salt or key of encoding hex or base64 is hex or base64."),
    COLUMN_OF_TEXTS(
            Severity.WARNING,
            "A column of a CSV file whose values all look like numbers, say, is seldom one of texts."),
    SEVERAL_CONNECTIONS(
            Severity.WARNING,
            "The users of an export are of one database connection, unless those that are meant are named."),
    MORE_VIOLATIONS(Severity.WARNING, "Of a single user, the first 100 violations are listed.");

    final String code;
    final Severity severity;
    final String sentence;
    /** What has to be known of the connection for it; null if it holds for every one. */
    final @Nullable Subject subject;

    Rule(String code, String sentence) {
        this(null, code, sentence);
    }

    Rule(@Nullable Subject subject, String code, String sentence) {
        this.code = code;
        this.severity = Severity.ERROR;
        this.sentence = sentence;
        this.subject = subject;
    }

    Rule(Severity severity, String sentence) {
        this.code = name();
        this.severity = severity;
        this.sentence = sentence;
        this.subject = null;
    }

    /** A warning where it is not known of the connection whether it takes this. */
    Rule(Subject subject, String sentence) {
        this.code = name();
        this.severity = Severity.WARNING;
        this.sentence = sentence;
        this.subject = subject;
    }

    /** As it stands in brackets at the end of a message. */
    public String code() {
        return code;
    }

    /** Unless warnings are raised. */
    public Severity severity() {
        return severity;
    }

    /** What a user is like who obeys it. */
    public String sentence() {
        return sentence;
    }
}
