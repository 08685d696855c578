package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files of exports from another host, by a client of its own: without a token, without the tenant's rate limit, and without
 * a limit of time for the whole of a file.
 */
final class ExportedFiles implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final ManagementApi.Access access;
    private final CallListener listener;
    private @Nullable Http http;

    ExportedFiles(ManagementApi.Access access, CallListener listener) {
        this.access = access;
        this.listener = listener;
    }

    /**
     * Fetches a file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    Result<Long> download(String location, OutputStream to) {
        HttpUrl url = HttpUrl.parse(location);
        if (url == null || (!url.isHttps() && !access.domain().isPlain())) {
            return new Result.NotTaken<>("the export's file is at no address that is called over TLS", true);
        }
        Request request = new Request.Builder().url(url).build();
        return client(!url.isHttps()).call(request, Repeat.ALWAYS, (status, body) -> copy(body, to));
    }

    private Http client(boolean plain) {
        Http client = http;
        if (client == null) {
            Transport transport = access.transport();
            Timeouts timeouts = transport.timeouts();
            Timeouts unhurried = new Timeouts(timeouts.connect(), timeouts.read(), timeouts.write(), Timeouts.LONGEST);
            client = new Http(
                    new Transport(transport.version(), unhurried, transport.trust(), transport.proxy()),
                    plain,
                    listener,
                    Clock.systemUTC());
            http = client;
        }
        return client;
    }

    private static long copy(InputStream body, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            write(buffer, read, to);
            bytes += read;
        }
        return bytes;
    }

    /** That this machine has no room is not the other host's fault. */
    private static void write(byte[] buffer, int length, OutputStream to) {
        try {
            to.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
    }
}
