package io.github.auth0maven.tenant.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes every request: applies faults, finds the route, asks for the token, answers and logs. */
final class TenantHandler implements HttpHandler {

    private final List<Route> routes;
    private final Guards guards;
    private final Faults faults;
    private final RequestLog log;
    private final Ids ids = new Ids();

    TenantHandler(List<Route> routes, Guards guards, Faults faults, RequestLog log) {
        this.routes = routes;
        this.guards = guards;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(exchange);
            if (request.isOutlandish()) {
                send(exchange, Response.error(400, "Bad Request", null).with(identification(request)));
                return;
            }
            Fault fault = faults.on(log.numbered(request.method(), request.path()));
            if (fault == Fault.Connection.CLOSED_BEFORE_PROCESSING) {
                log(request, 0);
                return;
            }
            Response answer = fault instanceof Fault.Answer scripted ? scripted(request, scripted) : answer(request);
            if (fault == Fault.Connection.CLOSED_BEFORE_ANSWERING) {
                log(request, 0);
                return;
            }
            log(request, answer.status());
            send(exchange, answer.under(identification(request)));
        }
    }

    private static Response scripted(Request request, Fault.Answer fault) throws IOException {
        request.discardBody(Request.LARGEST_BODY);
        return new Response(fault.status(), fault.headers(), fault.body());
    }

    private Response answer(Request request) throws IOException {
        try {
            guards.checkHost(request);
            Route route = route(request).orElseThrow(() -> noRoute(request));
            if (!route.needsToken()) {
                return route.endpoint().answer(request);
            }
            Map<String, String> rateHeaders = guards.rate().take();
            Response answer = granted(route, request);
            if (answer.status() == 401) {
                return answer.with(Map.of("WWW-Authenticate", "Bearer"));
            }
            // Recorded: none of the refusals tells how many calls are left.
            return answer.status() < 400 ? answer.with(rateHeaders) : answer;
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException bug) {
            // The one place that stands between a bug and a client waiting for ever.
            return Response.error(500, "An internal server error occurred", null);
        }
    }

    private Response granted(Route route, Request request) throws IOException {
        try {
            guards.authorization().verify(request, route.scopes());
            return route.endpoint().answer(request);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    /** What identifies a request to Auth0's support: the two services name it in different headers [R]. */
    private Map<String, String> identification(Request request) {
        if (!request.isForManagementApi()) {
            return Map.of("X-Auth0-RequestId", ids.hex(10));
        }
        String id = ids.hex(8);
        return Map.of("Ot-Baggage-Auth0-Request-Id", id, "Cf-Ray", id + "-LOC");
    }

    /** The Management API has far more than the tenant; what it lacks is told apart from what there is not. */
    private Refusal noRoute(Request request) {
        if (!request.isForManagementApi()) {
            return Refusal.of(404, "Not Found");
        }
        String known = routes.stream()
                .filter(route -> route.template().startsWith(Request.MANAGEMENT_API))
                .map(route -> route.method() + " " + route.template())
                .collect(Collectors.joining(", "));
        return Refusal.of(
                501,
                "The local tenant does not have " + request.method() + " " + request.path() + "; what it has is "
                        + known);
    }

    private Optional<Route> route(Request request) {
        return routes.stream().filter(each -> each.matches(request)).findFirst();
    }

    private void log(Request request, int status) {
        log.add(
                new LoggedRequest(request.method(), request.path(), status, request.bodySize()),
                route(request).map(Route::template).orElse("elsewhere"));
    }

    private static void send(HttpExchange exchange, Response answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(answer.charset());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /**
     * What a request must pass before an endpoint sees it.
     *
     * @param port the port that the Host header must name: a page in a browser that was led here by a foreign name (DNS
     *     rebinding) names another
     */
    record Guards(int port, RateBucket rate, Authorization authorization) {

        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

        void checkHost(Request request) throws Refusal {
            String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
            if (LOOPBACK.stream().noneMatch(name -> host.equals(name + ":" + port))) {
                throw Refusal.of(421, "This is a local tenant; it answers to its loopback address only");
            }
        }
    }
}
