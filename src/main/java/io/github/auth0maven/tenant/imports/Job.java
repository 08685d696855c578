package io.github.auth0maven.tenant.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.jobs.FollowedJob;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.users.Profiles;
import java.time.Duration;
import java.time.Instant;

/**
 * An import job: its outcome is known from the start, but not told before its duration has passed.
 *
 * @param endsAt when it stops being pending
 */
public record Job(String id, ImportForm form, Instant createdAt, Instant endsAt, Outcome outcome)
        implements FollowedJob {

    /** Documented: a job that takes longer fails. */
    private static final Duration LONGEST = Duration.ofHours(2);

    /** Documented: then everything about it is deleted. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    static Job submitted(String id, ImportForm form, Instant now, Timing timing) {
        boolean overdue = timing.duration().compareTo(LONGEST) > 0;
        return new Job(
                id,
                form,
                now,
                now.plus(overdue ? LONGEST : timing.duration()),
                overdue ? Outcome.Failed.overdue() : timing.outcome());
    }

    boolean isPending(Instant now) {
        return now.isBefore(endsAt);
    }

    boolean isForgotten(Instant now) {
        return !now.isBefore(createdAt.plus(REMEMBERED));
    }

    public String status(Instant now) {
        if (isPending(now)) {
            return "pending";
        }
        return outcome instanceof Outcome.Completed ? "completed" : "failed";
    }

    /** The job as the service tells of it: pending or running, it is the same body as in the answer to its creation [R]. */
    @Override
    public ObjectNode json(Instant now) {
        ObjectNode json = Json.object()
                .put("type", "users_import")
                .put("status", status(now))
                .put("connection_id", form.connection().id())
                .put("connection", form.connection().name())
                .put("created_at", Profiles.timestamp(createdAt))
                .put("id", id);
        if (!form.externalId().isEmpty()) {
            json.put("external_id", form.externalId());
        }
        if (isPending(now)) {
            return json;
        }
        if (outcome instanceof Outcome.Completed completed) {
            json.set("summary", completed.summary().json());
        } else if (outcome instanceof Outcome.Failed failed && !failed.details().isEmpty()) {
            json.put("status_details", failed.details());
        }
        return json;
    }

    /** The job's errors, in their three shapes [R]. */
    @Override
    public Response errors(Instant now) {
        if (isPending(now)) {
            return Response.empty(204);
        }
        if (outcome instanceof Outcome.Completed completed) {
            return completed.errors().isEmpty() ? Response.empty(204) : Response.plainJson(200, completed.errors());
        }
        return ((Outcome.Failed) outcome).details().isEmpty()
                ? Response.empty(204)
                : Response.plainJson(200, json(now));
    }

    /** How long a job takes, and how it ends. */
    record Timing(Duration duration, Outcome outcome) {}
}
