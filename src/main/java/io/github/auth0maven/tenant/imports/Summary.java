package io.github.auth0maven.tenant.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;

/** How many users of a job's file met which end. */
public record Summary(int total, int inserted, int updated, int failed) {

    ObjectNode json() {
        return Json.object()
                .put("failed", failed)
                .put("updated", updated)
                .put("inserted", inserted)
                .put("total", total);
    }
}
