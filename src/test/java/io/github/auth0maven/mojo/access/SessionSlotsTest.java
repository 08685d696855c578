package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.management.Domain;
import io.github.auth0maven.pace.Slots;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionSlotsTest {

    private static final Domain TENANT = Domain.parse("example.eu.auth0.com");

    @SuppressWarnings("deprecation") // the one constructor that all versions of Maven have
    private static MavenSession session(@Nullable RepositorySystemSession repositories) {
        return new MavenSession(
                null, repositories, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
    }

    @Test
    void executionsOfOneSessionShareTheSlotsOfATenant() {
        MavenSession session = session(MavenRepositorySystemUtils.newSession());
        Slots first = SessionSlots.of(session, TENANT, 2);
        Slots second = SessionSlots.of(session, TENANT, 5);

        assertThat(first.take()).isTrue();
        assertThat(second.take()).isTrue();
        assertThat(first.take()).isFalse();
        assertThat(second.take()).isFalse();
        first.giveBack();
        assertThat(second.take()).isTrue();
    }

    @Test
    void anotherTenantHasItsOwn() {
        MavenSession session = session(MavenRepositorySystemUtils.newSession());
        SessionSlots.of(session, TENANT, 1).take();

        assertThat(SessionSlots.of(session, Domain.parse("other.eu.auth0.com"), 1)
                        .take())
                .isTrue();
    }

    @Test
    void whereThereIsNothingToShareThemByTheyAreNotShared() {
        Slots slots = SessionSlots.of(session(null), TENANT, 1);

        assertThat(slots.take()).isTrue();
        assertThat(slots.take()).isTrue();
        slots.giveBack();
    }
}
