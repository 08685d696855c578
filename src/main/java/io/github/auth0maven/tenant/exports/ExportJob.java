package io.github.auth0maven.tenant.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.jobs.FollowedJob;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.users.Profiles;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * An export job: its file is written at the start, but not shown before its duration has passed.
 *
 * @param location where the file is, to be had anew for each answer
 */
record ExportJob(String id, ExportForm form, Instant createdAt, Instant endsAt, Supplier<String> location)
        implements FollowedJob {

    /** Documented: then everything about it is deleted. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    boolean isForgotten(Instant now) {
        return !now.isBefore(createdAt.plus(REMEMBERED));
    }

    /** Recorded for a pending one; the properties of its request are repeated. */
    @Override
    public ObjectNode json(Instant now) {
        boolean pending = now.isBefore(endsAt);
        ObjectNode json = Json.object().put("type", "users_export").put("status", pending ? "pending" : "completed");
        json.setAll(form.echo());
        json.put("created_at", Profiles.timestamp(createdAt)).put("id", id);
        return pending ? json : json.put("location", location.get());
    }

    @Override
    public Response errors(Instant now) {
        return Response.empty(204);
    }
}
