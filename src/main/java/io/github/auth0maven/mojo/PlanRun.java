package io.github.auth0maven.mojo;

import io.github.auth0maven.exports.FollowedExport;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.OpenTenant;
import io.github.auth0maven.management.UsersExports;
import io.github.auth0maven.mojo.console.PlanLog;
import io.github.auth0maven.mojo.console.TenantLog;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.plans.Metadata;
import io.github.auth0maven.plans.PlanFile;
import io.github.auth0maven.plans.PlanSink;
import io.github.auth0maven.plans.UserPlan;
import io.github.auth0maven.plans.UserPlan.Planned;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts a plan together: the users, the tenant that they are held against, and where it is told. */
record PlanRun(Invocation invocation, Wanted wanted, Access access, Redaction redaction) {

    /**
     * What is to be planned.
     *
     * @param connection its name or its id
     * @param capacity the size of the largest import file, in bytes
     */
    record Wanted(
            UsersFiles users,
            Demands demands,
            Metadata metadata,
            String connection,
            int capacity,
            boolean skipInvalid,
            Duration jobTimeout,
            Path directory) {}

    /** Plans, and leaves {@code plan.json} in the directory if there is a plan. */
    Planned run(Violations violations, PlanSink also) throws IOException, InterruptedException {
        TenantLog log = new TenantLog(invocation.log(), redaction);
        PlanLog told = new PlanLog(invocation.log(), redaction);
        Files.createDirectories(wanted.directory());
        Destination destination = new Destination(wanted.connection(), true);
        try (OpenTenant tenant = OpenTenant.open(access, log, destination, UsersExports.PURPOSE);
                UsersExports exports = new UsersExports(tenant, access, log);
                PlanFile file = new PlanFile(wanted.directory(), OwnerOnly::create, redaction)) {
            UserPlan plan = new UserPlan(order(), violations);
            Planned planned = plan.run(
                    () -> new FollowedExport(exports, Timing.real(), wanted.jobTimeout(), log),
                    wanted.skipInvalid(),
                    OwnerOnly::create,
                    file.and(told).and(also));
            if (planned.judgement().invalidUsers() == 0 || wanted.skipInvalid()) {
                PlanFile.Head head = new PlanFile.Head(
                        access.domain().toString(),
                        wanted.connection(),
                        wanted.users().name(),
                        Instant.now(),
                        wanted.metadata());
                file.finish(head, planned.counts(), planned.remarks());
                told.verdict(planned.counts(), planned.remarks());
            }
            return planned;
        }
    }

    private UserPlan.Order order() {
        return new UserPlan.Order(
                wanted.users(),
                wanted.demands().judge(wanted.capacity()),
                wanted.demands().rootAttributes(),
                wanted.metadata(),
                wanted.connection().startsWith("con_") ? Optional.empty() : Optional.of(wanted.connection()),
                wanted.directory());
    }
}
