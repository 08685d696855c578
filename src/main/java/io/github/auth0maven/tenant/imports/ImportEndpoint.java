package io.github.auth0maven.tenant.imports;

import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import io.github.auth0maven.tenant.server.Endpoint;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import io.github.auth0maven.tenant.server.Route;
import io.github.auth0maven.tenant.users.Directory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers {@code POST /jobs/users-imports}; all texts are documented, their order is inferred. */
public final class ImportEndpoint implements Endpoint {

    private static final Flag UPSERT =
            new Flag("upsert", "Whether to update users if they already exist (true) or to ignore them (false)");
    private static final Flag COMPLETION_EMAIL = new Flag(
            "send_completion_email",
            "Whether to send a completion email to all tenant owners when the job is finished (true) or not (false)");

    private final Directory directory;
    private final Jobs jobs;

    public ImportEndpoint(Directory directory, Jobs jobs) {
        this.directory = directory;
        this.jobs = jobs;
    }

    /** The route that this is the endpoint of. */
    public List<Route> routes() {
        return List.of(new Route("POST", "/api/v2/jobs/users-imports", List.of("create:users"), this));
    }

    @Override
    public Response answer(Request request) throws IOException, Refusal {
        byte[] body = request.body(Request.LARGEST_BODY);
        MultipartForm form = MultipartForm.read(request.header("Content-Type").orElse(""), body)
                .orElseThrow(() -> invalid("Payload validation error: 'Invalid multipart payload format'"));
        UsersFile users = form.file("users").orElseThrow(() -> invalid("Must provide 'users' file as multipart part"));
        if (users.isEmpty()) {
            throw invalid("Users file must not be empty");
        }
        ImportForm what = new ImportForm(
                connection(form),
                flag(form, UPSERT, false),
                form.text("external_id").orElse(""),
                flag(form, COMPLETION_EMAIL, true),
                body.length);
        return Response.json(202, jobs.submit(what, users).json(jobs.clock().instant()));
    }

    private Connection connection(MultipartForm form) throws Refusal {
        String id =
                form.text("connection_id").orElseThrow(() -> invalid("Must provide 'connection_id' as multipart part"));
        if (!Connection.isId(id)) {
            throw invalid("Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$'"
                    + " on property connection_id (connection_id of the connection to which users will be imported).");
        }
        Connection connection = directory
                .connections()
                .byId(id)
                .orElseThrow(() -> Refusal.of(400, "The connection does not exist", "inexistent_connection"));
        refuseUnfit(connection);
        return connection;
    }

    private static void refuseUnfit(Connection connection) throws Refusal {
        if (!connection.strategy().equals("auth0")) {
            throw Refusal.of(400, "Connection must be a database connection", "operation_not_supported");
        }
        ConnectionOptions options = connection.options();
        if (options.customDatabase() && !options.importMode()) {
            throw Refusal.of(
                    400, "Custom Database Connections without import mode are not allowed", "operation_not_supported");
        }
        if (connection.enabledClients().isEmpty()) {
            throw Refusal.of(400, "Connection must be enabled", "connection_is_disabled");
        }
    }

    private static boolean flag(MultipartForm form, Flag flag, boolean fallback) throws Refusal {
        Optional<String> text = form.text(flag.name());
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            throw invalid("Payload validation error: 'Expected type boolean but found type string' on property "
                    + flag.name() + " (" + flag.description() + ").");
        }
        return text.map(Boolean::valueOf).orElse(fallback);
    }

    /** A part that says yes or no, and what the service calls it. */
    private record Flag(String name, String description) {}

    private static Refusal invalid(String message) {
        return Refusal.of(400, message, "invalid_body");
    }
}
