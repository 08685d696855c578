package io.github.auth0maven.passwords.sources;

import io.github.auth0maven.users.HashReading;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads hashes of all sources that are known, and passwords where these are wanted.
 *
 * @param convert whether hashes are converted
 * @param hashing what hashes a plain password as {@code password_hash} takes it, if that is wanted
 */
public record SourcePasswords(boolean convert, Optional<UnaryOperator<String>> hashing) implements HashReading {

    private static final String PLAIN = "plain passwords, hashed here";

    @Override
    public Optional<Read> read(String member, String written) {
        SourceHash hash = convert ? HashSources.read(written) : new SourceHash.Unknown();
        if (hash instanceof SourceHash.Converted converted) {
            return Optional.of(new Read(Optional.of(converted.source()), converted.json()));
        }
        if (!member.equals(PASSWORD) || written.isEmpty()) {
            return Optional.empty();
        }
        if (hash instanceof SourceHash.Refused && isHash(written)) {
            // said of password_hash by those who judge it
            return Optional.of(new Read(Optional.empty(), Auth0Form.passwordHash(written)));
        }
        return hashing.map(hashes -> new Read(Optional.of(PLAIN), Auth0Form.bcrypt(hashes.apply(written))));
    }

    /** Whether this is no mere mark of an account without a password, which could be a password as well. */
    private static boolean isHash(String written) {
        return !written.startsWith("!") && !written.startsWith("*");
    }
}
