package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.passwords.PasswordResult.Count;
import io.github.auth0maven.passwords.Samples.Sample;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A check of known passwords against a users file: goes through the file once, tries each sample on the processors that there are,
 * and finds out why those that fail do.
 */
public final class PasswordCheck {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Names HASHES = Names.of(List.of("password_hash", "custom_password_hash"));

    private final Samples samples;
    private final Progress progress;

    /** Is told how far a check is. */
    @FunctionalInterface
    public interface Progress {

        /** So many samples of all have been tried. */
        void tried(int samples, int all);
    }

    /** A check of these samples. */
    public PasswordCheck(Samples samples, Progress progress) {
        this.samples = samples;
        this.progress = progress;
    }

    /** Goes through the users, and tries every sample. */
    public PasswordResult run(UserSource users) throws IOException, InterruptedException {
        Map<HashShape, Count> shapes = new LinkedHashMap<>();
        Map<HashShape, List<Trial>> trials = new LinkedHashMap<>();
        try (Trials running = new Trials(samples.size(), progress);
                UserReader reader = users.open()) {
            while (reader.next()) {
                ObjectNode user = tree(reader.user());
                HashShape shape = HashShape.of(user);
                shapes.merge(shape, new Count(1, 0, 0), (count, one) -> count.withUser());
                Optional<Sample> sample = sampleOf(user);
                if (sample.isPresent()) {
                    running.submit(new Trial(positionOf(reader.user()), shape, sample.get(), user));
                }
            }
            for (Trial trial : running.finished()) {
                trials.computeIfAbsent(trial.shape(), unused -> new ArrayList<>())
                        .add(trial);
                shapes.computeIfPresent(trial.shape(), (shape, count) -> count.withSample(trial.matches()));
            }
        }
        return new PasswordResult(
                byFrequency(shapes), findings(trials, shapes), unused(trials.values()), samples.size());
    }

    private List<Integer> unused(Collection<List<Trial>> trials) {
        Set<Integer> used =
                trials.stream().flatMap(List::stream).map(Trial::number).collect(Collectors.toSet());
        return samples.all().stream()
                .map(Sample::number)
                .filter(number -> !used.contains(number))
                .toList();
    }

    private static List<PasswordResult.Finding> findings(
            Map<HashShape, List<Trial>> trials, Map<HashShape, Count> shapes) {
        return trials.entrySet().stream()
                .flatMap(each -> new ShapeDiagnosis(each.getValue(), users(shapes, each.getKey())).findings())
                .sorted(Comparator.comparingLong(finding -> finding.position().index()))
                .toList();
    }

    private static long users(Map<HashShape, Count> shapes, HashShape shape) {
        return shapes.getOrDefault(shape, new Count(0, 0, 0)).users();
    }

    private static Map<HashShape, Count> byFrequency(Map<HashShape, Count> shapes) {
        return shapes.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> -each.getValue().users()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, LinkedHashMap::new));
    }

    private Optional<Sample> sampleOf(JsonNode user) {
        return Stream.of("email", "username", "user_id")
                .filter(name -> user.path(name).isTextual())
                .flatMap(name -> samples.of(user.path(name).asText()).stream())
                .findFirst();
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
