package io.github.auth0maven.plans;

import io.github.auth0maven.pace.SteadyCalls;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.pace.UnansweredException;
import java.io.IOException;
import java.util.Optional;

/** Changes users one by one, at the tenant's pace; one that is refused does not keep the others from being changed. */
public final class SingleChanges implements ChangeList.Singles {

    private final SingleUsers service;
    private final SteadyCalls calls;
    private long changed;
    private long refused;
    private Optional<String> reason = Optional.empty();

    public SingleChanges(SingleUsers service, Timing timing) {
        this.service = service;
        calls = new SteadyCalls(timing, service::rest);
    }

    @Override
    public void change(String userId, byte[] body) throws IOException, InterruptedException {
        try {
            calls.make(() -> service.change(userId, body));
            changed++;
        } catch (UnansweredException e) {
            if (e.refusal().isEmpty()) {
                throw new IOException(
                        e.getMessage() + "; gave up after several attempts. The same command goes on with the others",
                        e);
            }
            refused++;
            reason = reason.or(() -> e.refusal().map(error -> userId + ": " + service.explain(error)));
        }
    }

    /** How many users have been changed. */
    public long changed() {
        return changed;
    }

    /** How many users could not be changed. */
    public long refused() {
        return refused;
    }

    /** Why the first of them could not be. */
    public Optional<String> reason() {
        return reason;
    }
}
