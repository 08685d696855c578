package io.github.auth0maven.management;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.pace.Pause;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The Management API, as far as an import needs it. */
public final class ManagementApi implements ImportJobs, AutoCloseable {

    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Calls calls;
    private final Http http;
    private final HttpUrl root;
    private final ImportForm form;
    private final IdentifierOptions identifiers;
    /** The connection's name, once it is known: a job tells it. */
    private Optional<String> connection = Optional.empty();

    /**
     * Where and as whom to call.
     *
     * @param audience of the access tokens
     */
    public record Access(Domain domain, String audience, Credentials credentials, Transport transport) {

        /** Directly, trusting whom the JDK trusts. */
        public Access(Domain domain, String audience, Credentials credentials, String version) {
            this(domain, audience, credentials, Transport.direct(version));
        }
    }

    private ManagementApi(Calls calls, Http http, HttpUrl root, ImportForm form, IdentifierOptions identifiers) {
        this.calls = calls;
        this.http = http;
        this.root = root;
        this.form = form;
        this.identifiers = identifiers;
    }

    /**
     * Gets a token and finds the connection, so that whatever is wrong with either is known before users are sent.
     *
     * @throws ManagementException if the service refuses, or cannot be reached
     */
    public static ManagementApi connect(
            Access access, CallListener listener, Destination destination, ImportOptions options)
            throws IOException, InterruptedException {
        if (access.credentials() instanceof Credentials.AccessToken given && !Tokens.isOne(given.token())) {
            throw new ManagementException(
                    "The access token is none: it is empty, or holds a space, a line break or another"
                            + " character that no token has; check <password> of the <server>, or the environment variable"
                            + " that the log names");
        }
        Http http = new Http(access.transport(), access.domain().isPlain(), listener, Clock.systemUTC());
        HttpUrl tenant = HttpUrl.get(access.domain().url().toString());
        HttpUrl root = tenant.newBuilder().addPathSegments("api/v2").build();
        Tokens tokens = access.credentials() instanceof Credentials.OfApplication application
                ? new ClientCredentials(http, tenant, access.audience(), application)
                : Tokens.fixed(((Credentials.AccessToken) access.credentials()).token());
        try {
            Calls calls = new Calls(http, tokens);
            Persistence persistence = new Persistence(Pause.SLEEP);
            ConnectionLookup lookup = new ConnectionLookup(calls, root, persistence);
            FoundConnection found = destination.preflight()
                    ? new Preflight(access, lookup, listener, http.clock())
                            .pass(persistence.insist(tokens::current), destination.connection())
                    : lookup.find(destination.connection());
            return new ManagementApi(calls, http, root, new ImportForm(found.id(), options), found.identifiers());
        } catch (IOException | InterruptedException e) {
            http.close();
            throw e;
        }
    }

    /** What the connection's options say of its users' identifiers. */
    public IdentifierOptions identifiers() {
        return identifiers;
    }

    @Override
    public Result<ImportJob> submit(Batch batch) {
        Request request = new Request.Builder()
                .url(url("jobs", "users-imports"))
                .header("Content-Type", form.contentType())
                .post(new ImportBody(form, batch))
                .build();
        return job(request, Repeat.ONLY_IF_NOT_TAKEN);
    }

    @Override
    public Result<ImportJob> get(String id) {
        return job(request("jobs", id), Repeat.ALWAYS);
    }

    private Result<ImportJob> job(Request request, Repeat repeat) {
        return calls.make(request, repeat, this::job);
    }

    @Override
    public Result<JobErrors> errors(String id) {
        return calls.make(request("jobs", id, "errors"), Repeat.ALWAYS, ErrorsReader::read);
    }

    @Override
    public Result<Optional<Instant>> createdAt(byte[] user) {
        String email;
        try {
            email = ResponseJson.read(user).member("email").text().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException("a user that has been sent is JSON", e);
        }
        HttpUrl url = url("users-by-email")
                .newBuilder()
                .addQueryParameter("email", email)
                .build();
        return calls.make(new Request.Builder().url(url).build(), Repeat.ALWAYS, this::createdAt);
    }

    /** When the user was created that is in this import's connection. */
    private Optional<Instant> createdAt(int status, InputStream answer) throws IOException {
        for (ResponseJson user : ResponseJson.read(answer).items()) {
            for (ResponseJson identity : user.member("identities").items()) {
                String in = identity.member("connection").text();
                if (connection.isEmpty() || connection.get().equals(in)) {
                    return time(user.member("created_at").text());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> time(String text) throws IOException {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new IOException("a user's created_at is no time");
        }
    }

    /** With a token and an id of a connection that are given, the first call is the first job: its time has to be asked for. */
    @Override
    public Instant serviceTime() {
        if (!http.isAnswered()) {
            HttpUrl anything = url().newBuilder()
                    .encodedPath("/.well-known/openid-configuration")
                    .build();
            http.call(new Request.Builder().url(anything).build(), Repeat.ALWAYS, (status, answer) -> status);
        }
        return http.serviceTime();
    }

    @Override
    public Duration rest() {
        return http.rest();
    }

    @Override
    public Duration betweenCalls() {
        return http.betweenCalls();
    }

    @Override
    public void close() {
        http.close();
    }

    private Request request(String... path) {
        return new Request.Builder().url(url(path)).build();
    }

    private HttpUrl url(String... path) {
        HttpUrl.Builder url = root.newBuilder();
        for (String segment : path) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    private ImportJob job(int status, InputStream answer) throws IOException {
        ResponseJson json = ResponseJson.read(answer);
        String name = json.member("connection").text();
        connection = name.isEmpty() ? connection : Optional.of(name);
        String id = json.member("id").text();
        if (!JOB_ID.matcher(id).matches()) {
            throw new IOException("the answer describes no job");
        }
        ResponseJson summary = json.member("summary");
        return new ImportJob(
                id,
                OneLine.of(json.member("status").text()),
                summary.isObject() ? Optional.of(summary(summary)) : Optional.empty(),
                details(json));
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
