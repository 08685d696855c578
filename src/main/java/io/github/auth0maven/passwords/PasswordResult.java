package io.github.auth0maven.passwords;

import io.github.auth0maven.users.HashChanges;
import io.github.auth0maven.users.Position;
import java.util.List;
import java.util.Map;

/**
 * What a check of passwords came to.
 *
 * @param samples how many there were, and how they fared
 * @param shapes what there is of each shape, the most frequent first
 * @param matches where the hashes stand that their sample opens, in the order of the users file
 * @param findings those that it does not open, in the same order
 * @param hashChanges what has been made of hashes on reading
 */
public record PasswordResult(
        SampleCounts samples,
        Map<HashShape, Count> shapes,
        List<Position> matches,
        List<Finding> findings,
        HashChanges hashChanges) {

    /**
     * How many samples there are.
     *
     * @param matched those that open the hash of every user whom they name
     * @param unused the numbers of those that name nobody in the users file
     */
    public record SampleCounts(int total, int matched, List<Integer> unused) {

        /** Copies the list. */
        public SampleCounts {
            unused = List.copyOf(unused);
        }

        /** How many do not open a hash that they should. */
        public int notMatched() {
            return total - matched - unused.size();
        }
    }

    /**
     * How many users there are of a shape, and how many of them samples were tried on.
     *
     * @param first the place of the first of them
     */
    public record Count(Position first, long users, long samples, long matched) {

        Count withUser() {
            return new Count(first, users + 1, samples, matched);
        }

        Count withSample(boolean matches) {
            return new Count(first, users, samples + 1, matched + (matches ? 1 : 0));
        }
    }

    /**
     * A sample that does not match.
     *
     * @param position where the hash stands, or its user
     * @param attribute the attribute that is at fault
     * @param message why, and what to change
     */
    public record Finding(Position position, String attribute, String message) {}

    /** Copies the lists. */
    public PasswordResult {
        matches = List.copyOf(matches);
        findings = List.copyOf(findings);
    }

    /** The shapes with a hash that could match a password, and that no sample proves. */
    public List<Map.Entry<HashShape, Count>> unproven() {
        return shapes.entrySet().stream()
                .filter(each ->
                        each.getKey().problem().isEmpty() && each.getValue().samples() == 0)
                .toList();
    }

    /** Whether every sample matches. */
    public boolean isProven() {
        return samples.matched() == samples.total();
    }
}
