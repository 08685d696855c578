package io.github.auth0maven.management;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.service.Result;
import okhttp3.Request;

/** {@code POST /jobs/users-imports}: takes a file of users as a new job. */
final class UsersImports {

    private final Calls calls;
    private final ImportForm form;

    UsersImports(Calls calls, ImportForm form) {
        this.calls = calls;
        this.form = form;
    }

    /** Submits a batch, once. */
    Result<Jobs.Described> submit(Batch batch) {
        Request request = new Request.Builder()
                .url(calls.url("jobs", "users-imports").build())
                .header("Content-Type", form.contentType())
                .post(new ImportBody(form, batch))
                .build();
        return calls.make(request, Repeat.ONLY_IF_NOT_TAKEN, Jobs::read);
    }
}
