package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.server.Fault;
import io.github.auth0maven.tenant.server.Faults;
import io.github.auth0maven.tenant.server.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** How fast a local tenant is, how much it takes and where it fails, in the configuration of a goal. */
public final class TenantBehaviour {

    private static final ElementReader IN = new ElementReader("settings");
    private static final int MOST_SLOTS = 50;
    private static final int MOST_CALLS = 1_000_000;

    /** How long each import or export job takes; by default {@code 20ms}. */
    @Nullable
    String jobTime;

    /** How much longer for each user; by default not at all. */
    @Nullable
    String jobTimePerUser;

    /** How many calls of the Management API are given back each second; by default there is no limit. */
    @Nullable
    String callsPerSecond;

    /** How many calls may be made at once; by default as many as in a second. */
    @Nullable
    String burst;

    /** How many jobs may be active at once; by default 2. */
    @Nullable
    String slots;

    /** How long tokens for the Management API are valid; by default 24 hours. */
    @Nullable
    String tokenLifetime;

    /** Which requests are disturbed. */
    @Nullable
    List<TenantFault> faults;

    TenantSettings applyTo(TenantSettings settings) throws MojoExecutionException {
        Duration base = IN.duration("jobTime", ElementReader.textOr("20ms", jobTime));
        Duration perUser = IN.duration("jobTimePerUser", ElementReader.textOr("0", jobTimePerUser));
        return settings.withJobDuration(TenantSettings.pace(base, perUser))
                .withRateLimit(rateLimit())
                .withSlots(IN.number("slots", ElementReader.textOr("2", slots), 1, MOST_SLOTS))
                .withTokenLifetime(IN.duration("tokenLifetime", ElementReader.textOr("24h", tokenLifetime)))
                .withFaults(faults());
    }

    private RateLimit rateLimit() throws MojoExecutionException {
        if (callsPerSecond == null) {
            return RateLimit.none();
        }
        int calls = IN.number("callsPerSecond", callsPerSecond, 1, MOST_CALLS);
        return new RateLimit(
                calls, IN.number("burst", ElementReader.textOr(String.valueOf(calls), burst), 1, MOST_CALLS));
    }

    private Faults faults() throws MojoExecutionException {
        List<Faults> read = new ArrayList<>();
        for (TenantFault fault : faults == null ? List.<TenantFault>of() : faults) {
            read.add(fault.read());
        }
        return call -> read.stream()
                .map(each -> each.on(call))
                .filter(fault -> fault != Fault.Connection.KEPT)
                .findFirst()
                .orElse(Fault.Connection.KEPT);
    }
}
