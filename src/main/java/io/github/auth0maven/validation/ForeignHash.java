package io.github.auth0maven.validation;

import io.github.auth0maven.passwords.sources.HashSources;
import io.github.auth0maven.passwords.sources.SourceHash;
import io.github.auth0maven.users.Json;
import java.util.List;
import java.util.Optional;

/** Hashes in forms of other systems, where Auth0's own is asked for. */
final class ForeignHash {

    /** How such begin that are never Auth0's: told by their first bytes, for every hash is asked. */
    private static final List<String> BEGINNINGS = List.of(
            "$P$",
            "$H$",
            "$wp$",
            "$S$",
            "$1$",
            "$apr1$",
            "$5$",
            "$6$",
            "$y$",
            "$bcrypt-sha256$",
            "bcrypt_sha256$",
            "bcrypt$",
            "argon2$",
            "pbkdf2_sha",
            "pbkdf2:",
            "scrypt:",
            "scrypt$",
            "{bcrypt}",
            "{argon2",
            "{pbkdf2",
            "{scrypt",
            "{noop}",
            "{PKCS5S2}");

    private ForeignHash() {}

    /** What to say of a custom_password_hash if it is such a hash. */
    static Optional<String> remark(Text text, Json json, int token) {
        for (String beginning : BEGINNINGS) {
            if (text.startsWith(beginning)) {
                return remark(json.text(token), "write it as it is into password_hash, with auth0.hashes left at auto");
            }
        }
        return Optional.empty();
    }

    /** What to say of the text of a password_hash, if it is such a hash. */
    static Optional<String> remark(String written) {
        return remark(written, "leave auth0.hashes at auto");
    }

    private static Optional<String> remark(String written, String remedy) {
        SourceHash hash = HashSources.read(written);
        if (hash instanceof SourceHash.Converted converted) {
            return Optional.of(
                    "it is " + converted.source() + "; " + remedy + ", and it is made into what Auth0 takes");
        }
        return hash instanceof SourceHash.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
