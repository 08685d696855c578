package io.github.auth0maven.tenant.imports;

import io.github.auth0maven.tenant.connections.Connection;

/** What an import request says beside its users. */
public record ImportForm(
        Connection connection, boolean upsert, String externalId, boolean sendCompletionEmail, long bodySize) {}
