package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** One HTTP client for a run: makes a call once, and tells what became of it by what may be done next. */
final class Http implements AutoCloseable {

    /** The name under which Retry-After passes OkHttp, which would repeat a request by itself, whatever it was. */
    private static final String COME_BACK = "X-Come-Back";

    private static final int LARGEST_ERROR = 16 << 10;
    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}]+");
    /** What Auth0 says, and nothing else tells it from a rate limit: "There are 2 active import users jobs, please wait …". */
    private static final Pattern ACTIVE_JOBS = Pattern.compile("(?:\\b(\\d{1,6}) )?active import users jobs");

    private static final Duration LONGEST_REST = Duration.ofSeconds(60);
    private static final long LARGEST_BUCKET = 10_000;
    private static final Duration USUAL_REST = Duration.ofSeconds(1);

    private final Delivery delivery = new Delivery();
    private final OkHttpClient client;
    private final Breakdown breakdown;
    private final String userAgent;
    private final String clientHeader;
    private final CallListener listener;
    private final Clock clock;
    private Instant restUntil = Instant.MIN;
    private boolean wasRefused;
    private Duration ahead = Duration.ZERO;
    private boolean answered;

    /** Whether a request that may have been taken can be repeated. */
    enum Repeat {
        ALWAYS,
        ONLY_IF_NOT_TAKEN
    }

    /** Reads the answer of a call that succeeded. */
    interface Reader<T> {
        T read(int status, InputStream body) throws IOException;
    }

    /** Whether the request's last byte has been handed on: before that, nobody can have taken it. Calls come one by one. */
    private static final class Delivery extends EventListener {

        private volatile boolean complete;

        @Override
        public void callStart(Call call) {
            complete = false;
        }

        @Override
        public void requestBodyEnd(Call call, long byteCount) {
            complete = true;
        }

        @Override
        public void requestHeadersEnd(Call call, Request request) {
            complete |= request.body() == null;
        }
    }

    Http(Transport transport, boolean plain, CallListener listener, Clock clock) {
        String version = transport.version();
        userAgent = "auth0-maven-plugin/" + version;
        String self = "{\"name\":\"auth0-maven-plugin\",\"version\":\"" + version + "\",\"env\":{\"java\":\""
                + Runtime.version().feature() + "\"}}";
        clientHeader = Base64.getEncoder().encodeToString(self.getBytes(UTF_8));
        breakdown = new Breakdown(transport);
        this.listener = listener;
        this.clock = clock;
        client = (plain ? plain(transport, userAgent) : encrypted(transport, userAgent))
                .eventListener(delivery)
                .build();
    }

    /**
     * For this machine only, which is for {@link Domain} to see to; all that TLS needs is not even loaded, nor what has several
     * addresses race.
     */
    private static OkHttpClient.Builder plain(Transport transport, String userAgent) {
        return client(transport, userAgent)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .fastFallback(false);
    }

    /** TLS 1.2 and 1.3, and nothing without. */
    private static OkHttpClient.Builder encrypted(Transport transport, String userAgent) {
        X509TrustManager trusted = transport.trust().manager();
        return client(transport, userAgent)
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                .sslSocketFactory(sockets(trusted), trusted);
    }

    /** A client that asks the JVM for nothing but the certificates that it trusts: no proxy, no password, no verifier of names. */
    private static OkHttpClient.Builder client(Transport transport, String userAgent) {
        Timeouts timeouts = transport.timeouts();
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(2, 15, TimeUnit.SECONDS))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.write())
                .callTimeout(timeouts.call())
                .dns(new LoopbackDns(Dns.SYSTEM))
                .proxySelector(new ProxyForTls(transport.proxy()))
                .proxyAuthenticator(
                        transport.proxy().isPresent()
                                ? new ProxyDoor(transport.proxy().get(), userAgent)
                                : Authenticator.NONE)
                .addNetworkInterceptor(Http::plainly);
    }

    private static SSLSocketFactory sockets(X509TrustManager trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusted}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    /**
     * The answer without what OkHttp would act upon by itself: Retry-After, and the type of the body, for which it would have
     * Kotlin's regular expressions loaded although nobody asks.
     */
    private static Response plainly(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        Response.Builder plain =
                response.newBuilder().body(ResponseBody.create(body.source(), null, body.contentLength()));
        String retryAfter = response.header("Retry-After");
        return (retryAfter == null ? plain : plain.headers(comeBack(response.headers(), retryAfter))).build();
    }

    private static Headers comeBack(Headers headers, String retryAfter) {
        return headers.newBuilder()
                .removeAll("Retry-After")
                .addUnsafeNonAscii(COME_BACK, retryAfter)
                .build();
    }

    Clock clock() {
        return clock;
    }

    /** How long the tenant's rate limit, by its last answer, wants the next call to wait. */
    Duration rest() {
        Duration rest = Duration.between(clock.instant(), restUntil);
        return restUntil.equals(Instant.MIN) || rest.isNegative() ? Duration.ZERO : rest;
    }

    /** Makes the call, once. */
    <T> Result<T> call(Request request, Repeat repeat, Reader<T> reader) {
        Request watched = request.newBuilder()
                .header("User-Agent", userAgent)
                .header("Auth0-Client", clientHeader)
                .build();
        Instant start = clock.instant();
        try (Response response = client.newCall(watched).execute()) {
            Optional<String> told = requestId(response);
            String id = told.isPresent() ? " " + told.get() : "";
            tell(request, response.code() + id, start);
            try {
                return answer(response, repeat, reader);
            } catch (IOException e) {
                String reason = breakdown.explain(request.url(), e, true);
                tell(request, reason, start);
                String known = reason + (id.isEmpty() ? "" : " (request" + id + ")");
                return broken(new Result.NotTaken<>(known, Breakdown.isLasting(e)), repeat);
            }
        } catch (IOException e) {
            String reason = breakdown.explain(request.url(), e, delivery.complete);
            tell(request, reason, start);
            return broken(new Result.NotTaken<>(reason, Breakdown.isLasting(e)), repeat);
        }
    }

    /** Whether the service has answered anything, so that its clock is known. */
    boolean isAnswered() {
        return answered;
    }

    private <T> Result<T> broken(Result.NotTaken<T> failure, Repeat repeat) {
        boolean mayBeTaken = delivery.complete && repeat == Repeat.ONLY_IF_NOT_TAKEN;
        return mayBeTaken ? new Result.Uncertain<>(failure.reason()) : failure;
    }

    /** What the service's clock says now, as far as its last answer told. */
    Instant serviceTime() {
        return clock.instant().plus(ahead);
    }

    private <T> Result<T> answer(Response response, Repeat repeat, Reader<T> reader) throws IOException {
        ahead = Duration.between(clock.instant(), serverTime(response));
        answered = true;
        heedRateLimit(response);
        if (response.isSuccessful()) {
            try (InputStream body = response.body().byteStream()) {
                return new Result.Success<>(reader.read(response.code(), body));
            }
        }
        ServiceError error = error(response);
        Optional<Duration> wait = retryAfter(response);
        wasRefused |=
                response.code() == 429 && !ACTIVE_JOBS.matcher(error.message()).find();
        return switch (response.code()) {
            case 413 -> new Result.TooLarge<>(error.message());
            case 429 ->
                ACTIVE_JOBS.matcher(error.message()).find()
                        ? new Result.SlotsTaken<>(wait, activeJobs(error.message()))
                        : new Result.RateLimited<>(rested(wait.orElseGet(() -> reset(response))));
            case 408 -> new Result.NotTaken<>(error.toString());
            default ->
                response.code() < 500
                        ? new Result.Refused<>(error)
                        : serverError(response.code(), error, repeat, wait.isPresent());
        };
    }

    private static OptionalInt activeJobs(String message) {
        Matcher matcher = ACTIVE_JOBS.matcher(message);
        return matcher.find() && matcher.group(1) != null
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    /** A 503 that names a time to come back is a refusal; any other error of a server may have come after the request was taken. */
    private static <T> Result<T> serverError(int status, ServiceError error, Repeat repeat, boolean comeBack) {
        boolean refused = repeat == Repeat.ALWAYS || (status == 503 && comeBack);
        return refused ? new Result.NotTaken<>(error.toString()) : new Result.Uncertain<>(error.toString());
    }

    private void heedRateLimit(Response response) {
        boolean usedUp = "0".equals(response.header("X-RateLimit-Remaining"));
        restUntil = usedUp && response.header("X-RateLimit-Reset") != null
                ? clock.instant().plus(refill(response))
                : Instant.MIN;
    }

    /**
     * How long it takes until a quarter of the calls are back, at least one: the limit is a token bucket that is full at its reset.
     * The rest is for the tenant's end users. Where that has been too early once, the reset is waited for from then on.
     */
    private Duration refill(Response response) {
        long limit = number(response.header("X-RateLimit-Limit")).orElse(1L);
        if (wasRefused || limit < 1 || limit > LARGEST_BUCKET) {
            return reset(response);
        }
        return reset(response).multipliedBy((limit + 3) / 4).dividedBy(limit);
    }

    private Duration reset(Response response) {
        return number(response.header("X-RateLimit-Reset"))
                .map(reset -> bounded(Duration.between(serverTime(response), Instant.ofEpochSecond(reset))))
                .orElse(USUAL_REST);
    }

    /** The server's own clock, against which its times are to be read. */
    private Instant serverTime(Response response) {
        Optional<Instant> date = date(response.header("Date"));
        return date.isPresent() ? date.get() : clock.instant();
    }

    private Optional<Duration> retryAfter(Response response) {
        String text = response.header(COME_BACK);
        return number(text)
                .map(Duration::ofSeconds)
                .or(() -> date(text).map(date -> Duration.between(serverTime(response), date)))
                .map(Http::bounded);
    }

    /** A call that was one too many is never repeated at once, whatever the server's whole seconds add up to. */
    private static Duration rested(Duration wait) {
        return wait.compareTo(USUAL_REST) < 0 ? USUAL_REST : wait;
    }

    private static Duration bounded(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : duration;
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> t.matches("\\d{1,12}")).map(Long::valueOf);
    }

    private static Optional<Instant> date(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ServiceError error(Response response) {
        Optional<String> requestId = requestId(response);
        String location = response.header("Location");
        if (response.isRedirect() && location != null) {
            String target = "redirects to " + target(response.request().url(), location);
            return new ServiceError(response.code(), Optional.empty(), target, requestId);
        }
        byte[] body = beginning(response);
        try {
            JsonValue json = JsonValue.read(body);
            boolean token = !json.member("error_description").isNothing();
            String message =
                    json.member(token ? "error_description" : "message").text();
            String code = json.member(token ? "error" : "errorCode").text();
            if (!message.isEmpty()) {
                return new ServiceError(
                        response.code(),
                        Optional.of(code).filter(c -> !c.isEmpty()).map(Http::cut),
                        cut(message),
                        requestId);
            }
        } catch (IOException e) {
            // not JSON: the beginning of whatever it is has to do
        }
        String text = cut(new String(body, UTF_8));
        return new ServiceError(response.code(), Optional.empty(), text.isEmpty() ? "no explanation" : text, requestId);
    }

    /** Where a redirect leads, without what may be a secret in it: name and password, query and fragment. */
    private static String target(HttpUrl from, String location) {
        HttpUrl to = from.resolve(location);
        if (to == null) {
            return "what is no address of a web server";
        }
        return cut(to.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build()
                .toString());
    }

    /** What there is of the body: the status has said what matters. */
    private static byte[] beginning(Response response) {
        try {
            return response.body().byteStream().readNBytes(LARGEST_ERROR);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** A text from outside, short and without anything that would control a terminal, or that is no character. */
    static String cut(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        if (line.length() <= LONGEST_MESSAGE) {
            return line;
        }
        boolean splits = Character.isHighSurrogate(line.charAt(LONGEST_MESSAGE - 1));
        return line.substring(0, splits ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE) + "…";
    }

    private static Optional<String> requestId(Response response) {
        String own = response.header("x-auth0-requestid");
        String id = own == null ? response.header("x-request-id") : own;
        return id == null ? Optional.empty() : Optional.of(cut(id));
    }

    private void tell(Request request, String result, Instant start) {
        listener.called(
                request.method(), request.url().encodedPath(), result, Duration.between(start, clock.instant()));
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }
}
