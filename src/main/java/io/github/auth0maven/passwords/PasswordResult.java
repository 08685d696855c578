package io.github.auth0maven.passwords;

import io.github.auth0maven.users.Position;
import java.util.List;
import java.util.Map;

/**
 * What a check of passwords came to.
 *
 * @param shapes what there is of each shape, the most frequent first
 * @param findings the samples that do not match, in the order of the users file
 * @param unused the numbers of the samples that name nobody in the users file
 */
public record PasswordResult(Map<HashShape, Count> shapes, List<Finding> findings, List<Integer> unused, int samples) {

    /** How many users, samples and matches there are of a shape. */
    public record Count(long users, long samples, long matched) {

        Count withUser() {
            return new Count(users + 1, samples, matched);
        }

        Count withSample(boolean matches) {
            return new Count(users, samples + 1, matched + (matches ? 1 : 0));
        }

        /** How many samples do not match. */
        public long failed() {
            return samples - matched;
        }
    }

    /**
     * A sample that does not match.
     *
     * @param position where the hash stands, or its user
     * @param attribute the attribute that is at fault
     * @param message why, and what to change
     */
    public record Finding(Position position, String attribute, String message) {

        /** What a person is told. */
        @Override
        public String toString() {
            return position + " " + attribute + ": " + message + " [PASSWORD_MISMATCH]";
        }
    }

    /** Copies the lists. */
    public PasswordResult {
        findings = List.copyOf(findings);
        unused = List.copyOf(unused);
    }

    /** How many samples match. */
    public long matched() {
        return shapes.values().stream().mapToLong(Count::matched).sum();
    }

    /** The shapes with a hash that no sample proves. */
    public List<Map.Entry<HashShape, Count>> unproven() {
        return shapes.entrySet().stream()
                .filter(each ->
                        !each.getKey().equals(HashShape.NONE) && each.getValue().samples() == 0)
                .toList();
    }

    /** Whether every sample matches. */
    public boolean isProven() {
        return findings.isEmpty() && unused.isEmpty();
    }
}
