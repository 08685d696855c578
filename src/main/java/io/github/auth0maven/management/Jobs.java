package io.github.auth0maven.management;

import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /jobs/{id}} and {@code GET /jobs/{id}/errors}: how a job stands, and whom it did not import. */
final class Jobs {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Calls calls;

    Jobs(Calls calls) {
        this.calls = calls;
    }

    /**
     * A job as an answer describes it.
     *
     * @param connection the name of its connection, if it is told
     */
    record Described(ImportJob job, Optional<String> connection) {}

    /** Asks how a job stands. */
    Result<Described> get(String id) {
        return calls.get(calls.url("jobs", id), Jobs::read);
    }

    /** Asks which of its users were not imported. */
    Result<JobErrors> errors(String id) {
        return calls.get(calls.url("jobs", id, "errors"), ErrorsReader::read);
    }

    /** The id of the job that an answer describes. */
    static String id(ResponseJson json) throws IOException {
        String id = json.member("id").text();
        if (!ID.matcher(id).matches()) {
            throw new IOException("the answer describes no job");
        }
        return id;
    }

    /** Reads an answer that describes a job. */
    static Described read(int status, InputStream answer) throws IOException {
        ResponseJson json = ResponseJson.read(answer);
        String connection = json.member("connection").text();
        ResponseJson summary = json.member("summary");
        ImportJob job = new ImportJob(
                id(json),
                OneLine.of(json.member("status").text()),
                summary.isObject() ? Optional.of(summary(summary)) : Optional.empty(),
                details(json));
        return new Described(job, connection.isEmpty() ? Optional.empty() : Optional.of(connection));
    }

    /** Why a job failed, where it says so. */
    static Optional<String> details(ResponseJson job) {
        String details = job.member("status_details").written();
        return details.isBlank() ? Optional.empty() : Optional.of(OneLine.of(details));
    }

    private static ImportJob.Summary summary(ResponseJson json) {
        return new ImportJob.Summary(
                count(json.member("total")),
                count(json.member("inserted")),
                count(json.member("updated")),
                count(json.member("failed")));
    }

    private static int count(ResponseJson users) {
        return (int) Math.min(users.number(0), Integer.MAX_VALUE);
    }
}
