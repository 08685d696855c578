package io.github.auth0maven.tenant.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.server.Json;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ManyUsersTest {

    private static final int USERS = 100_000;
    private static final long BYTES = 100_000_000;

    /** Of what the virtual machine says of its heap, only so much is true that the limit has to be kept by far. */
    @Test
    void aHundredThousandUsersCostLessThanAHundredMegabytes() {
        StoredUsers users = new StoredUsers("main", true);
        Profiles profiles = new Profiles("main", Clock.systemUTC());
        Ids ids = new Ids();
        long before = used();
        for (int number = 0; number < USERS; number++) {
            ObjectNode user = user(number);
            Identity identity = Identity.of(user, ids);
            users.insert(identity, StoredUser.imported(profiles.profile(identity, user), user));
        }

        assertThat(used() - before).isLessThan(BYTES);
        assertThat(users.find(Identifier.EMAIL, "user.77777@example.com")
                        .map(user -> user.secrets().path("password_hash").asText()))
                .hasValueSatisfying(hash -> assertThat(hash).hasSize(60));
        assertThat(users.size()).isEqualTo(USERS);
    }

    private static ObjectNode user(int number) {
        ObjectNode user = Json.object()
                .put("email", "user." + number + "@example.com")
                .put("email_verified", true)
                .put("username", "user" + number)
                .put("given_name", "Given" + number)
                .put("family_name", "Family" + number)
                .put("name", "Given" + number + " Family" + number)
                .put("password_hash", "$2b$10$" + "A".repeat(53));
        user.putObject("app_metadata").put("plan", "gold").put("number", number);
        user.putObject("user_metadata").put("language", "de").put("newsletter", true);
        return user;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
