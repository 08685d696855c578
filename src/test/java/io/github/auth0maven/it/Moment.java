package io.github.auth0maven.it;

import io.github.auth0maven.tenant.server.Fault;
import io.github.auth0maven.tenant.server.Faults;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A moment in the life of a build, told by the calls that it makes. */
public final class Moment implements Faults {

    private static final int LONGEST_SECONDS = 120;

    private final Predicate<Call> what;
    private CountDownLatch left = new CountDownLatch(0);

    /**
     * @param what the calls that count
     */
    public Moment(Predicate<Call> what) {
        this.what = what;
    }

    /** Counts from now on. */
    public synchronized Moment after(int calls) {
        left = new CountDownLatch(calls);
        return this;
    }

    private synchronized CountDownLatch left() {
        return left;
    }

    /** Waits until so many calls have come, or the build has ended; says which. */
    public boolean comesBeforeTheEndOf(RunningBuild build) throws InterruptedException {
        CountDownLatch calls = left();
        for (int tenths = 0; tenths < 10 * LONGEST_SECONDS; tenths++) {
            if (calls.await(100, TimeUnit.MILLISECONDS)) {
                return true;
            }
            if (build.endsWithin(1)) {
                return false;
            }
        }
        throw new AssertionError("Nothing happens");
    }

    @Override
    public Fault on(Call call) {
        if (what.test(call)) {
            left().countDown();
        }
        return Fault.Connection.KEPT;
    }
}
