package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.fuzz.RealImport.Told;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The local tenant, which has its own reading of the rules, rejects none of the users that we let pass, in a real import over
 * HTTP; -Dfuzz.imported and -Dfuzz.seed try more, and others.
 */
final class LocalTenantAgreesTest {

    private static final int USERS = Integer.getInteger("fuzz.imported", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", 0);

    @TempDir
    Path directory;

    @Test
    void noUserThatValidationPassedIsRejected() throws Exception {
        Path file = directory.resolve("users.json");
        try (BufferedWriter users = Files.newBufferedWriter(file, UTF_8)) {
            for (int i = 0; i < USERS; i++) {
                Map<String, Object> user = AnyUser.of(SEED + i);
                makeComparable(user);
                users.write((i == 0 ? "[" : ",\n") + Tree.json(user));
            }
            users.write("]");
        }
        Told told = new Told();

        ImportReport report = imported(file, told);

        assertThat(told.failures).isEmpty();
        assertThat(report.problem()).isEmpty();
        assertThat(report.users().failed()).isZero();
        assertThat(report.users().unsent()).isZero();
        assertThat(report.users().inserted()).isEqualTo(USERS - report.users().invalid());
        assertThat(report.users().inserted()).isBetween(USERS * 3L / 10, USERS * 7L / 10);
    }

    /**
     * Changes that of which only one side can speak: names with half of a surrogate pair, which are JSON but not to the
     * tenant's parser.
     */
    private static void makeComparable(Map<String, Object> user) {
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Tree.Slot slot : Tree.slots(user)) {
                if (slot.key() instanceof String name && !UTF_8.newEncoder().canEncode(name)) {
                    slot.remove();
                    changed = true;
                    break;
                }
            }
        }
    }

    private ImportReport imported(Path file, Told told) throws IOException, InterruptedException {
        TenantSettings settings =
                TenantSettings.defaults().withProfilesKept(false).withJobDuration(users -> Duration.ZERO);
        try (LocalTenant tenant = LocalTenant.start(settings)) {
            return RealImport.into(tenant).of(file, directory, told);
        }
    }
}
