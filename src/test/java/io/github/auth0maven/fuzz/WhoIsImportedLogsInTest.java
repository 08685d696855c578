package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.fuzz.RealImport.Told;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.LoginSettings;
import io.github.auth0maven.tenant.TenantSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever is reported as imported logs in with its password, and nobody else does: for users and options made by chance, in real
 * imports and logins over HTTP; -Dfuzz.logins and -Dfuzz.seed try more, and others.
 */
final class WhoIsImportedLogsInTest {

    private static final int IMPORTS = Integer.getInteger("fuzz.logins", 12);
    private static final long SEED = Long.getLong("fuzz.seed", 0);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void whoIsReportedAsImportedAndNobodyElse() throws Exception {
        long imported = 0;
        long refused = 0;
        for (long seed = SEED; seed < SEED + IMPORTS; seed++) {
            Scene scene = new Scene(new Random(seed * 0x9E3779B97F4A7C15L + 1));
            Told told = new Told();
            try (LocalTenant tenant = scene.tenant()) {
                Path place = Files.createDirectory(directory.resolve("seed-" + seed));
                Path file = Files.writeString(
                        place.resolve("users.json"),
                        scene.users.stream().map(User::json).collect(Collectors.joining(",", "[", "]")));

                ImportReport report = new RealImport(tenant, scene.upsert, scene.capacity).of(file, place, told);

                assertThat(report.users().inserted() + report.users().updated())
                        .as("seed %d", seed)
                        .isEqualTo(scene.users.size() - told.notImported.size());
                check(tenant, scene, told, seed);
                imported += report.users().inserted() + report.users().updated();
                refused += told.notImported.size();
            }
        }
        // Neither by default.
        assertThat(imported).isGreaterThan(IMPORTS * 5L);
        assertThat(refused).isGreaterThan(IMPORTS * 2L);
    }

    private static void check(LocalTenant tenant, Scene scene, Told told, long seed)
            throws IOException, InterruptedException {
        for (int at = 0; at < scene.users.size(); at++) {
            User user = scene.users.get(at);
            boolean expected = !told.notImported.contains((long) at) && user.hasHash && !user.blocked;
            String which = "seed " + seed + ", user " + at + ": " + told.failures;
            assertThat(logsIn(tenant, user.email, user.password.text()))
                    .as(which)
                    .isEqualTo(expected);
            User another = scene.users.get((at + 1) % scene.users.size());
            assertThat(logsIn(tenant, user.email, another.password.text()))
                    .as(which)
                    .isFalse();
        }
        for (User before : scene.before) {
            boolean replaced = scene.users.stream()
                    .filter(each -> each.email.equals(before.email))
                    .anyMatch(each -> each.hasHash && !told.notImported.contains((long) scene.users.indexOf(each)));
            assertThat(logsIn(tenant, before.email, before.password.text()))
                    .as("seed %d, %s", seed, before.email)
                    .isEqualTo(!replaced);
        }
        assertThat(logsIn(
                        tenant,
                        "nobody@example.com",
                        scene.users.get(0).password.text()))
                .isFalse();
    }

    private static boolean logsIn(LocalTenant tenant, String email, String password)
            throws IOException, InterruptedException {
        String form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        tenant.clientId(),
                        "client_secret",
                        tenant.clientSecret(),
                        "username",
                        email,
                        "password",
                        password)
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(tenant.url().resolve("oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 401, 403);
        return answer.statusCode() == 200;
    }

    /** Who is in the tenant before, who is imported, and how. */
    private static final class Scene {

        final boolean upsert;
        final int capacity;
        final List<User> before = new ArrayList<>();
        final List<User> users = new ArrayList<>();

        Scene(Random random) {
            upsert = random.nextBoolean();
            // Of one user, of a few, or of all at once.
            capacity = random.nextBoolean() ? 1_000 + random.nextInt(2_000) : 500_000;
            for (int number = 0; number < 3; number++) {
                before.add(new User("before" + number + "@example.com", random, true));
            }
            for (int number = 0; number < 12; number++) {
                users.add(new User(email(number, random), random, random.nextInt(6) > 0));
            }
        }

        /** Mostly new; sometimes that of one before it, of one who is there already, or no address. */
        private String email(int number, Random random) {
            return switch (random.nextInt(10)) {
                case 0 -> users.isEmpty() ? "first@example.com" : users.get(random.nextInt(users.size())).email;
                case 1 -> before.get(random.nextInt(before.size())).email;
                case 2 -> "no address " + number;
                default -> "new" + number + "@example.com";
            };
        }

        LocalTenant tenant() throws IOException {
            return LocalTenant.start(TenantSettings.defaults()
                    .withJobDuration(each -> Duration.ZERO)
                    .withLogins(LoginSettings.defaults())
                    .withUsers(
                            RealImport.CONNECTION,
                            before.stream().map(User::json).toArray(String[]::new)));
        }
    }

    private static final class User {

        final String email;
        final KnownPassword password;
        final boolean hasHash;
        final boolean blocked;
        private final String member;

        User(String email, Random random, boolean hasHash) {
            this.email = email;
            this.hasHash = hasHash;
            password = new KnownPassword(random);
            blocked = !email.startsWith("before") && random.nextInt(8) == 0;
            // Documented: an upsert changes nothing of password_hash.
            member = password.member(email.startsWith("before"));
        }

        String json() {
            return "{\"email\":\"" + email + "\"" + (hasHash ? "," + member : "") + (blocked ? ",\"blocked\":true" : "")
                    + "}";
        }
    }
}
