package io.github.auth0maven.deletions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.Fate;
import io.github.auth0maven.jobs.PastImport;
import io.github.auth0maven.jobs.PastImport.Origin;
import io.github.auth0maven.jobs.PastImport.Window;
import io.github.auth0maven.pace.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDeletionTest {

    private static final String FILE = "[{\"email\":\"ada@example.com\"},{\"email\":\"grace@example.com\"}]";
    private static final Instant IMPORTED = VirtualTime.START.minus(Duration.ofHours(1));
    private static final String TENANT = "https://example.eu.auth0.com";

    private final VirtualTime time = new VirtualTime();
    private final TreacherousUsers tenant = new TreacherousUsers(time, new Fate(new Random(1), 0, 0), true);
    private final List<String> told = new ArrayList<>();

    private static PastImport past(Optional<String> input) {
        return PastImport.of(new Origin("an.journal", input, TENANT, "Users", IMPORTED));
    }

    private static PastImport ofTwo(boolean upsert) {
        PastImport past = past(Optional.empty());
        past.sent(0, 1, new Window(IMPORTED, Optional.empty(), upsert));
        return past;
    }

    private UserDeletion.Order order(PastImport past, Optional<Long> most) {
        return new UserDeletion.Order(
                past, new UsersInMemory(FILE), RootAttributes.of(Map.of()), TENANT, "Users", most, false, false);
    }

    private DeletionReport delete(UserDeletion.Order order) throws Exception {
        DeletionListener listener = new DeletionListener() {
            @Override
            public void begins(long users, boolean resumed) {}

            @Override
            public void settled(Told user) {
                told.add(user.label() + " " + user.outcome());
            }

            @Override
            public void noted(String remark) {
                told.add(remark);
            }
        };
        return new UserDeletion(order, time.timing(), listener).run(new ServiceOf(tenant), DeletionJournal.none());
    }

    private void assertRefused(UserDeletion.Order order, String why) {
        assertThatThrownBy(() -> delete(order))
                .isInstanceOf(DeletionRefusedException.class)
                .hasMessageContaining(why)
                .hasMessageEndingWith("; nothing has been deleted");
        assertThat(tenant.deletions).isZero();
    }

    @Test
    void anImportIntoAnotherTenantIsRefusedByName() {
        UserDeletion.Order order = order(ofTwo(false), Optional.empty());

        assertRefused(
                new UserDeletion.Order(
                        order.past(),
                        order.users(),
                        order.rootAttributes(),
                        "https://other.eu.auth0.com",
                        "Users",
                        Optional.empty(),
                        false,
                        false),
                "an.journal tells of went to https://example.eu.auth0.com, and the tenant to delete users in is"
                        + " https://other.eu.auth0.com");
    }

    @Test
    void anImportIntoAnotherConnectionIsRefusedByName() {
        PastImport past = PastImport.of(new Origin("an.journal", Optional.empty(), TENANT, "Others", IMPORTED));
        past.sent(0, 1, new Window(IMPORTED, Optional.empty(), false));

        assertRefused(
                order(past, Optional.empty()),
                "went to the connection Others, and the one to delete users of is Users");
    }

    @Test
    void anImportOfAnotherFileIsRefused() {
        PastImport past = past(Optional.of("another digest"));
        past.sent(0, 1, new Window(IMPORTED, Optional.empty(), false));

        assertRefused(order(past, Optional.empty()), "The users file users.json is not the one, or not as it was");
    }

    @Test
    void nobodyIsDeletedIfThereMayBeTooMany() {
        assertRefused(
                order(ofTwo(false), Optional.of(1L)),
                "may have created 2 users, and auth0.maxDeletions allows no more than 1");
    }

    @Test
    void asManyAsThereMayBeAreDeleted() throws Exception {
        tenant.has("auth0|1", "ada@example.com", IMPORTED, "Users", 0);

        assertThat(delete(order(ofTwo(false), Optional.of(2L))).count(Outcome.DELETED))
                .isEqualTo(1);
    }

    /** Each of them is looked up first: 400 calls, of which five are free and two come back each second. */
    @Test
    void twoHundredDeletionsTakeNoLongerThanTheLimitLetsThem() throws Exception {
        StringBuilder file = new StringBuilder();
        for (int user = 0; user < 200; user++) {
            file.append(user == 0 ? "[" : ",").append("{\"email\":\"u" + user + "@example.com\"}");
            tenant.has("auth0|" + user, "u" + user + "@example.com", IMPORTED, "Users", 0);
        }
        PastImport past = past(Optional.empty());
        past.sent(0, 199, new Window(IMPORTED, Optional.empty(), false));
        UserDeletion.Order order = order(past, Optional.empty());
        RatedUsers rated = new RatedUsers(tenant, time);

        new UserDeletion(
                        new UserDeletion.Order(
                                past,
                                new UsersInMemory(file.append(']').toString()),
                                order.rootAttributes(),
                                TENANT,
                                "Users",
                                Optional.empty(),
                                false,
                                false),
                        time.timing(),
                        new Silence())
                .run(new ServiceOf(rated), DeletionJournal.none());

        assertThat(tenant.deleted).hasSize(200);
        assertThat(rated.bucket.fewest()).isEqualTo(5);
        assertThat(time.elapsed().toMillis() / 1000.0).isBetween(0.99 * (400 - 5) / 2, 1.05 * (400 - 5) / 2);
    }

    @Test
    void anImportThatSentNobodyHasNobodyToBeDeleted() throws Exception {
        DeletionReport report = delete(order(past(Optional.empty()), Optional.empty()));

        assertThat(report.counts()).isEmpty();
        assertThat(report.problem()).isEmpty();
    }

    @Test
    void whoWasChangedByAnUpsertInTheSecondOfItsCreationStays() throws Exception {
        tenant.has("auth0|1", "ada@example.com", IMPORTED.plusMillis(500), "Users", 3);
        tenant.has("auth0|2", "grace@example.com", IMPORTED.plusMillis(500), "Users", 0);

        DeletionReport report = delete(order(ofTwo(true), Optional.empty()));

        assertThat(tenant.deleted).containsExactly("auth0|2");
        assertThat(report.count(Outcome.BEFORE)).isEqualTo(1);
    }

    @Test
    void jobsThatMayStillRunAreTold() throws Exception {
        PastImport past = ofTwo(false);
        past.running(List.of("job_1"));

        delete(order(past, Optional.empty()));

        assertThat(told.get(0))
                .startsWith("These jobs of the import may still be running")
                .contains("job_1");
    }

    @Test
    void aRehearsalSaysWhoAndTouchesNobody() throws Exception {
        tenant.has("auth0|1", "ada@example.com", IMPORTED, "Users", 0);
        UserDeletion.Order order = order(ofTwo(false), Optional.empty());
        UserDeletion.Order rehearsal = new UserDeletion.Order(
                order.past(),
                order.users(),
                order.rootAttributes(),
                order.domain(),
                order.connection(),
                Optional.empty(),
                false,
                true);

        DeletionReport report = delete(rehearsal);

        assertThat(tenant.deletions).isZero();
        assertThat(report.count(Outcome.DELETED)).isEqualTo(1);
        assertThat(told).containsExactly("ada@example.com DELETED", "grace@example.com GONE");
    }

    @Test
    void aFileThatIsNoReportIsNeitherAJournal(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("x.json"), "[1]");

        assertThatThrownBy(() -> ReportedImport.read(file, "x.json"))
                .hasMessage("x.json is neither the journal of an import nor its report");
    }

    @Test
    void aReportTellsWhoWasSentAndWhoRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("import-report.json"), """
                {"status":"failed","dryRun":false,"domain":"https://t","connection":"Users",
                 "startedAt":"2026-11-23T09:00:00Z","finishedAt":"2026-11-23T09:01:00Z",
                 "users":{"total":4,"inserted":1,"updated":0,"failed":3,"pending":0},"jobs":[{"id":"job_1"}],
                 "settings":{"a":"b"},
                 "failures":[{"index":1,"code":"FORMAT"},{"code":"X"},{"index":2,"code":"JOB_FAILED"},{"index":3,"code":"CONFLICT"}]}
                """);

        PastImport past = ReportedImport.read(file, "import-report.json");

        assertThat(past.origin().tenant()).isEqualTo("https://t");
        assertThat(past.window(0))
                .contains(new Window(
                        Instant.parse("2026-11-23T09:00:00Z"),
                        Optional.of(Instant.parse("2026-11-23T09:01:00Z")),
                        false));
        assertThat(past.window(1)).isEmpty();
        assertThat(past.window(2)).isPresent();
        assertThat(past.window(3)).isEmpty();
        assertThat(past.users()).isEqualTo(2);
    }
}
