package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.tenant.server.Fault;
import io.github.auth0maven.tenant.server.Faults;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** How a local tenant misbehaves, in the configuration of a goal: for which requests, and how. */
public final class TenantFault {

    private static final ElementReader IN = new ElementReader("fault");
    private static final int MANY = 999_999_999;

    /** The method of the requests. */
    @Nullable
    String method;

    /** Their path, without a query. */
    @Nullable
    String path;

    /** Which of them is the first that is disturbed, from 1. */
    @Nullable
    String from;

    /** How many are; by default one. */
    @Nullable
    String times;

    /** The status that they are answered with. */
    @Nullable
    String status;

    /** The header {@code Retry-After} of that answer, in seconds. */
    @Nullable
    String retryAfter;

    /** Instead of a status: {@code closed_before_processing} or {@code closed_before_answering}. */
    @Nullable
    String connection;

    Faults read() throws MojoExecutionException {
        String ofMethod = IN.text("method", method).toUpperCase(Locale.ROOT);
        String ofPath = IN.text("path", path);
        int first = IN.number("from", ElementReader.textOr("1", from), 1, MANY);
        int after = first + IN.number("times", ElementReader.textOr("1", times), 1, MANY);
        Fault fault = fault();
        return call -> call.method().equals(ofMethod)
                        && call.path().equals(ofPath)
                        && call.number() >= first
                        && call.number() < after
                ? fault
                : Fault.Connection.KEPT;
    }

    private Fault fault() throws MojoExecutionException {
        if (connection != null) {
            return IN.choice("connection", connection, Fault.Connection.class);
        }
        int code = IN.number("status", IN.text("status", status), 400, 599);
        Map<String, String> headers = retryAfter == null
                ? Map.of()
                : Map.of("Retry-After", String.valueOf(IN.number("retryAfter", retryAfter, 0, MANY)));
        return new Fault.Answer(code, headers, "");
    }
}
