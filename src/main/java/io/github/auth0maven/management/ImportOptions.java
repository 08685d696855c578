package io.github.auth0maven.management;

import java.util.Optional;

/**
 * What is told to Auth0 with each import job.
 *
 * @param upsert whether users that exist are updated
 * @param sendCompletionEmail whether Auth0 mails every owner of the tenant for each job
 * @param externalId echoed by Auth0 in what it says of the job
 */
public record ImportOptions(boolean upsert, boolean sendCompletionEmail, Optional<String> externalId) {

    /** The size of the largest import file that fits into a request with them, in bytes, whatever connection it is for. */
    public int capacity() {
        return new ImportForm("con_0123456789abcdef", this).capacity();
    }
}
