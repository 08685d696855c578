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
            return Optional.of(Read.converted(converted.source(), converted.json()));
        }
        if (hash instanceof SourceHash.Refused refused && (!member.equals(PASSWORD) || isHash(written))) {
            return Optional.of(new Read(refused.source(), true, toBeJudged(member, written)));
        }
        return member.equals(PASSWORD) && !written.isEmpty()
                ? hashing.map(hashes -> Read.converted(PLAIN, Auth0Form.bcrypt(hashes.apply(written))))
                : Optional.empty();
    }

    /** What is refused is said of password_hash by those who judge it. */
    private static Optional<String> toBeJudged(String member, String written) {
        return member.equals(PASSWORD) ? Optional.of(Auth0Form.passwordHash(written)) : Optional.empty();
    }

    /** Whether this is no mere mark of an account without a password, which could be a password as well. */
    private static boolean isHash(String written) {
        return !written.startsWith("!") && !written.startsWith("*");
    }
}
