package io.github.auth0maven.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.auth0maven.fuzz.Agreement.Only;
import io.github.auth0maven.fuzz.Refusal.Judge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Our rules and Auth0's published schema, in an independent validator, say the same of the same attributes of a hundred thousand
 * users; -Dfuzz.users and -Dfuzz.seed try more, and others.
 */
final class AgreementWithSchemaTest {

    private static final int USERS = Integer.getInteger("fuzz.users", 100_000);
    private static final long SEED = Long.getLong("fuzz.seed", 0);

    private static final int AT_ONCE = 500;

    private final Judge ours = new OurRules();

    @Test
    void theySayTheSameOfEveryUser() {
        Agreement agreement = new Agreement(ours, new PublishedSchema());

        String found = firstDisagreement(agreement, USERS);

        if (!found.isEmpty()) {
            fail(found);
        }
        assertThat(agreement.met()).as("reasons that are needed").containsExactlyInAnyOrder(Only.values());
    }

    @Test
    void validUsersAreValidAndTheOthersAreOfAllKinds() {
        int nearlyValid = 0;
        for (long seed = SEED; seed < SEED + 3000; seed++) {
            assertThat(ours.apply(AnyUser.valid(seed))).as("seed %d", seed).isEmpty();
            nearlyValid += ours.apply(AnyUser.nearlyValid(seed)).isEmpty() ? 1 : 0;
        }
        assertThat(nearlyValid).isBetween(500, 2500);
    }

    @Test
    void aRuleThatIsForgottenIsFoundAndTheUserShrunk() {
        Judge forgetful = user -> {
            Set<Refusal> refusals = new TreeSet<>(ours.apply(user));
            refusals.remove(new Refusal("custom_password_hash.salt.position", "ENUM_MISMATCH"));
            return refusals;
        };

        assertThat(firstDisagreement(new Agreement(forgetful, new PublishedSchema()), USERS))
                .contains("{\"custom_password_hash\":{\"salt\":{\"position\":\"\"}}}")
                .contains("[only the schema refuses: custom_password_hash.salt.position ENUM_MISMATCH]");
    }

    @Test
    void aRuleThatIsTooStrictIsFoundAndTheUserShrunk() {
        Judge strict = user -> {
            Set<Refusal> refusals = new TreeSet<>(ours.apply(user));
            if (user.get("blocked") instanceof Boolean) {
                refusals.add(new Refusal("blocked", "INVALID_TYPE"));
            }
            return refusals;
        };

        assertThat(firstDisagreement(new Agreement(strict, new PublishedSchema()), USERS))
                .contains("{\"blocked\":false}")
                .contains("[only we refuse: blocked INVALID_TYPE]");
    }

    @Test
    void anotherSchemaIsFoundOut() {
        String other = PublishedSchema.text().replace("\"ripemd160\", ", "");

        assertThat(firstDisagreement(new Agreement(ours, new PublishedSchema(other)), USERS))
                .contains("{\"custom_password_hash\":{\"hash\":{\"digest\":\"ripemd160\"}}}");
    }

    /** The first user of whom they disagree, shrunk, and how to make it again; nothing if they agree. */
    private static String firstDisagreement(Agreement agreement, int users) {
        for (long first = SEED; first < SEED + users; first += AT_ONCE) {
            List<Set<String>> disagreements = agreement.disagreements(LongStream.range(first, first + AT_ONCE)
                    .mapToObj(AnyUser::of)
                    .toList());
            for (int i = 0; i < AT_ONCE; i++) {
                if (!disagreements.get(i).isEmpty()) {
                    return told(agreement, first + i, disagreements.get(i));
                }
            }
        }
        return "";
    }

    private static String told(Agreement agreement, long seed, Set<String> disagreements) {
        String first = disagreements.iterator().next();
        Map<String, Object> smallest = Shrinker.shrink(
                AnyUser.of(seed), user -> agreement.disagreements(user).contains(first));
        return "seed " + seed + ": " + Tree.json(smallest) + " " + agreement.disagreements(smallest);
    }
}
