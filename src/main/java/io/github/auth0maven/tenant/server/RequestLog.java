package io.github.auth0maven.tenant.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Remembers the latest requests, and counts them all. */
final class RequestLog {

    private static final int REMEMBERED = 1_000;
    public static final int PATHS = 10_000;

    private final Consumer<LoggedRequest> listener;
    private final Deque<LoggedRequest> latest = new ArrayDeque<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** Of the latest paths alone: whoever asks for ever new ones is not to fill the memory. */
    private final Map<String, Integer> calls = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > PATHS;
        }
    };

    /**
     * @param listener is told of each request once it is decided
     */
    RequestLog(Consumer<LoggedRequest> listener) {
        this.listener = listener;
    }

    /** Numbers a request among those of its method and path. */
    synchronized Faults.Call numbered(String method, String path) {
        return new Faults.Call(method, path, calls.merge(method + " " + path, 1, Integer::sum));
    }

    /** Remembers a request under the route that served it, and tells of it. */
    void add(LoggedRequest request, String route) {
        remember(request, route);
        listener.accept(request);
    }

    private synchronized void remember(LoggedRequest request, String route) {
        if (latest.size() == REMEMBERED) {
            latest.removeFirst();
        }
        latest.addLast(request);
        counts.merge(request.method() + " " + route + " " + request.status(), 1, Integer::sum);
    }

    synchronized List<LoggedRequest> latest() {
        return List.copyOf(latest);
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
