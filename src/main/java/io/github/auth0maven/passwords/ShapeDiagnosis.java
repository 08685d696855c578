package io.github.auth0maven.passwords;

import io.github.auth0maven.passwords.PasswordResult.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out why samples of one shape do not match, and proves what would mend them on the others of that shape. */
final class ShapeDiagnosis {

    /** A search can take seconds; where these have found nothing new, nothing new is there. */
    private static final int MOST_SEARCHES = 3;

    private final List<Trial> trials;
    private final long users;
    private final List<Reading> found = new ArrayList<>();
    private int searches;

    /**
     * @param users how many users have this shape
     */
    ShapeDiagnosis(List<Trial> trials, long users) {
        this.trials = trials;
        this.users = users;
    }

    Stream<Finding> findings() {
        Map<Trial, Optional<Reading>> readings = new LinkedHashMap<>();
        trials.stream().filter(trial -> !trial.matches()).forEach(trial -> readings.put(trial, reading(trial)));
        return readings.entrySet().stream()
                .map(each -> new Finding(
                        each.getKey().position(), each.getKey().attribute(), message(each.getKey(), each.getValue())));
    }

    private String message(Trial trial, Optional<Reading> reading) {
        if (trial.shape().problem().isPresent()) {
            return trial.shape().problem().get();
        }
        if (!trial.canBeTried()) {
            return "a try takes " + trial.megabytes() + " MB, and Maven has " + TryMemory.MOST_MEGABYTES
                    + " MB to spare: give it more, as by MAVEN_OPTS=-Xmx" + (3L * trial.megabytes() + 200) + "m";
        }
        return reading.map(this::told).orElseGet(this::unexplained);
    }

    private String unexplained() {
        boolean none = found.isEmpty() && trials.stream().noneMatch(Trial::matches);
        return "does not match the known password, however the same bytes are read: "
                + (none && trials.size() > 1
                        ? "as none of the " + trials.size()
                                + " samples of this shape does, a secret of its source is likely"
                                + " missing, such as a pepper; for bcrypt and digests, it can be given as salt"
                        : "it may be the wrong password, or something secret is missing, such as a pepper");
    }

    private Optional<Reading> reading(Trial trial) {
        for (Reading known : found) {
            if (known.fits(trial.password(), trial.hash())) {
                return Optional.of(known);
            }
        }
        if (searches == MOST_SEARCHES || !trial.canBeTried()) {
            return Optional.empty();
        }
        searches++;
        Optional<Reading> reading = Diagnosis.of(trial.password(), trial.hash());
        reading.ifPresent(found::add);
        return reading;
    }

    private String told(Reading reading) {
        String proof = proof(reading);
        if (!reading.isPossible()) {
            return "does not match the known password, but " + reading.form().name() + " does" + with(reading) + proof
                    + "; Auth0 has no way to be told so: these users need a new password, or a custom database that imports"
                    + " them at their first login";
        }
        return "does not match the known password; with " + String.join(" and ", reading.changes())
                + " it does: set it for "
                + (users == 1
                        ? "this user"
                        : "all " + String.format(Locale.ROOT, "%,d", users) + " users of this shape")
                + proof;
    }

    private static String with(Reading reading) {
        return reading.changes().isEmpty() ? "" : " with " + String.join(" and ", reading.changes());
    }

    /** How many of the other samples of this shape it would open. */
    private String proof(Reading reading) {
        long others = trials.size() - 1L;
        if (others == 0) {
            return "";
        }
        long fitting = trials.stream()
                        .filter(trial -> reading.fits(trial.password(), trial.hash()))
                        .count()
                - 1;
        return " (" + fitting + " of " + others + " other " + (others == 1 ? "sample" : "samples") + " of it "
                + (others == 1 ? "matches" : "match") + " so)";
    }
}
