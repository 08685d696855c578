package io.github.auth0maven.validation;

import org.jspecify.annotations.Nullable;

/** How other systems write hashes, told by how these begin: those that Auth0 cannot verify at all, and those to be rewritten. */
enum ForeignHash {
    PHPASS("$P$", "a phpass hash, as WordPress makes it", null),
    PHPASS_OF_PHPBB("$H$", "a phpass hash, as phpBB makes it", null),
    WORDPRESS("$wp$", "a WordPress hash (bcrypt of an HMAC)", null),
    DRUPAL("$S$", "a Drupal hash", null),
    MD5_CRYPT("$1$", "an md5-crypt hash", null),
    APACHE("$apr1$", "an Apache md5-crypt hash", null),
    SHA256_CRYPT("$5$", "a sha256-crypt hash", null),
    SHA512_CRYPT("$6$", "a sha512-crypt hash", null),
    YESCRYPT("$y$", "a yescrypt hash", null),
    BCRYPT_SHA256("$bcrypt-sha256$", "a bcrypt_sha256 hash", null),
    DJANGO_BCRYPT_SHA256("bcrypt_sha256$", "a bcrypt_sha256 hash", null),
    DJANGO_BCRYPT(
            "bcrypt$", "Django's form of a bcrypt hash", "write it without \"bcrypt$\", for the algorithm \"bcrypt\""),
    DJANGO_ARGON2(
            "argon2$", "Django's form of an argon2 hash", "write it without \"argon2\", for the algorithm \"argon2\""),
    DJANGO_PBKDF2(
            "pbkdf2_sha",
            "Django's form of a pbkdf2 hash",
            "write it as $pbkdf2-sha256$i=iterations,l=32$salt$hash, salt and hash in B64 without padding, for the algorithm"
                    + " \"pbkdf2\""),
    WERKZEUG_PBKDF2(
            "pbkdf2:",
            "Werkzeug's form of a pbkdf2 hash",
            "write it as $pbkdf2-sha256$i=iterations,l=32$salt$hash, salt and hash in B64 without padding, for the algorithm"
                    + " \"pbkdf2\""),
    SPRING_BCRYPT(
            "{bcrypt}",
            "Spring Security's form of a bcrypt hash",
            "write it without \"{bcrypt}\", for the algorithm \"bcrypt\""),
    SPRING_ARGON2(
            "{argon2",
            "Spring Security's form of an argon2 hash",
            "write it without what is in braces, for the algorithm \"argon2\"");

    private static final ForeignHash[] ALL = values();

    private final String beginning;
    private final String name;
    private final @Nullable String remedy;

    ForeignHash(String beginning, String name, @Nullable String remedy) {
        this.beginning = beginning;
        this.name = name;
        this.remedy = remedy;
    }

    /** Which of them a hash is; null if none. */
    static @Nullable ForeignHash of(Text text) {
        for (ForeignHash each : ALL) {
            if (text.startsWith(each.beginning)) {
                return each;
            }
        }
        return null;
    }

    /** What to say of it. */
    String remark() {
        return "it is " + name
                + (remedy == null
                        ? ", which Auth0 can verify in no form; leave it out, and let these users reset their passwords"
                        : "; " + remedy);
    }
}
