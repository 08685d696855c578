package io.github.auth0maven.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatcherTest {

    /** What is left of Auth0's 512,000 bytes when the rest of the request is taken off. */
    private static final int REAL_CAPACITY = 511_400;

    private static final UserForm AS_WRITTEN = UserForm.AS_WRITTEN;

    /** Adds a member whose size depends on the user, as root attributes do. */
    private static final UserForm WITH_AN_ADDITION = new UserForm() {
        @Override
        public int largest(User user) {
            return user.json().writtenSize() + 7;
        }

        @Override
        public int write(User user, byte[] target, int at) {
            int brace = user.json().writeTo(target, at) - BRACE;
            byte[] added = (user.index() % 2 == 0 ? ",\"x\":1}" : "}").getBytes(UTF_8);
            System.arraycopy(added, 0, target, brace, added.length);
            return brace + added.length;
        }

        @Override
        public int ofSource(User user, int written) {
            return written - BRACE - (user.index() % 2 == 0 ? 6 : 0);
        }
    };

    static List<Long> seeds() {
        return new Random(20260923).longs(60).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBatchesJoinedAreTheUsersInTheirOrder(long seed) throws IOException {
        Case random = Case.of(seed);

        List<String> packed = new ArrayList<>();
        for (Batch batch : random.batches()) {
            packed.addAll(users(batch));
        }

        assertThat(packed).isEqualTo(random.compact());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBatchNeverExceedsTheCapacityNorLeavesOutAUserThatFits(long seed) throws IOException {
        Case random = Case.of(seed);
        List<Batch> batches = random.batches();

        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            assertThat(batch.size()).isLessThanOrEqualTo(random.capacity()).isEqualTo(batch.content().length);
            assertThat(batch.users()).isPositive();
            if (i + 1 < batches.size()) {
                int next = batches.get(i + 1).user(0).length;
                assertThat(batch.size() + 1 + next).as("with the next user").isGreaterThan(random.capacity());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBatchIsAListOfItsUsersAndNothingElse(long seed) throws IOException {
        for (Batch batch : Case.of(seed).batches()) {
            String content = new String(batch.content(), UTF_8);

            assertThat(content).isEqualTo("[" + String.join(",", users(batch)) + "]");
            List<String> read = new ArrayList<>();
            try (UserReader reader = UserReader.over("batch", batch.content())) {
                while (reader.next()) {
                    read.add(compact(reader.user()));
                }
            }
            assertThat(read).isEqualTo(users(batch));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyUserKeepsItsPlaceInTheUsersFile(long seed) throws IOException {
        Case random = Case.of(seed);
        List<Position> expected = new ArrayList<>();
        try (UserReader reader = UserReader.over("users.json", random.document())) {
            while (reader.next()) {
                expected.add(reader.user().position());
            }
        }

        assertThat(random.batches().stream().flatMap(batch -> positions(batch).stream()))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBatchesAreCountedWithoutMakingThem(long seed) throws IOException {
        Case random = Case.of(seed);
        List<Batch> batches = random.batches();
        Packing packing = new Packing(random.capacity());
        random.compact().forEach(user -> packing.add(user.getBytes(UTF_8).length));

        long bytes = batches.stream().mapToLong(Batch::size).sum();
        assertThat(packing.users()).isEqualTo(random.compact().size());
        assertThat(packing.batches()).isEqualTo(batches.size());
        assertThat(packing.bytes()).isEqualTo(bytes);
        assertThat(packing.fill())
                .isEqualTo(batches.isEmpty() ? 0 : (double) bytes / batches.size() / random.capacity());
    }

    @Test
    void aUserThatIsTooLargeIsNotCountedEither() {
        Packing packing = new Packing(20);
        packing.add(18);

        assertThat(packing.fill()).isEqualTo(1);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> packing.add(19));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theHalvesAreTheSameUsersInTwoBatches(long seed) throws IOException {
        for (Batch batch : Case.of(seed).batches()) {
            List<Batch> halves = batch.halves();

            assertThat(halves.stream().flatMap(half -> users(half).stream())).containsExactlyElementsOf(users(batch));
            assertThat(halves.stream().flatMap(half -> positions(half).stream()))
                    .containsExactlyElementsOf(positions(batch));
            if (batch.users() == 1) {
                assertThat(halves).containsExactly(batch);
            } else {
                assertThat(halves).hasSize(2);
                assertThat(halves.get(1).users() - halves.get(0).users()).isBetween(0, 1);
            }
            for (Batch half : halves) {
                assertThat(new String(half.content(), UTF_8)).isEqualTo("[" + String.join(",", users(half)) + "]");
                assertThat(half.size()).isEqualTo(half.content().length);
            }
        }
    }

    @Test
    void halvesOfHalvesEndInSingleUsers() throws IOException {
        Batch batch = batches("[{\"a\":1},\n{\"b\":2},{\"c\":3},\n{\"d\":4},{\"e\":5}]", 1000)
                .get(0);

        List<Batch> parts = List.of(batch);
        for (int i = 0; i < 3; i++) {
            parts = parts.stream().flatMap(part -> part.halves().stream()).toList();
        }

        assertThat(parts.stream().map(part -> new String(part.content(), UTF_8)))
                .containsExactly("[{\"a\":1}]", "[{\"b\":2}]", "[{\"c\":3}]", "[{\"d\":4}]", "[{\"e\":5}]");
        assertThat(parts.stream().map(part -> part.position(0).toString()))
                .containsExactly(
                        "users.json:[1,2]",
                        "users.json:[2,1]",
                        "users.json:[2,9]",
                        "users.json:[3,1]",
                        "users.json:[3,9]");
    }

    @Test
    void everyBatchOfOrdinaryUsersIsNinetyNineAndAHalfPercentFull() throws IOException {
        Random random = new Random(1);
        StringBuilder document = new StringBuilder("[\n");
        for (int i = 0; i < 12_000; i++) {
            document.append(i == 0 ? "" : ",\n")
                    .append("{ \"email\": \"user")
                    .append(i)
                    .append("@example.com\", \"bio\": \"")
                    .append("x".repeat(380 + random.nextInt(160)))
                    .append("\" }");
        }
        List<Batch> batches = batches(document + "]", REAL_CAPACITY);

        assertThat(batches).hasSizeGreaterThan(10);
        assertThat(batches.stream().mapToInt(Batch::users).sum()).isEqualTo(12_000);
        assertThat(batches.subList(0, batches.size() - 1))
                .allSatisfy(batch ->
                        assertThat(batch.size()).isBetween(REAL_CAPACITY - REAL_CAPACITY / 200, REAL_CAPACITY));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 100, REAL_CAPACITY})
    void aUserThatFillsABatchAloneIsABatchAlone(int capacity) throws IOException {
        String largest = user(capacity - 2);
        String document = "[{}, " + largest + " ,{},{}," + largest + "]";

        List<Batch> batches = batches(document, capacity);

        assertThat(batches.stream().map(Batch::users)).containsExactly(1, 1, 2, 1);
        assertThat(batches.stream().map(Batch::size)).containsExactly(4, capacity, 7, capacity);
        assertThat(users(batches.get(1))).containsExactly(largest);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 100, REAL_CAPACITY})
    void aUserTooLargeForAnyBatchShouldHaveBeenLeftOut(int capacity) throws IOException {
        for (String before : List.of("", "{},", "{},{},{},")) {
            String document = "[" + before + "\n " + user(capacity - 1) + "]";
            try (UserReader users = UserReader.over("users.json", document.getBytes(UTF_8))) {
                Batcher batcher = new Batcher(users, AS_WRITTEN, capacity);

                assertThatIllegalStateException()
                        .isThrownBy(() -> {
                            while (batcher.next().isPresent()) {
                                assertThat(before).as("a batch before it").isNotEmpty();
                            }
                        })
                        .withMessage("users.json:[2,2] is too large for any batch: it should have been left out");
            }
        }
    }

    @Test
    void twoUsersThatFillABatchExactlyShareItAndOneByteMoreParts() throws IOException {
        assertThat(batches("[{\"a\":1},{\"b\":2}]", 17).stream().map(Batch::users))
                .containsExactly(2);
        assertThat(batches("[{\"a\":1},{\"b\":2}]", 16).stream().map(Batch::users))
                .containsExactly(1, 1);
        assertThat(batches("[{\"a\":1},{\"b\":2},{},{}]", 20).stream().map(Batch::users))
                .containsExactly(3, 1);
    }

    @Test
    void whiteSpaceCostsNothingHoweverMuchThereIs() throws IOException {
        String spaces = " \n".repeat(5000);
        String document = "[{" + spaces + "\"a\":" + spaces + "1}," + spaces + "{\"b\"" + spaces + ":2" + spaces + "}]";

        List<Batch> batches = batches(document, 17);

        assertThat(batches).hasSize(1);
        assertThat(new String(batches.get(0).content(), UTF_8)).isEqualTo("[{\"a\":1},{\"b\":2}]");
    }

    @Test
    void noUsersMakeNoBatch() throws IOException {
        assertThat(batches("[]", 100)).isEmpty();
    }

    @Test
    void afterTheLastBatchThereIsNoneHoweverOftenItIsAskedFor() throws IOException {
        try (UserReader users = UserReader.over("users.json", "[{},{}]".getBytes(UTF_8))) {
            Batcher batcher = new Batcher(users, AS_WRITTEN, 4);

            assertThat(batcher.next()).isPresent();
            assertThat(batcher.next()).isPresent();
            assertThat(batcher.next()).isEmpty();
            assertThat(batcher.next()).isEmpty();
        }
    }

    @Test
    void aBatchThatWasHandedOnIsNotTouchedByTheNext() throws IOException {
        try (UserReader users = UserReader.over("users.json", "[{\"a\":1},{\"b\":2},{\"c\":3}]".getBytes(UTF_8))) {
            Batcher batcher = new Batcher(users, AS_WRITTEN, 10);
            Batch first = batcher.next().orElseThrow();
            byte[] content = first.content().clone();

            Batch second = batcher.next().orElseThrow();

            assertThat(first.content()).isEqualTo(content).isNotSameAs(second.content());
            assertThat(users(first)).containsExactly("{\"a\":1}");
            assertThat(users(second)).containsExactly("{\"b\":2}");
        }
    }

    @Test
    void usersAreWrittenInTheFormThatIsAskedFor() throws IOException {
        UserForm twice = new UserForm() {
            @Override
            public int largest(User user) {
                return 1000 + 2 * user.json().writtenSize();
            }

            @Override
            public int write(User user, byte[] target, int at) {
                return user.json().writeTo(target, user.json().writeTo(target, at));
            }

            @Override
            public int ofSource(User user, int written) {
                return written - BRACE;
            }
        };
        try (UserReader users = UserReader.over("users.json", "[{},{},{ },{}]".getBytes(UTF_8))) {
            Batcher batcher = new Batcher(users, twice, 11);

            assertThat(new String(batcher.next().orElseThrow().content(), UTF_8))
                    .isEqualTo("[{}{},{}{}]");
            assertThat(new String(batcher.next().orElseThrow().content(), UTF_8))
                    .isEqualTo("[{}{},{}{}]");
            assertThat(batcher.next()).isEmpty();
        }
    }

    @Test
    void whatHasBeenAddedToAUserIsNotOfItsSource() throws IOException {
        String document = "[{\"a\":0},{ \"a\": 1},{\"a\":2},\n{\"a\":3},{\"a\":4}]";
        try (UserReader users = UserReader.over("users.json", document.getBytes(UTF_8))) {
            Batcher batcher = new Batcher(users, WITH_AN_ADDITION, 26);
            List<Batch> batches = new ArrayList<>();
            batcher.next().ifPresent(batches::add);
            batcher.next().ifPresent(batches::add);
            batcher.next().ifPresent(batches::add);

            assertThat(batches.stream().flatMap(batch -> users(batch).stream()))
                    .containsExactly(
                            "{\"a\":0,\"x\":1}", "{\"a\":1}", "{\"a\":2,\"x\":1}", "{\"a\":3}", "{\"a\":4,\"x\":1}");
            assertThat(batches.stream().map(Batch::users)).containsExactly(2, 2, 1);
            List<String> sources = List.of("{\"a\":0}", "{\"a\":1}", "{\"a\":2}", "{\"a\":3}", "{\"a\":4}");
            assertThat(batches.stream().flatMap(batch -> sources(batch).stream()))
                    .containsExactlyElementsOf(sources);
            assertThat(batches.stream()
                            .flatMap(batch -> batch.halves().stream())
                            .flatMap(half -> sources(half).stream()))
                    .containsExactlyElementsOf(sources);
        }
    }

    private static List<String> sources(Batch batch) {
        List<String> sources = new ArrayList<>();
        for (int user = 0; user < batch.users(); user++) {
            sources.add(new String(batch.source(user), UTF_8));
        }
        return sources;
    }

    @Test
    void aMalformedUserEndsThePacking() {
        assertThatExceptionOfType(UsersFileException.class)
                .isThrownBy(() -> batches("[{},{\"a\":}]", 100))
                .withMessageStartingWith("users.json:[1,10] ");
    }

    @Test
    void nothingOfItsUsersIsPrinted() throws IOException {
        assertThat(batches("[{\"password\":\"secret\"},\n{}]", 100).get(0))
                .hasToString("Batch[2 users from users.json:[1,2], 26 bytes]");
    }

    private static List<Batch> batches(String document, int capacity) throws IOException {
        return batches(document.getBytes(UTF_8), capacity);
    }

    private static List<Batch> batches(byte[] document, int capacity) throws IOException {
        List<Batch> batches = new ArrayList<>();
        try (UserReader users = UserReader.over("users.json", document)) {
            Batcher batcher = new Batcher(users, AS_WRITTEN, capacity);
            for (Optional<Batch> next = batcher.next(); next.isPresent(); next = batcher.next()) {
                batches.add(next.get());
                assertThat(batches).as("batches without an end").hasSizeLessThan(1000);
            }
        }
        return batches;
    }

    private static List<String> users(Batch batch) {
        List<String> users = new ArrayList<>();
        for (int user = 0; user < batch.users(); user++) {
            users.add(new String(batch.user(user), UTF_8));
        }
        return users;
    }

    private static List<Position> positions(Batch batch) {
        List<Position> positions = new ArrayList<>();
        for (int user = 0; user < batch.users(); user++) {
            positions.add(batch.position(user));
        }
        return positions;
    }

    private static String compact(User user) {
        byte[] target = new byte[user.json().writtenSize()];
        return new String(target, 0, user.json().writeTo(target, 0), UTF_8);
    }

    /** A user that is written in this number of bytes, eight at least. */
    private static String user(int size) {
        return "{\"a\":\"" + "x".repeat(Math.max(0, size - 8)) + "\"}";
    }

    /**
     * Users by chance, some as large as fits, some spaced out.
     *
     * @param text the users file
     * @param compact each user as it is to be sent
     */
    private record Case(String text, List<String> compact, int capacity) {

        static Case of(long seed) {
            Random random = new Random(seed);
            int capacity = 20 + random.nextInt(random.nextBoolean() ? 100 : 3000);
            StringBuilder document = new StringBuilder("[");
            List<String> compact = new ArrayList<>();
            for (int users = random.nextInt(200), i = 0; i < users; i++) {
                int most = random.nextInt(4) == 0 ? capacity - 2 : Math.min(60, capacity - 2);
                int value = random.nextInt(most - 8 + 1);
                String space = " \n".repeat(random.nextInt(4));
                String text = value < 4 ? "x".repeat(value) : "é" + "x".repeat(value - 2);
                compact.add("{\"a\":\"" + text + "\"}");
                document.append(i == 0 ? "" : ",")
                        .append("{")
                        .append(space)
                        .append("\"a\":")
                        .append(space);
                document.append("\"").append(text).append("\"}").append(space);
            }
            return new Case(document.append("]").toString(), compact, capacity);
        }

        byte[] document() {
            return text.getBytes(UTF_8);
        }

        List<Batch> batches() throws IOException {
            return BatcherTest.batches(document(), capacity);
        }
    }
}
