package io.github.auth0maven.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The algorithms of a custom_password_hash, and what Auth0 asks of each. */
enum Algorithm {
    ARGON2(Form.ARGON2, Salt.FORBIDDEN, 0),
    BCRYPT(Form.BCRYPT, Salt.ALLOWED, 0),
    HMAC(Form.BYTES, Salt.ALLOWED, 0),
    LDAP(Form.LDAP, Salt.FORBIDDEN, 0),
    MD4(Form.BYTES, Salt.ALLOWED, 16),
    MD5(Form.BYTES, Salt.ALLOWED, 16),
    SHA1(Form.BYTES, Salt.ALLOWED, 20),
    SHA256(Form.BYTES, Salt.ALLOWED, 32),
    SHA512(Form.BYTES, Salt.ALLOWED, 64),
    PBKDF2(Form.PBKDF2, Salt.FORBIDDEN, 0),
    SCRYPT(Form.BYTES, Salt.ALLOWED, 0);

    /** How the value of a hash is written. */
    enum Form {
        ARGON2,
        BCRYPT,
        LDAP,
        PBKDF2,
        /** In hex or base64; the others are text. */
        BYTES
    }

    /** Whether a salt may be given beside the hash. */
    enum Salt {
        ALLOWED,
        FORBIDDEN
    }

    private static final Algorithm[] ALL = values();

    final Form form;
    final Salt salt;
    /** Of the hash in bytes; 0 if it depends. */
    final int size;

    Algorithm(Form form, Salt salt, int size) {
        this.form = form;
        this.salt = salt;
        this.size = size;
    }

    static Algorithm numbered(int number) {
        return ALL[number];
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Algorithm algorithm : ALL) {
            names.add(algorithm.inFile());
        }
        return names;
    }

    /** As it is written in a users file. */
    String inFile() {
        return name().toLowerCase(Locale.ROOT);
    }
}
