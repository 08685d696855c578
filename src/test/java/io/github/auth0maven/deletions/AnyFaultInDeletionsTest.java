package io.github.auth0maven.deletions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.Fate;
import io.github.auth0maven.imports.Fate.Killed;
import io.github.auth0maven.jobs.PastImport;
import io.github.auth0maven.jobs.PastImport.Origin;
import io.github.auth0maven.jobs.PastImport.Window;
import io.github.auth0maven.pace.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds whatever happens to a deletion, to the service and to the process that runs it, as long as the same command is given
 * again until it ends. Each course of events is told by its seed.
 */
@Timeout(240)
class AnyFaultInDeletionsTest {

    private static final int COURSES = 10_000;
    private static final int MOST_RUNS = 400;
    private static final Instant IMPORTED = VirtualTime.START.minus(Duration.ofHours(1));

    private int kills;
    private int stops;
    private int deletions;

    @Test
    void exactlyTheUsersOfTheImportAreDeletedAndTheJournalSaysSo(@TempDir Path directory) throws Exception {
        Path memory = Path.of("/dev/shm");
        Path journal = Files.isWritable(memory)
                ? Files.createTempFile(memory, "deletions", ".journal")
                : directory.resolve("deletions.journal");
        try {
            for (long seed = 0; seed < COURSES; seed++) {
                Files.deleteIfExists(journal);
                new Course(seed, journal).check();
            }
        } finally {
            Files.deleteIfExists(journal);
        }

        assertThat(kills).as("kills").isGreaterThan(COURSES / 2);
        assertThat(stops).as("runs that gave up").isGreaterThan(COURSES / 20);
        assertThat(deletions).as("users deleted").isGreaterThan(COURSES * 3 / 2);
    }

    /** One deletion, from the first run to the one that ends. */
    private final class Course {

        final long seed;
        final Path journal;
        final Fate fate;
        final VirtualTime time = new VirtualTime();
        final boolean keepChanged;
        final boolean unique;
        final TreacherousUsers tenant;
        final PastImport past;
        final StringBuilder file = new StringBuilder("[");
        final Set<String> mustGo = new HashSet<>();
        final Map<Outcome, Long> expected = new HashMap<>();

        Course(long seed, Path journal) {
            this.seed = seed;
            this.journal = journal;
            Random chance = new Random(seed);
            fate = new Fate(chance, chance.nextInt(12), chance.nextInt(5));
            keepChanged = chance.nextBoolean();
            unique = chance.nextInt(4) > 0;
            tenant = new TreacherousUsers(time, fate, unique);
            past = PastImport.of(
                    new Origin("import.journal", Optional.empty(), "https://t.example/", "Users", IMPORTED));
            int users = 1 + chance.nextInt(10);
            past.sent(0, users - 1, new Window(IMPORTED, Optional.of(IMPORTED.plusSeconds(600)), chance.nextBoolean()));
            for (int user = 0; user < users; user++) {
                place(user, chance);
            }
            file.append(']');
        }

        /** Puts a user of the file, and others of the same address, into the tenant, or not. */
        private void place(int user, Random chance) {
            String email = "u" + user + "@example.com";
            boolean named = chance.nextInt(3) == 0;
            file.append(user == 0 ? "" : ",")
                    .append("{\"email\":\"U" + user + "@Example.com\"")
                    .append(named ? ",\"user_id\":\"" + user + "\"}" : "}");
            String id = named ? "auth0|" + user : "auth0|any" + user;
            Instant created = IMPORTED.plusMillis(1_000 + chance.nextInt(500_000));
            if (chance.nextInt(5) == 0) {
                tenant.has("auth0|else" + user, email, created, "Elsewhere", 0);
            }
            switch (chance.nextInt(7)) {
                case 0 -> {
                    tenant.has(id, email, IMPORTED.minusMillis(1 + chance.nextInt(9_000)), "Users", 0);
                    expect(Outcome.BEFORE);
                }
                case 1 -> {
                    past.without(user);
                    tenant.has(id, email, created, "Users", 0);
                }
                case 2 -> {
                    tenant.ghosts.add(email);
                    expect(Outcome.GONE);
                }
                case 3 -> {
                    tenant.hasLinked("google|" + user, email, created);
                    expect(Outcome.LINKED);
                }
                case 4 -> {
                    tenant.has(id, email, created, "Users", 5);
                    if (!keepChanged) {
                        mustGo.add(id);
                    }
                    expect(keepChanged ? Outcome.CHANGED : Outcome.DELETED);
                }
                default -> {
                    tenant.has(id, email, created, "Users", 0);
                    mustGo.add(id);
                    expect(Outcome.DELETED);
                    if (!unique && chance.nextBoolean()) {
                        tenant.has("auth0|later" + user, email, IMPORTED.plusSeconds(601), "Users", 0);
                    }
                }
            }
        }

        private void expect(Outcome outcome) {
            expected.merge(outcome, 1L, Long::sum);
        }

        void check() throws Exception {
            Set<String> mayStay = new HashSet<>(tenant.users.keySet());
            mayStay.removeAll(mustGo);
            DeletionReport report = runUntilItEnds();

            String course = "seed " + seed;
            assertThat(tenant.deleted).as(course).isEqualTo(mustGo);
            assertThat(tenant.users.keySet()).as(course).isEqualTo(mayStay);
            assertThat(unique ? tenant.ghosts : Set.of()).as(course).isEmpty();
            assertThat(report.counts()).as(course).isEqualTo(expected);
            assertThatTheJournalSaysSo(course);
            int calls = tenant.deletions;
            runUntilItEnds();
            assertThat(tenant.deletions).as(course + ", once more").isEqualTo(calls);
            deletions += mustGo.size();
        }

        private void assertThatTheJournalSaysSo(String course) throws IOException {
            List<String> lines = Files.readAllLines(journal);
            for (Outcome outcome : List.of(Outcome.DELETED, Outcome.GONE)) {
                assertThat(lines.stream().filter(line -> line.contains("\"outcome\":\"" + outcome + "\"")))
                        .as(course)
                        .hasSize(expected.getOrDefault(outcome, 0L).intValue());
            }
            for (String id : mustGo) {
                assertThat(lines).as(course).anyMatch(line -> line.contains("\"user\":\"" + id + "\""));
            }
            assertThat(lines.get(lines.size() - 1)).as(course).contains("FINISHED");
        }

        private DeletionReport runUntilItEnds() throws Exception {
            for (int run = 0; run < MOST_RUNS; run++) {
                try {
                    tenant.meetsAnother();
                    Optional<DeletionReport> report = run();
                    if (report.isPresent()) {
                        return report.get();
                    }
                    stops++;
                } catch (Killed killed) {
                    kills++;
                }
            }
            throw new AssertionError("seed " + seed + " does not end");
        }

        private Optional<DeletionReport> run() throws IOException, InterruptedException {
            UserDeletion.Order order = new UserDeletion.Order(
                    past,
                    new UsersInMemory(file.toString()),
                    RootAttributes.of(Map.of()),
                    "https://t.example/",
                    "Users",
                    Optional.empty(),
                    keepChanged,
                    false);
            try (DeletionJournal opened = DeletionJournal.open(fate.file(journal, 0.02), "deletions.journal")) {
                DeletionReport report =
                        new UserDeletion(order, time.timing(), new Silence()).run(new ServiceOf(tenant), opened);
                return report.problem().isPresent() ? Optional.empty() : Optional.of(report);
            } catch (Killed killed) {
                throw killed;
            } catch (IOException diskFull) {
                return Optional.empty();
            }
        }
    }
}
