package io.github.auth0maven.management;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auth0maven.exports.ExportJob;
import io.github.auth0maven.exports.ExportJobs;
import io.github.auth0maven.exports.ExportOrder;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** {@code POST /jobs/users-exports} and what comes of it: the job is the tenant's, its file is elsewhere. */
public final class UsersExports implements ExportJobs, AutoCloseable {

    /** Exporting users. */
    public static final Purpose PURPOSE = new Purpose("an export", List.of("read:users"), false);

    private static final JsonFactory JSON = new JsonFactory();

    private final Calls calls;
    private final String connectionId;
    private final ExportedFiles files;

    /** Exports of the users of the connection that the tenant was opened with. */
    public UsersExports(OpenTenant tenant, ManagementApi.Access access, CallListener listener) {
        calls = tenant.calls();
        connectionId = tenant.connectionId();
        files = new ExportedFiles(access, listener);
    }

    /** An export changes nothing, so a call that may have been heard is repeated: a second job is harmless. */
    @Override
    public Result<ExportJob> submit(ExportOrder order) {
        RequestBody body = RequestBody.create(json(order), MediaType.get("application/json"));
        Request request = new Request.Builder()
                .url(calls.url("jobs", "users-exports").build())
                .post(body)
                .build();
        return calls.make(request, Repeat.ALWAYS, UsersExports::job);
    }

    @Override
    public Result<ExportJob> get(String id) {
        return calls.get(calls.url("jobs", id), UsersExports::job);
    }

    @Override
    public Result<Long> download(String location, OutputStream to) {
        return files.download(location, to);
    }

    @Override
    public Duration rest() {
        return calls.pace().rest();
    }

    @Override
    public String explain(ServiceError error) {
        return Remedy.explain(error);
    }

    @Override
    public void close() {
        files.close();
    }

    private byte[] json(ExportOrder order) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("connection_id", connectionId);
            json.writeStringField("format", order.csv() ? "csv" : "json");
            json.writeArrayFieldStart("fields");
            for (String field : order.fields()) {
                json.writeStartObject();
                json.writeStringField("name", field);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new AssertionError("a text is written to memory", e);
        }
        return body.toByteArray();
    }

    private static ExportJob job(int status, InputStream answer) throws IOException {
        ResponseJson json = ResponseJson.read(answer);
        return new ExportJob(
                Jobs.id(json),
                OneLine.of(json.member("status").text()),
                told(json, "created_at"),
                told(json, "connection"),
                told(json, "location"),
                Jobs.details(json));
    }

    private static Optional<String> told(ResponseJson json, String name) {
        String text = json.member(name).text();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
