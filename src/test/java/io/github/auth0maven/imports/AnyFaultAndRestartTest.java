package io.github.auth0maven.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.batch.UserForm;
import io.github.auth0maven.imports.Fate.Killed;
import io.github.auth0maven.imports.TreacherousTenant.Ways;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.jobs.JobListener;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.jobs.JobsResult;
import io.github.auth0maven.jobs.Rejection;
import io.github.auth0maven.journal.JournalKey;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.pace.VirtualTime;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What holds whatever happens to an import, to the service and to the process that runs it, as long as the same command is given
 * again until it ends. Each course of events is told by its seed.
 */
@Timeout(240)
class AnyFaultAndRestartTest {

    private static final int WHOLE_IMPORTS = 1_500;
    private static final int RUNS_OF_JOBS = 8_500;
    private static final int MOST_RUNS = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path directory;

    @BeforeAll
    static void makeADirectory() throws IOException {
        Path memory = Path.of("/dev/shm");
        directory = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "faults")
                : Files.createTempDirectory("faults");
    }

    @AfterAll
    static void removeTheDirectory() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void anImportThatIsTakenUpUntilItEndsIsCompleteAndExact() throws Exception {
        Tally tally = new Tally();
        for (long seed = 0; seed < WHOLE_IMPORTS; seed++) {
            new WholeImport(seed, tally).check();
        }
        tally.insistOnVariety(WHOLE_IMPORTS);
    }

    @Test
    void jobsThatAreTakenUpUntilTheyHaveEndedAreCompleteAndExact() throws Exception {
        Tally tally = new Tally();
        for (long seed = 0; seed < RUNS_OF_JOBS; seed++) {
            new JobsAlone(seed, tally).check();
        }
        tally.insistOnVariety(RUNS_OF_JOBS);
    }

    /** What the courses of events were like: a test of nothing but good weather would prove little. */
    private static final class Tally {
        long kills;
        long stops;
        long lostAnswers;
        long exact;

        void insistOnVariety(int courses) {
            assertThat(kills).as("kills").isGreaterThan(courses);
            assertThat(stops).as("stops").isGreaterThan(courses / 2);
            assertThat(lostAnswers).as("answers that were lost").isGreaterThan(courses / 8);
            assertThat(exact).as("courses in which all was told").isGreaterThan(courses / 4);
        }
    }

    /** A course of events: a file, a tenant, and runs until one ends. */
    private abstract static class Course {
        final long seed;
        final Random chance;
        final Fate fate;
        final VirtualTime time = new VirtualTime();
        final Tally tally;
        final Path journal;
        final TreacherousTenant tenant;
        final boolean mayBeAsked;
        final List<String> users = new ArrayList<>();
        final Set<String> before = new HashSet<>();
        private Duration skew = Duration.ZERO;

        Course(long seed, Tally tally) throws IOException {
            this.seed = seed;
            this.tally = tally;
            chance = new Random(seed * 31 + 7);
            fate = new Fate(chance, chance.nextInt(40), chance.nextInt(8));
            journal = directory.resolve("a.journal");
            Files.deleteIfExists(journal);
            Ways ways = new Ways(
                    often(0.5),
                    often(0.2),
                    chance.nextInt(6) == 0 ? 0.95 : often(0.5),
                    often(0.6),
                    often(0.1),
                    often(0.1),
                    often(0.2),
                    chance.nextInt(4) != 0,
                    chance.nextInt(6) != 0,
                    chance.nextInt(6) == 0,
                    1 + chance.nextInt(8),
                    Duration.ofSeconds(chance.nextInt(14_400) - 7_200));
            mayBeAsked = ways.mayBeAsked();
            tenant = new TreacherousTenant(time, fate, ways, journal);
            int count = chance.nextInt(24);
            for (int i = 0; i < count; i++) {
                String user = kind() + i;
                users.add(user);
                if (user.startsWith("old")) {
                    tenant.has(user);
                    before.add(user);
                }
            }
        }

        private double often(double most) {
            return chance.nextBoolean() ? 0 : chance.nextDouble() * most;
        }

        private String kind() {
            return switch (chance.nextInt(8)) {
                case 0 -> "bad";
                case 1 -> "old";
                case 2 -> invalid();
                default -> "user";
            };
        }

        abstract String invalid();

        /** One run; nothing if it did not come to the end. */
        abstract Optional<Users> run(ImportJournal journal) throws IOException, InterruptedException;

        abstract Set<String> named() throws IOException;

        void check() throws Exception {
            Optional<Users> end = Optional.empty();
            for (int runs = 0; end.isEmpty(); runs++) {
                tenant.meetsAnother();
                assertThat(runs).as("course %d: runs", seed).isLessThan(MOST_RUNS);
                try (ImportJournal opened = ImportJournal.open(fate.file(journal, full()), "a.journal")) {
                    end = run(opened);
                    tally.stops += end.isEmpty() ? 1 : 0;
                } catch (Killed e) {
                    tally.kills++;
                } catch (IOException e) {
                    assertThat(e).as("course %d, run %d", seed, runs).hasMessageContaining("no space left");
                    tally.stops++;
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("course " + seed + ", run " + runs, e);
                }
                afterwards();
                time.advance(Duration.ofSeconds(chance.nextInt(20) == 0 ? 90_000 : chance.nextInt(300)));
                skew = Duration.ofSeconds(chance.nextInt(1_200) - 600);
            }
            tally.lostAnswers += tenant.lostAnswers();
            judge(end.get(), named());
        }

        private double full() {
            return chance.nextInt(4) == 0 ? 0.1 : 0;
        }

        void afterwards() throws IOException {}

        private void judge(Users told, Set<String> named) throws IOException {
            String course = "course " + seed + ": " + told + ", named " + named + ", of " + users + "\n"
                    + Files.readString(journal);
            assertThat(told.unsent()).as(course).isZero();
            assertThat(told.inserted() + told.updated() + told.failed() + told.invalid())
                    .as(course)
                    .isEqualTo(told.total())
                    .isEqualTo(users.size());
            assertThat(users).as(course).containsAll(named);
            long notThere = 0;
            for (String user : users) {
                assertThat(tenant.timesCreated(user))
                        .as("%s: %s", course, user)
                        .isLessThanOrEqualTo(before.contains(user) ? 0 : 1);
                boolean imported = tenant.holds(user) && !(mayBeAsked && before.contains(user));
                notThere += imported ? 0 : 1;
                if (tenant.wasFrank()) {
                    assertThat(imported || named.contains(user))
                            .as("%s: %s", course, user)
                            .isTrue();
                    assertThat(named.contains(user) && tenant.timesCreated(user) > 0)
                            .as("%s: %s is there, though named", course, user)
                            .isFalse();
                }
            }
            if (tenant.wasFrank() || tenant.countsRight()) {
                assertThat(told.failed() + told.invalid()).as(course).isGreaterThanOrEqualTo(notThere);
            }
            if (tenant.wasFrank()) {
                assertThat(told.failed() + told.invalid()).as(course).isGreaterThanOrEqualTo(named.size());
                tally.exact++;
            }
        }

        Timing timing() {
            Clock clock = Clock.offset(time, skew);
            return new Timing(
                    clock,
                    pause -> {
                        fate.mayKill("in a pause");
                        time.of(pause);
                    },
                    chance::nextDouble);
        }

        JobRunner.Settings settings() {
            return new JobRunner.Settings(1 + chance.nextInt(3), Duration.ofSeconds(60 + chance.nextInt(600)));
        }

        static String json(String user) {
            return user.startsWith("invalid")
                    ? "{\"nickname\":\"" + user + "\"}"
                    : "{\"email\":\"" + user + "@example.com\",\"email_verified\":true,\"nickname\":\"" + user + "\"}";
        }

        String text() {
            return users.stream().map(Course::json).collect(joining(",\n", "[", "]"));
        }
    }

    /** All of an import: a file that is judged, and files that tell of it. */
    private static final class WholeImport extends Course {
        private final Path file = directory.resolve("users.json");
        private final Path reports = directory.resolve("reports");
        /** Those in failed-users.json whom the journal knows to be rejected: whatever happens, they stay in it. */
        private final List<String> toStay = new ArrayList<>();

        WholeImport(long seed, Tally tally) throws IOException {
            super(seed, tally);
            Files.writeString(file, text());
            if (Files.exists(reports)) {
                try (Stream<Path> left = Files.list(reports)) {
                    for (Path each : left.toList()) {
                        Files.delete(each);
                    }
                }
            }
        }

        @Override
        String invalid() {
            return "invalid";
        }

        @Override
        Optional<Users> run(ImportJournal opened) throws IOException, InterruptedException {
            keepInMind(opened);
            UserImport.Order order = new UserImport.Order(
                    new UsersFile(file, "users.json"),
                    new FileJudge(new ValidationSettings(100_000), directory),
                    RootAttributes.NONE,
                    new Target(false, "example.auth0.com", "Users", "users.json"),
                    500,
                    true,
                    Long.MAX_VALUE,
                    false,
                    settings(),
                    new Resumption(opened, Resumption.Mode.AUTO, false, Map.of()));
            List<String> lines = new ArrayList<>();
            try (ReportDirectory into = ReportDirectory.at(reports)) {
                ImportReport report = new UserImport(
                                order, new FakeService(lines, tenant), timing(), new RecordingListener())
                        .run(into);
                return report.problem().isPresent() ? Optional.empty() : Optional.of(report.users());
            }
        }

        @Override
        void afterwards() throws IOException {
            assertThat(failedUsers()).as("course %d: failed-users.json", seed).containsAll(toStay);
        }

        private void keepInMind(ImportJournal opened) throws IOException {
            toStay.clear();
            if (opened.key().isPresent()) {
                opened.replay(rejected -> toStay.add(
                        users.get((int) rejected.position().orElseThrow().index())));
                toStay.retainAll(failedUsers());
            }
        }

        private List<String> failedUsers() throws IOException {
            List<String> failed = new ArrayList<>();
            Path list = reports.resolve("failed-users.json");
            if (Files.exists(list)) {
                JsonNode parsed = JSON.readTree(list.toFile());
                assertThat(parsed.isArray())
                        .as("course %d: failed-users.json", seed)
                        .isTrue();
                parsed.forEach(user -> failed.add(user.path("nickname").asText()));
            }
            return failed;
        }

        @Override
        Set<String> named() throws IOException {
            List<String> lines = Files.exists(reports.resolve("failures.jsonl"))
                    ? Files.readAllLines(reports.resolve("failures.jsonl"))
                    : List.of();
            assertThat(lines).as("course %d: failures.jsonl", seed).doesNotHaveDuplicates();
            Set<String> named = new HashSet<>();
            for (String line : lines) {
                named.add(users.get(JSON.readTree(line).path("index").asInt()));
            }
            assertThat(failedUsers())
                    .as("course %d: failed-users.json", seed)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(named);
            return named;
        }
    }

    /** Jobs alone, without a file to be judged and files that tell of them. */
    private static final class JobsAlone extends Course implements JobListener {
        private final Set<String> named = new HashSet<>();

        JobsAlone(long seed, Tally tally) throws IOException {
            super(~seed, tally);
        }

        @Override
        String invalid() {
            return "user";
        }

        @Override
        Optional<Users> run(ImportJournal opened) throws IOException {
            named.clear();
            if (opened.key().isEmpty()) {
                opened.begin(new JournalKey("", Map.of(), "", ""), Instant.EPOCH);
            }
            opened.replay(rejected ->
                    named.add(users.get((int) rejected.position().orElseThrow().index())));
            try (UserReader all = UserReader.over("users.json", text().getBytes(UTF_8))) {
                Batcher batches = new Batcher(new Unsent(all, opened), UserForm.AS_WRITTEN, 500, opened::parts);
                JobsResult followed = new JobRunner(tenant, settings(), timing(), this).run(batches::next, opened);
                return followed.stop().isPresent()
                        ? Optional.empty()
                        : Optional.of(new Users(
                                users.size(),
                                followed.inserted(),
                                followed.updated(),
                                followed.failed(),
                                0,
                                followed.unsent()));
            }
        }

        @Override
        Set<String> named() {
            return named;
        }

        @Override
        public void rejected(JobRecord job, Batch batch, OptionalInt user, Rejection rejection) {
            named.add(users.get((int) batch.position(user.getAsInt()).index()));
        }

        @Override
        public void submitted(JobRecord job) {
            fate.mayKill("when a job was told");
        }

        @Override
        public void takenUp(JobRecord job) {}

        @Override
        public void ended(JobRecord job, Optional<Summary> summary) {
            fate.mayKill("when the end of a job was told");
        }

        @Override
        public void waiting(Wait reason, String detail, Duration duration) {}

        @Override
        public void noted(String remark) {}
    }

    /** Users of batches that have not ended. */
    private record Unsent(UserReader users, ImportJournal journal) implements UserReader {
        @Override
        public boolean next() throws IOException {
            while (users.next()) {
                if (!journal.hasEnded(user().index())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public User user() {
            return users.user();
        }

        @Override
        public Fingerprint fingerprint() {
            return users.fingerprint();
        }

        @Override
        public void close() {}
    }
}
