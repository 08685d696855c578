package io.github.auth0maven.deletions;

import java.io.IOException;

/** A tenant that is there already. */
record ServiceOf(TenantUsers tenant) implements UserDeletion.Service {

    @Override
    public TenantUsers connect() {
        return tenant;
    }

    @Override
    public String explain(IOException stop) {
        return String.valueOf(stop.getMessage());
    }
}
