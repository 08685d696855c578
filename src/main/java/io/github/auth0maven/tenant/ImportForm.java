package io.github.auth0maven.tenant;

import io.github.auth0maven.tenant.TenantSettings.Connection;

/** What an import request says beside its users. */
record ImportForm(
        Connection connection, boolean upsert, String externalId, boolean sendCompletionEmail, long bodySize) {}
