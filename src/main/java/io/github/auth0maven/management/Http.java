package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One HTTP client for a run: makes a call once, and tells what became of it by what may be done next. */
final class Http implements AutoCloseable {

    private final Delivery delivery = new Delivery();
    private final OkHttpClient client;
    private final ConnectionFailure breakdown;
    private final String userAgent;
    private final String clientHeader;
    private final CallListener listener;
    private final Clock clock;
    private final ServicePace pace;

    /** Reads the body of a call that succeeded. */
    interface Reader<T> {
        T read(int status, InputStream body) throws IOException;
    }

    Http(Transport transport, boolean plain, CallListener listener, Clock clock) {
        String version = transport.version();
        userAgent = "auth0-maven-plugin/" + version;
        String self = "{\"name\":\"auth0-maven-plugin\",\"version\":\"" + version + "\",\"env\":{\"java\":\""
                + Runtime.version().feature() + "\"}}";
        clientHeader = Base64.getEncoder().encodeToString(self.getBytes(UTF_8));
        breakdown = new ConnectionFailure(transport);
        this.listener = listener;
        this.clock = clock;
        pace = new ServicePace(clock);
        client = (plain ? HttpClients.plain(transport, userAgent) : HttpClients.encrypted(transport, userAgent))
                .eventListener(delivery)
                .build();
    }

    Clock clock() {
        return clock;
    }

    /** What the answers told of time. */
    ServicePace pace() {
        return pace;
    }

    /** Makes the call, once. */
    <T> Result<T> call(Request request, Repeat repeat, Reader<T> reader) {
        Request watched = request.newBuilder()
                .header("User-Agent", userAgent)
                .header("Auth0-Client", clientHeader)
                .build();
        Instant start = clock.instant();
        try (Response response = client.newCall(watched).execute()) {
            String id = RequestIds.of(response).map(told -> " " + told).orElse("");
            tell(request, response.code() + id, start);
            try {
                return read(response, repeat, reader);
            } catch (IOException e) {
                String reason = breakdown.explain(request.url(), e, true);
                tell(request, reason, start);
                return broken(reason + (id.isEmpty() ? "" : " (request" + id + ")"), e, repeat);
            }
        } catch (IOException e) {
            String reason = breakdown.explain(request.url(), e, delivery.isComplete());
            tell(request, reason, start);
            return broken(reason, e, repeat);
        }
    }

    private <T> Result<T> broken(String reason, IOException e, Repeat repeat) {
        return repeat.after(new Result.NotTaken<>(reason, ConnectionFailure.isLasting(e)), delivery.isComplete());
    }

    private <T> Result<T> read(Response response, Repeat repeat, Reader<T> reader) throws IOException {
        ResponseTimes times = new ResponseTimes(response, clock);
        pace.heed(times);
        if (response.isSuccessful()) {
            try (InputStream body = response.body().byteStream()) {
                return new Result.Success<>(reader.read(response.code(), body));
            }
        }
        Result<T> refusal = Refusals.read(response, repeat, times);
        if (refusal instanceof Result.RateLimited) {
            pace.refused();
        }
        return refusal;
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
