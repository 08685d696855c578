package io.github.auth0maven.mojo.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.Resumption;
import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.mojo.RecordedLog;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.pace.Pause;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.server.Fault;
import io.github.auth0maven.tenant.server.Faults;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of a service, over real HTTP: what becomes of an import of four users, one of whom is there from the start. What the
 * client makes of a single answer is in {@code HttpAnswersTest}; here is what comes of it.
 */
@Timeout(120)
class FaultsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBMIT = "/api/v2/jobs/users-imports";
    private static final String JOB = "/api/v2/jobs/job_[A-Za-z0-9]+";
    private static final String ERRORS = JOB + "/errors";
    private static final String BY_EMAIL = "/api/v2/users-by-email";
    private static final String ALL_WELL = "4 users: 3 inserted, 1 failed; 1 job";
    private static final String NOBODY = "4 users: 0 inserted, 0 failed, 4 not sent; 0 jobs";
    private static final String HASH = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
    private static final String TOTP_SECRET = "JBSWY3DPEHPK3PXPIZUW4ZDN";
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.");
    private static final String UNKNOWN_FATE = "It is not known whether Auth0 took the job";

    /** A fault: where, how often and what; then the counts, how often a job was submitted, and what is said of it. */
    @SuppressWarnings("ImmutableEnumChecker") // a fault is a record or an enum itself
    private enum Case {
        NOTHING(SUBMIT, 0, kept(), ALL_WELL, 1, ""),
        CUT_BEFORE_IT_WAS_TAKEN(SUBMIT, 1, Fault.Connection.CLOSED_BEFORE_PROCESSING, ALL_WELL, 2, UNKNOWN_FATE),
        CUT_AFTER_IT_WAS_TAKEN(SUBMIT, 1, Fault.Connection.CLOSED_BEFORE_ANSWERING, ALL_WELL, 2, UNKNOWN_FATE),
        CUT_FOR_EVER(
                SUBMIT,
                99,
                Fault.Connection.CLOSED_BEFORE_ANSWERING,
                NOBODY,
                11,
                "gave up after several attempts. The same command goes on from there"),
        ANSWER_CUT_OFF(SUBMIT, 1, answer(202, "{\"id\":\"job_0123"), ALL_WELL, 2, UNKNOWN_FATE),
        ANSWER_IS_NO_JSON(SUBMIT, 1, answer(202, "<html>Accepted</html>"), ALL_WELL, 2, UNKNOWN_FATE),
        REQUEST_TIMEOUT(SUBMIT, 1, answer(408, ""), ALL_WELL, 2, "Waiting: HTTP 408"),
        TOO_LARGE(
                SUBMIT, 1, answer(413, "too large"), "4 users: 3 inserted, 1 failed; 2 jobs", 3, "sent in two halves"),
        TOO_LARGE_FOR_EVER(SUBMIT, 99, answer(413, "too large"), NOBODY, 3, "for the one user at users.json:[1,2]"),
        SLOTS_TAKEN(
                SUBMIT,
                3,
                answer(429, json("There are 2 active import users jobs")),
                ALL_WELL,
                4,
                "Waiting: Auth0 runs"),
        RATE_LIMIT(
                SUBMIT,
                3,
                answer(429, json("Global limit has been reached")),
                ALL_WELL,
                4,
                "Waiting: the tenant's rate limit is reached"),
        ERROR_500(SUBMIT, 1, answer(500, json("oops")), ALL_WELL, 2, UNKNOWN_FATE),
        ERROR_502(SUBMIT, 1, answer(502, "<html>Bad gateway</html>"), ALL_WELL, 2, UNKNOWN_FATE),
        ERROR_503(SUBMIT, 1, answer(503, ""), ALL_WELL, 2, UNKNOWN_FATE),
        ERROR_503_WITH_A_TIME(
                SUBMIT, 1, new Fault.Answer(503, Map.of("Retry-After", "3"), ""), ALL_WELL, 2, "Waiting: HTTP 503"),
        ERROR_504(SUBMIT, 1, answer(504, ""), ALL_WELL, 2, UNKNOWN_FATE),
        ANSWER_TOO_LARGE(SUBMIT, 1, answer(202, tooLarge("{\"id\":\"job_0\",\"x\":\"")), ALL_WELL, 2, UNKNOWN_FATE),
        TOKEN_REFUSED(SUBMIT, 1, answer(401, json("Expired token received")), ALL_WELL, 2, ""),
        TOKEN_REFUSED_FOR_EVER(
                SUBMIT,
                99,
                answer(401, json("Expired token received")),
                NOBODY,
                2,
                "HTTP 401: Expired token received. "),
        SCOPE_MISSING(
                SUBMIT,
                99,
                answer(403, json("Insufficient scope")),
                NOBODY,
                1,
                "The token lacks that scope: in the Dashboard"),
        STATUS_CUT_OFF(JOB, 2, Fault.Connection.CLOSED_BEFORE_ANSWERING, ALL_WELL, 1, ""),
        STATUS_IS_NO_JSON(JOB, 2, answer(200, "<html></html>"), ALL_WELL, 1, ""),
        STATUS_TOO_LARGE(JOB, 2, answer(200, tooLarge("{\"x\":\"")), ALL_WELL, 1, ""),
        STATUS_500(JOB, 2, answer(500, ""), ALL_WELL, 1, ""),
        STATUS_RATE_LIMITED(JOB, 2, answer(429, ""), ALL_WELL, 1, "Waiting: the tenant's rate limit is reached"),
        STATUS_WITHOUT_TOKEN(JOB, 1, answer(401, json("Expired token received")), ALL_WELL, 1, ""),
        STATUS_REFUSED(
                JOB,
                99,
                answer(403, json("Insufficient scope")),
                "4 users: 0 inserted, 0 failed, 4 still under way; 1 job",
                1,
                "The token lacks that scope"),
        STATUS_UNKNOWN(JOB, 3, job("\"status\":\"thinking\""), ALL_WELL, 1, ""),
        NEVER_ENDS(
                JOB,
                9_999,
                job("\"status\":\"pending\""),
                "4 users: 0 inserted, 0 failed, 4 still under way; 1 job",
                1,
                "Still running at Auth0 after the time that jobTimeout gives them: job_"),
        DELETED(
                JOB,
                1,
                answer(404, json("The job does not exist")),
                "4 users: 3 inserted, 1 failed; 2 jobs",
                2,
                "no longer knows job"),
        FAILED_WITH_A_REASON(
                JOB,
                99,
                job("\"status\":\"failed\",\"status_details\":\"Failed to parse users file\""),
                "4 users: 0 inserted, 4 failed; 1 job",
                1,
                "Failed to parse users file [JOB_FAILED]"),
        FAILED_WITHOUT_A_REASON(
                JOB,
                99,
                job("\"status\":\"failed\""),
                "4 users: 0 inserted, 4 failed; 1 job",
                1,
                "the import job failed and Auth0 does not say why; some of its users may have been imported"),
        NO_SUMMARY(JOB, 99, job("\"status\":\"completed\""), ALL_WELL, 1, ""),
        SUMMARY_OF_FEWER(
                JOB,
                99,
                job("\"status\":\"completed\",\"summary\":{\"total\":1,\"inserted\":1,\"updated\":0,\"failed\":0}"),
                "4 users: 1 inserted, 3 failed; 1 job",
                1,
                "speak of 2 users, but 4 were sent"),
        SUMMARY_OF_MORE_FAILED(
                JOB,
                99,
                job("\"status\":\"completed\",\"summary\":{\"total\":4,\"inserted\":2,\"updated\":0,\"failed\":2}"),
                "4 users: 2 inserted, 2 failed; 1 job",
                1,
                "Auth0 counts 2 failed users in job job_"),
        ERRORS_500(ERRORS, 3, answer(500, ""), ALL_WELL, 1, "[DUPLICATED_USER]"),
        ERRORS_500_FOR_EVER(ERRORS, 99, answer(500, ""), ALL_WELL, 1, "does not tell which users of job job_"),
        ERRORS_REFUSED(
                ERRORS,
                99,
                answer(403, json("Insufficient scope")),
                ALL_WELL,
                1,
                "does not tell which users of job job_"),
        ERRORS_ARE_NO_JSON(ERRORS, 2, answer(200, "[{\"user\":"), ALL_WELL, 1, "[DUPLICATED_USER]"),
        ERRORS_TOO_LARGE(ERRORS, 2, answer(200, tooLarge("{\"x\":\"")), ALL_WELL, 1, "[DUPLICATED_USER]"),
        ERRORS_TOO_LARGE_FOR_EVER(
                ERRORS,
                99,
                answer(200, tooLarge("{\"x\":\"")),
                ALL_WELL,
                1,
                "more than 1,048,576 bytes, which no tenant does"),
        ERRORS_DELETED(
                ERRORS,
                99,
                answer(404, json("The job does not exist")),
                ALL_WELL,
                1,
                "does not tell which users of job job_"),
        ERRORS_WITHOUT_TOKEN(
                ERRORS,
                99,
                answer(401, json("Expired token received")),
                "4 users: 0 inserted, 0 failed, 4 still under way; 1 job",
                1,
                "HTTP 401: Expired token received. ");

        final String path;
        final int times;
        final Fault fault;
        final String counts;
        final int submissions;
        final String says;

        Case(String path, int times, Fault fault, String counts, int submissions, String says) {
            this.path = path;
            this.times = times;
            this.fault = fault;
            this.counts = counts;
            this.submissions = submissions;
            this.says = says;
        }
    }

    /** This machine's time, and whatever was waited for. */
    private static final class Waited extends Clock implements Pause {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public void of(Duration duration) {
            ahead = ahead.plus(duration);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir
    Path directory;

    private final Waited time = new Waited();
    private final RecordedLog log = new RecordedLog();
    private final Connection connection = Connection.database("Users");

    /** The tenant has one of the four from the start; an hour has passed since then. */
    private LocalTenant tenant(Faults faults, String... moreUsers) throws IOException {
        Connection other = Connection.database("Others");
        time.ahead = Duration.ofHours(-1);
        LocalTenant tenant = LocalTenant.start(TenantSettings.defaults()
                .withConnections(connection, other)
                .withUsers("Users", "{\"email\":\"dan@example.com\"}")
                .withUsers("Others", moreUsers)
                .withClock(time)
                .withFaults(faults));
        time.ahead = Duration.ZERO;
        return tenant;
    }

    private ImportReport importInto(Access access) throws IOException, InterruptedException {
        Path file = directory.resolve("users.json");
        List<String> users = new ArrayList<>();
        for (String name : List.of("ada", "bob", "cyd", "dan")) {
            users.add("{\"email\":\"" + name + "@example.com\",\"email_verified\":true,\"password_hash\":\"" + HASH
                    + "\",\"mfa_factors\":[{\"totp\":{\"secret\":\"" + TOTP_SECRET + "\"}}]}");
        }
        Files.writeString(file, "[" + String.join(",\n", users) + "]");
        ImportOptions options = new ImportOptions(false, false, Optional.empty());
        ImportLog told = new ImportLog(log, "", Annotations.none());
        try (TenantService service = new TenantService(access, new Destination(connection.id(), false), options, told);
                ReportDirectory reports = ReportDirectory.at(directory.resolve("reports"));
                ImportJournal journal =
                        ImportJournal.open(OwnerOnly.open(directory.resolve("reports/a.journal")), "a.journal")) {
            UserImport.Order order = new UserImport.Order(
                    new UsersFile(file, "users.json"),
                    new FileJudge(new ValidationSettings(100_000), directory),
                    RootAttributes.NONE,
                    new Target(false, "example.auth0.com", "Users", "users.json"),
                    100_000,
                    false,
                    0,
                    false,
                    new JobRunner.Settings(2, Duration.ofMinutes(10)),
                    new Resumption(journal, Resumption.Mode.AUTO, false, Map.of()));
            Timing timing = new Timing(time, time, () -> 0.5);
            ImportReport report = new UserImport(order, service, timing, told).run(reports);
            assertNoSecretIsTold(access, report);
            return report;
        }
    }

    /** In no line of the log, in no text of a failure and in no file; users to be mended are as they were written. */
    private void assertNoSecretIsTold(Access access, ImportReport report) throws IOException {
        String secret = access.credentials() instanceof Credentials.ClientSecret client
                ? client.secret()
                : ((Credentials.AccessToken) access.credentials()).token();
        assertThat(said(report)).doesNotContain(secret, HASH, TOTP_SECRET).doesNotContainPattern(TOKEN);
        try (Stream<Path> files = Files.list(directory.resolve("reports"))) {
            assertThat(files.toList()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(file -> {
                assertThat(file).content().doesNotContain(secret).doesNotContainPattern(TOKEN);
                if (!file.endsWith("failed-users.json")) {
                    assertThat(file).content().doesNotContain(HASH, TOTP_SECRET);
                }
            });
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("users.json", "reports");
        }
    }

    private ImportReport importInto(LocalTenant tenant) throws IOException, InterruptedException {
        return importInto(new Access(
                Domain.parse(tenant.url().toString()),
                tenant.audience(),
                new Credentials.ClientSecret(tenant.clientId(), tenant.clientSecret()),
                "1.0"));
    }

    private String said(ImportReport report) {
        String said = String.join("\n", log.lines) + "\n" + report.problem().orElse("");
        return said.replaceAll(" \\(request [0-9a-f]+\\)", "");
    }

    private static String counts(ImportReport report) {
        String summary = Verdict.summary(report);
        return summary.substring(0, summary.lastIndexOf(", "));
    }

    private static int submissions(LocalTenant tenant) {
        return tenant.requestCounts().entrySet().stream()
                .filter(count -> count.getKey().startsWith("POST " + SUBMIT))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void whateverHappensIsDecidedByWhatIsSafe(Case it) throws Exception {
        int[] left = {it.times};
        Faults faults = call -> call.path().matches(it.path) && left[0]-- > 0 ? it.fault : Fault.Connection.KEPT;
        try (LocalTenant tenant = tenant(faults)) {
            ImportReport report = importInto(tenant);

            assertThat(counts(report)).isEqualTo(it.counts);
            assertThat(said(report)).contains(it.says);
            assertThat(submissions(tenant)).isEqualTo(it.submissions);
            assertThat(tenant.users("Users"))
                    .extracting(user -> user.path("email").asText())
                    .doesNotHaveDuplicates();
            assertThat(tenant.userCount()).isEqualTo(tenant.jobs().isEmpty() ? 1 : 4);
        }
    }

    @Test
    void aTokenIsRenewedOnceInTheMiddle() throws Exception {
        try (LocalTenant tenant = tenant(
                call -> call.path().matches(JOB) && call.number() == 1 ? Case.STATUS_WITHOUT_TOKEN.fault : kept())) {
            importInto(tenant);

            assertThat(tenant.requestCounts()).containsEntry("POST /oauth/token 200", 2);
        }
    }

    @Test
    void whoIsInAnotherConnectionWithTheSameAddressIsSomebodyElse() throws Exception {
        try (LocalTenant tenant = tenant(
                call -> call.path().equals(SUBMIT) && call.number() == 1
                        ? Fault.Connection.CLOSED_BEFORE_ANSWERING
                        : kept(),
                "{\"email\":\"ada@example.com\"}")) {
            assertThat(counts(importInto(tenant))).isEqualTo(ALL_WELL);
        }
    }

    @Test
    void whoWasThereCannotBeToldWithoutTheScopeAndThatIsSaid() throws Exception {
        try (LocalTenant tenant = tenant(call -> call.path().equals(SUBMIT) && call.number() == 1
                ? Fault.Connection.CLOSED_BEFORE_ANSWERING
                : call.path().equals(BY_EMAIL) ? Case.SCOPE_MISSING.fault : kept())) {
            ImportReport report = importInto(tenant);

            assertThat(counts(report)).isEqualTo("4 users: 4 inserted, 0 failed; 1 job");
            assertThat(report.remarks()).anyMatch(remark -> remark.contains("It cannot be asked who of job"));
        }
    }

    @Test
    void questionsForUsersHeedTheRateLimit() throws Exception {
        List<Instant> asked = new ArrayList<>();
        try (LocalTenant tenant = tenant(call -> {
            if (call.path().equals(BY_EMAIL)) {
                asked.add(time.instant());
                return call.number() <= 2 ? new Fault.Answer(429, Map.of("Retry-After", "7"), "") : kept();
            }
            return call.path().equals(SUBMIT) && call.number() == 1 ? Fault.Connection.CLOSED_BEFORE_ANSWERING : kept();
        })) {
            assertThat(counts(importInto(tenant))).isEqualTo(ALL_WELL);
            assertThat(asked).hasSize(6);
            assertThat(Duration.between(asked.get(0), asked.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
            assertThat(Duration.between(asked.get(1), asked.get(2))).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void aQuestionForAUserThatIsNeverAnsweredIsLeftToTheNextRun() throws Exception {
        try (LocalTenant tenant = tenant(call -> call.path().equals(SUBMIT) && call.number() == 1
                ? Fault.Connection.CLOSED_BEFORE_ANSWERING
                : call.path().equals(BY_EMAIL) ? answer(500, "") : kept())) {
            assertThat(importInto(tenant).problem().orElse("")).contains("The same command goes on from there");
        }
    }

    @Test
    void aServiceThatNobodyRunsIsToldBeforeAnythingIsSent() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertThat(unreachable("http://127.0.0.1:" + port))
                .startsWith("127.0.0.1:" + port + " cannot be reached, or broke off: ")
                .contains("onnect");
    }

    @Test
    void aDomainThatDoesNotExistIsTold() throws Exception {
        assertThat(unreachable("nowhere.invalid"))
                .startsWith("nowhere.invalid:443 cannot be reached, or broke off: the name nowhere.invalid is unknown");
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsTold() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerWithoutTls(plain));
            answering.setDaemon(true);
            answering.start();
            String server = "127.0.0.1:" + plain.getLocalPort();

            assertThat(unreachable("https://" + server))
                    .startsWith(server + " answers, but not in TLS, so it is not the server that is meant; check")
                    .doesNotContain("several attempts");
            assertThat(time.ahead).isZero();
        }
    }

    private static void answerWithoutTls(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                caller.getInputStream().read();
                caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            } catch (IOException e) {
                // the caller has gone, or the test is over
            }
        }
    }

    /** Why nothing was sent; with a token and a connection's id, no call is made before the first job. */
    private String unreachable(String domain) throws IOException, InterruptedException {
        ImportReport report = importInto(
                new Access(Domain.parse(domain), "any", new Credentials.AccessToken("the.access.token"), "1.0"));

        assertThat(counts(report)).isEqualTo(NOBODY);
        JsonNode written =
                JSON.readTree(directory.resolve("reports/import-report.json").toFile());
        assertThat(written.path("problem").asText()).endsWith("The same command goes on from there");
        return report.problem().orElseThrow();
    }

    private static Fault kept() {
        return Fault.Connection.KEPT;
    }

    private static Fault answer(int status, String body) {
        return new Fault.Answer(status, Map.of(), body);
    }

    private static Fault job(String members) {
        return answer(200, "{\"id\":\"job_0\",\"connection\":\"Users\"," + members + "}");
    }

    private static String tooLarge(String beginning) {
        return beginning + "x".repeat(2 << 20);
    }

    private static String json(String message) {
        return "{\"statusCode\":400,\"error\":\"E\",\"message\":\"" + message + "\"}";
    }
}
