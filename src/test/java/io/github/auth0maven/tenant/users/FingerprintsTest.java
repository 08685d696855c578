package io.github.auth0maven.tenant.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

    @Test
    void allTextsAddedAreKnownAndNoOthers() {
        Fingerprints fingerprints = new Fingerprints();
        for (int number = 0; number < 100_000; number++) {
            fingerprints.add("user" + number + "@example.com");
            fingerprints.add("user" + number + "@example.com");
        }

        for (int number = 0; number < 100_000; number++) {
            assertThat(fingerprints.contains("user" + number + "@example.com")).isTrue();
            assertThat(fingerprints.contains("user" + number + "@example.org")).isFalse();
        }
        assertThat(fingerprints.contains("")).isFalse();
    }
}
