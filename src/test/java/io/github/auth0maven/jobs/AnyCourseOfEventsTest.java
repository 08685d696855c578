package io.github.auth0maven.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.JobRunner.Settings;
import io.github.auth0maven.jobs.MoodyTenant.Moods;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.pace.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds whatever the service answers; each course of events is told by its seed. */
@Timeout(120)
class AnyCourseOfEventsTest {

    private static final int COURSES = 2_000;

    /** Of one to six users, a quarter of whom the tenant refuses; a course takes some that follow one another. */
    private static final List<Batch> BATCHES = batches(new Random(1));

    private static List<Batch> batches(Random chance) {
        List<Batch> batches = new ArrayList<>();
        for (int users = 0; batches.size() < 200; ) {
            int size = 1 + chance.nextInt(6);
            batches.add(Packing.batch(IntStream.range(users, users + size)
                    .mapToObj(number -> (chance.nextInt(4) == 0 ? "bad" : "user") + number)
                    .map(name -> "{\"email\":\"" + name + "@example.com\"}")
                    .toArray(String[]::new)));
            users += size;
        }
        return batches;
    }

    private static int good(Batch batch) {
        return (int) IntStream.range(0, batch.users())
                .filter(user -> !new String(batch.user(user), UTF_8).contains("bad"))
                .count();
    }

    /** A course of events: its answers, and what came of it. */
    private static final class Course {
        final VirtualTime time = new VirtualTime(200_000);
        final RecordingListener listener = new RecordingListener();
        final List<Batch> batches;
        final MoodyTenant tenant;
        final JobsResult followed;
        final int users;
        final int good;
        int read;

        Course(long seed, Moods moods, Duration jobTimeout) {
            Random chance = new Random(seed);
            int first = chance.nextInt(BATCHES.size() - 8);
            batches = BATCHES.subList(first, first + chance.nextInt(9));
            users = batches.stream().mapToInt(Batch::users).sum();
            good = batches.stream().mapToInt(AnyCourseOfEventsTest::good).sum();
            tenant = new MoodyTenant(time, chance, moods, 1 + chance.nextInt(6));
            JobRunner.Batches source = Packing.source(batches);
            followed = new JobRunner(
                            tenant,
                            new Settings(1 + chance.nextInt(3), jobTimeout),
                            new Timing(time, time, chance::nextDouble),
                            listener)
                    .run(() -> {
                        read++;
                        return source.next();
                    });
        }

        long usersRead() {
            return batches.stream().limit(read).mapToLong(Batch::users).sum();
        }

        long usersLeftRunning() {
            return followed.jobs().stream()
                    .filter(job -> job.finishedAt().isEmpty())
                    .mapToLong(JobRecord::users)
                    .sum();
        }
    }

    private static Moods any(Random chance) {
        return new Moods(
                chance.nextDouble() * 0.5,
                chance.nextDouble() * 0.3,
                chance.nextDouble() * 0.5,
                chance.nextDouble() * 0.5,
                chance.nextInt(4) == 0 ? 0.05 : 0,
                chance.nextInt(4) == 0 ? 0.3 : 0);
    }

    @Test
    void everyUserThatWasReadIsAccountedFor() {
        int stopped = 0;
        for (long seed = 0; seed < COURSES; seed++) {
            Course course = new Course(seed, any(new Random(~seed)), Duration.ofSeconds(60 + seed % 600));
            JobsResult followed = course.followed;
            stopped += followed.stop().isPresent() ? 1 : 0;

            assertThat(followed.inserted() + followed.updated() + followed.failed() + followed.unsent())
                    .as("course %d: %s", seed, followed)
                    .isEqualTo(course.usersRead() - course.usersLeftRunning());
            assertThat(followed.settled()).as("course %d", seed).isLessThanOrEqualTo(followed.inserted());
            if (followed.stop().isEmpty()) {
                assertThat(course.usersRead()).as("course %d", seed).isEqualTo(course.users);
                assertThat(followed.unsent()).as("course %d", seed).isZero();
            }
        }
        assertThat(stopped).isBetween(COURSES / 20, COURSES * 19 / 20);
    }

    @Test
    void whatCountsAsImportedIsWhatIsThere() {
        long settled = 0;
        for (long seed = 0; seed < COURSES; seed++) {
            Random moods = new Random(~seed);
            Course course = new Course(
                    seed,
                    new Moods(moods.nextDouble() * 0.4, 0.1, moods.nextDouble() * 0.3, 0.4, 0, 0),
                    Duration.ofHours(2));
            JobsResult followed = course.followed;
            if (followed.stop().isPresent()
                    || course.listener.notes.stream().anyMatch(note -> note.contains("does not tell"))) {
                continue;
            }
            settled += followed.settled();

            assertThat(followed.inserted()).as("course %d: %s", seed, followed).isEqualTo(course.good);
            assertThat(course.tenant.stored()).as("course %d", seed).hasSize(course.good);
            assertThat(followed.failed()).as("course %d", seed).isEqualTo(course.users - course.good);
        }
        assertThat(settled).as("users of lost attempts").isGreaterThan(COURSES);
    }

    @Test
    void nothingGoesWrongWhereNothingIsWrong() {
        for (long seed = 0; seed < 200; seed++) {
            Course course = new Course(seed, new Moods(0, 0, 0, 0, 0, 0), Duration.ofMinutes(3));

            assertThat(course.followed.stop()).as("course %d", seed).isEmpty();
            assertThat(course.followed.inserted()).as("course %d", seed).isEqualTo(course.good);
            assertThat(course.listener.waits).as("course %d", seed).allMatch(wait -> wait.startsWith("SLOTS"));
        }
    }
}
