package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.passwords.PasswordResult.Count;
import io.github.auth0maven.passwords.PasswordResult.Finding;
import io.github.auth0maven.passwords.PasswordResult.SampleCounts;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A check of known passwords against a users file: goes through the file once, tries each sample on the processors that there are,
 * and finds out why those that fail do.
 */
public final class PasswordCheck {

    private static final int MOST_SHAPES = 1_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Names HASHES = Names.of(List.of("password_hash", "custom_password_hash"));

    private final Samples samples;
    private final Progress progress;
    private final Map<HashShape, Count> shapes = new LinkedHashMap<>();

    /** Is told how far a check is. */
    public interface Progress {

        /** So many samples of all have been tried. */
        void tried(int samples, int all);

        /** The reason is looked for why so many hashes do not match. */
        default void searching(int hashes) {}
    }

    /** A check of these samples, which can be run once. */
    public PasswordCheck(Samples samples, Progress progress) {
        this.samples = samples;
        this.progress = progress;
    }

    /** Goes through the users, and tries every sample. */
    public PasswordResult run(UserSource users) throws IOException, InterruptedException {
        try (Trials running = new Trials(samples.size(), progress);
                UserReader reader = users.open()) {
            while (reader.next()) {
                take(reader.user(), running);
            }
            List<Trial> trials = running.finished();
            for (Trial trial : trials) {
                shapes.computeIfPresent(trial.shape(), (shape, count) -> count.withSample(trial.matches()));
            }
            return new PasswordResult(
                    counts(trials),
                    byFrequency(),
                    trials.stream().filter(Trial::matches).map(Trial::position).toList(),
                    findings(trials),
                    reader.hashChanges());
        }
    }

    private void take(User user, Trials running) throws IOException {
        ObjectNode tree = tree(user);
        HashShape made = HashShape.of(tree);
        HashShape shape = shapes.containsKey(made) || shapes.size() < MOST_SHAPES ? made : HashShape.OTHER;
        Count count = shapes.get(shape);
        shapes.put(shape, count == null ? new Count(positionOf(user), 1, 0, 0) : count.withUser());
        for (Samples.Sample sample : samples.of(tree)) {
            running.submit(new Trial(positionOf(user), shape, sample, tree));
        }
    }

    private SampleCounts counts(List<Trial> trials) {
        Set<Integer> used = trials.stream().map(Trial::number).collect(Collectors.toSet());
        long failing = trials.stream()
                .filter(trial -> !trial.matches())
                .map(Trial::number)
                .distinct()
                .count();
        List<Integer> unused = samples.all().stream()
                .map(Samples.Sample::number)
                .filter(number -> !used.contains(number))
                .toList();
        return new SampleCounts(samples.size(), (int) (used.size() - failing), unused);
    }

    private List<Finding> findings(List<Trial> trials) {
        int failing = (int) trials.stream().filter(trial -> !trial.matches()).count();
        if (failing > 0) {
            progress.searching(failing);
        }
        return trials.stream().collect(Collectors.groupingBy(Trial::shape)).entrySet().stream()
                .flatMap(each -> new ShapeDiagnosis(each.getValue(), users(each.getKey())).findings())
                .sorted(Comparator.comparingLong(finding -> finding.position().index()))
                .toList();
    }

    private long users(HashShape shape) {
        Count count = shapes.get(shape);
        return count == null ? 0 : count.users();
    }

    private Map<HashShape, Count> byFrequency() {
        return shapes.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> -each.getValue().users()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, LinkedHashMap::new));
    }

    private static ObjectNode tree(User user) throws IOException {
        byte[] json = new byte[user.compactSize()];
        user.writeTo(json, 0);
        JsonNode tree = MAPPER.readTree(json);
        return tree.isObject() ? (ObjectNode) tree : MAPPER.createObjectNode();
    }

    /** Where the hash stands, or the user that has none. */
    private static Position positionOf(User user) {
        for (int name = 0; name < 2; name++) {
            int token = user.json().member(Json.ROOT, HASHES, name);
            if (token >= 0) {
                return user.positionOf(token);
            }
        }
        return user.position();
    }
}
