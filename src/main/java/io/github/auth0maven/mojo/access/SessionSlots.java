package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Domain;
import io.github.auth0maven.pace.Slots;
import java.util.concurrent.Semaphore;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/** A tenant's slots, shared by all executions of one Maven session: with {@code -T} several of them import at once. */
public final class SessionSlots implements Slots {

    private final Semaphore free;

    private SessionSlots(Semaphore free) {
        this.free = free;
    }

    /**
     * The session's slots of a tenant.
     *
     * @param slots how many there are, if nobody has asked for them before
     */
    public static Slots of(MavenSession session, Domain tenant, int slots) {
        if (session.getRepositorySession() == null) {
            return UNSHARED;
        }
        SessionData data = session.getRepositorySession().getData();
        // of the JDK's types, for the plugin may have been loaded twice
        String key = "auth0-maven-plugin.slots." + tenant;
        data.set(key, null, new Semaphore(slots));
        return data.get(key) instanceof Semaphore free ? new SessionSlots(free) : UNSHARED;
    }

    @Override
    public boolean take() {
        return free.tryAcquire();
    }

    @Override
    public void giveBack() {
        free.release();
    }
}
