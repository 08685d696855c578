package io.github.auth0maven.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.batch.UserForm;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Packs users into batches. */
final class Packing {

    private Packing() {}

    /** A batch of these users, given as JSON. */
    static Batch batch(String... users) {
        byte[] file = ("[" + String.join(",\n", users) + "]").getBytes(UTF_8);
        try (UserReader reader = UserReader.over("users.json", file)) {
            return new Batcher(reader, UserForm.AS_WRITTEN, file.length).next().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A batch of users {@code user<number>@example.com}, numbered from here. */
    static Batch users(int first, int count) {
        return batch(IntStream.range(first, first + count)
                .mapToObj(number -> "{\"email\":\"user" + number + "@example.com\"}")
                .toArray(String[]::new));
    }

    /** The batches, one after the other. */
    static JobRunner.Batches source(Batch... batches) {
        return source(Arrays.asList(batches));
    }

    static JobRunner.Batches source(List<Batch> batches) {
        Iterator<Batch> rest = batches.iterator();
        return () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    /** Batches of one user each. */
    static JobRunner.Batches singles(int count) {
        return source(
                IntStream.range(0, count).mapToObj(number -> users(number, 1)).toList());
    }

    /** What the batch holds. */
    static String text(Batch batch) {
        return IntStream.range(0, batch.users())
                .mapToObj(user -> new String(batch.user(user), UTF_8))
                .collect(joining(" "));
    }
}
