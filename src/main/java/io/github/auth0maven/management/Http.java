package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.jobs.Answer;
import io.github.auth0maven.jobs.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One HTTP client for a run: makes a call once, and tells what became of it by what may be done next. */
final class Http implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int LARGEST_ERROR = 16 << 10;
    private static final int LONGEST_MESSAGE = 300;
    private static final Duration LONGEST_REST = Duration.ofSeconds(60);
    private static final Duration USUAL_REST = Duration.ofSeconds(1);

    private final OkHttpClient client;
    private final String userAgent;
    private final String clientHeader;
    private final CallListener listener;
    private final Clock clock;
    private Instant restUntil = Instant.MIN;

    /** Whether a request that may have been taken can be repeated. */
    enum Repeat {
        ALWAYS,
        ONLY_IF_NOT_TAKEN
    }

    /** Reads the answer of a call that succeeded. */
    interface Reader<T> {
        T read(int status, InputStream body) throws IOException;
    }

    /** Whether a request's last byte has been handed on: before that, nobody can have taken it. */
    private static final class Delivery {
        private volatile boolean complete;
    }

    private static final class DeliveryWatch extends EventListener {
        @Override
        public void requestBodyEnd(Call call, long byteCount) {
            Delivery delivery = call.request().tag(Delivery.class);
            if (delivery != null) {
                delivery.complete = true;
            }
        }

        @Override
        public void requestHeadersEnd(Call call, Request request) {
            if (request.body() == null) {
                requestBodyEnd(call, 0);
            }
        }
    }

    /**
     * @param version of this plugin, which tells Auth0 who is calling
     */
    Http(String version, CallListener listener, Clock clock) {
        userAgent = "auth0-maven-plugin/" + version;
        String self = String.format(
                "{\"name\":\"auth0-maven-plugin\",\"version\":\"%s\",\"env\":{\"java\":\"%s\"}}",
                version, Runtime.version().feature());
        clientHeader = Base64.getEncoder().encodeToString(self.getBytes(UTF_8));
        this.listener = listener;
        this.clock = clock;
        client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(2, 15, TimeUnit.SECONDS))
                .connectTimeout(Duration.ofSeconds(15))
                .readTimeout(Duration.ofSeconds(60))
                .writeTimeout(Duration.ofSeconds(60))
                .callTimeout(Duration.ofMinutes(5))
                .eventListener(new DeliveryWatch())
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
    <T> Answer<T> call(Request request, Repeat repeat, Reader<T> reader) {
        Delivery delivery = new Delivery();
        Request watched = request.newBuilder()
                .header("User-Agent", userAgent)
                .header("Auth0-Client", clientHeader)
                .tag(Delivery.class, delivery)
                .build();
        Instant start = clock.instant();
        try (Response response = client.newCall(watched).execute()) {
            tell(
                    request,
                    response.code() + requestId(response).map(id -> " " + id).orElse(""),
                    start);
            return answer(response, repeat, reader);
        } catch (IOException e) {
            String reason = reason(request, e);
            tell(request, reason, start);
            boolean mayBeTaken = delivery.complete && repeat == Repeat.ONLY_IF_NOT_TAKEN;
            return mayBeTaken ? new Answer.Uncertain<>(reason) : new Answer.NotTaken<>(reason);
        }
    }

    private <T> Answer<T> answer(Response response, Repeat repeat, Reader<T> reader) throws IOException {
        heedRateLimit(response);
        if (response.isSuccessful()) {
            try (InputStream body = response.body().byteStream()) {
                return new Answer.Given<>(reader.read(response.code(), body));
            }
        }
        ServiceError error = error(response);
        Optional<Duration> wait = retryAfter(response);
        return switch (response.code()) {
            case 413 -> new Answer.TooLarge<>(error.message());
            case 429 ->
                error.message().contains("active import users jobs")
                        ? new Answer.SlotsTaken<>(wait)
                        : new Answer.RateLimited<>(wait.orElseGet(() -> reset(response)));
            case 408 -> new Answer.NotTaken<>(error.toString());
            default ->
                response.code() < 500
                        ? new Answer.Refused<>(error)
                        : serverError(response.code(), error, repeat, wait.isPresent());
        };
    }

    /** A 503 that names a time to come back is a refusal; any other error of a server may have come after the request was taken. */
    private static <T> Answer<T> serverError(int status, ServiceError error, Repeat repeat, boolean comeBack) {
        boolean refused = repeat == Repeat.ALWAYS || (status == 503 && comeBack);
        return refused ? new Answer.NotTaken<>(error.toString()) : new Answer.Uncertain<>(error.toString());
    }

    private void heedRateLimit(Response response) {
        boolean usedUp = "0".equals(response.header("X-RateLimit-Remaining"));
        restUntil = usedUp && response.header("X-RateLimit-Reset") != null
                ? clock.instant().plus(reset(response))
                : Instant.MIN;
    }

    private Duration reset(Response response) {
        return number(response.header("X-RateLimit-Reset"))
                .map(reset -> bounded(Duration.between(serverTime(response), Instant.ofEpochSecond(reset))))
                .orElse(USUAL_REST);
    }

    /** The server's own clock, against which its times are to be read. */
    private Instant serverTime(Response response) {
        String date = response.header("Date");
        try {
            return date == null
                    ? clock.instant()
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }

    private static Optional<Duration> retryAfter(Response response) {
        return number(response.header("Retry-After")).map(seconds -> bounded(Duration.ofSeconds(seconds)));
    }

    private static Duration bounded(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : duration;
    }

    private static Optional<Long> number(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).filter(t -> t.matches("\\d{1,12}")).map(Long::valueOf);
    }

    private static ServiceError error(Response response) throws IOException {
        Optional<String> requestId = requestId(response);
        String location = response.header("Location");
        if (response.isRedirect() && location != null) {
            return new ServiceError(response.code(), Optional.empty(), "redirects to " + cut(location), requestId);
        }
        byte[] body = response.body().byteStream().readNBytes(LARGEST_ERROR);
        try {
            JsonNode json = JSON.readTree(body);
            boolean token = json.has("error_description");
            String message = json.path(token ? "error_description" : "message").asText();
            String code = json.path(token ? "error" : "errorCode").asText();
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
        return new ServiceError(response.code(), Optional.empty(), cut(new String(body, UTF_8)), requestId);
    }

    /** A text from outside, short and without anything that would control a terminal. */
    static String cut(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ");
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }

    private static Optional<String> requestId(Response response) {
        return Optional.ofNullable(response.header("x-auth0-requestid"))
                .or(() -> Optional.ofNullable(response.header("x-request-id")))
                .map(Http::cut);
    }

    private void tell(Request request, String result, Instant start) {
        listener.called(
                request.method(), request.url().encodedPath(), result, Duration.between(start, clock.instant()));
    }

    private static String reason(Request request, IOException e) {
        String cause = e.getMessage() == null ? e.getClass().getSimpleName() : cut(e.getMessage());
        return request.url().host() + ":" + request.url().port() + " cannot be reached, or broke off: " + cause;
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
