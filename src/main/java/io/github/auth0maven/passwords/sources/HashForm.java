package io.github.auth0maven.passwords.sources;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One form in which hashes are written, told by how they begin; what begins so has to be whole. */
final class HashForm {

    private final String source;
    private final Pattern beginning;
    private final Pattern whole;
    private final Function<Matcher, String> made;

    /**
     * @param source what messages and reports call such a hash
     * @param beginning of which a text is taken for such a hash, as a regular expression
     * @param rest what follows
     * @param made makes the JSON of Auth0's form; the groups are those of both expressions, in this order
     */
    HashForm(String source, String beginning, String rest, Function<Matcher, String> made) {
        this.source = source;
        this.beginning = Pattern.compile(beginning);
        whole = Pattern.compile(beginning + rest);
        this.made = made;
    }

    /** What such a text is; nothing if it begins otherwise. */
    Optional<SourceHash> read(String text) {
        if (!beginning.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        Matcher parts = whole.matcher(text);
        try {
            return Optional.of(parts.matches() ? new SourceHash.Converted(source, made.apply(parts)) : damaged(source));
        } catch (IllegalArgumentException notSuchBytes) {
            return Optional.of(damaged(source));
        }
    }

    static SourceHash.Refused damaged(String source) {
        return new SourceHash.Refused(
                source + ", cut off",
                "it begins as " + source + " does, but is not whole: it may have been cut off on the way here");
    }
}
