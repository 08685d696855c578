package io.github.auth0maven.mojo.access;

import static io.github.auth0maven.report.Verdict.plural;

import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.ImportJobs;
import io.github.auth0maven.jobs.JobsResult.Stop;
import io.github.auth0maven.management.CallListener;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.IdentifierOptions;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.Remedy;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.UsernameType;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tenant that an import goes to; it is connected to when there is something to send. */
public final class TenantService implements UserImport.Service, AutoCloseable {

    private static final String GOES_ON = "The same command goes on from there";

    private final Access access;
    private final Destination destination;
    private final ImportOptions options;
    private final CallListener listener;
    private final Redaction redaction;
    private @Nullable ManagementApi api;

    public TenantService(Access access, Destination destination, ImportOptions options, CallListener listener) {
        this(access, destination, options, listener, Redaction.none());
    }

    /**
     * @param redaction of what the tenant says
     */
    public TenantService(
            Access access, Destination destination, ImportOptions options, CallListener listener, Redaction redaction) {
        this.redaction = redaction;
        this.access = access;
        this.destination = destination;
        this.options = options;
        this.listener = listener;
    }

    @Override
    public ImportJobs connect() throws IOException, InterruptedException {
        ManagementApi connected = ManagementApi.connect(access, listener, destination, options);
        api = connected;
        return redaction.isNone() ? connected : new RedactedJobs(connected, redaction);
    }

    @Override
    public ConnectionRules connection() {
        return api == null ? ConnectionRules.UNKNOWN : rules(api.identifiers());
    }

    private static ConnectionRules rules(IdentifierOptions options) {
        return new ConnectionRules(
                new ConnectionRules.Required(
                        options.required("email"), options.required("username"), options.required("phone_number")),
                options.emailUnique(),
                options.usernameLength().map(length -> new ConnectionRules.Length(length.least(), length.most())),
                options.usernameTypes().map(TenantService::types),
                options.active());
    }

    private static Set<UsernameType> types(Set<String> words) {
        Set<UsernameType> types = EnumSet.noneOf(UsernameType.class);
        for (UsernameType type : UsernameType.values()) {
            if (words.contains(type.inOptions())) {
                types.add(type);
            }
        }
        return types;
    }

    @Override
    public String explain(Stop stop) {
        if (stop instanceof Stop.Refused refused) {
            return Remedy.explain(refused.error());
        }
        if (stop instanceof Stop.Unreachable unreachable) {
            return unreachable.reason()
                    + (unreachable.atOnce() ? ". " : "; gave up after several attempts. ")
                    + GOES_ON;
        }
        if (stop instanceof Stop.Deadline deadline) {
            return "Still running at Auth0 after the time that jobTimeout gives them: "
                    + String.join(", ", deadline.jobIds()) + ". " + GOES_ON;
        }
        if (stop instanceof Stop.TooManyFailed many) {
            return plural(many.failed(), "user")
                    + " failed, more than auth0.maxFailedUsers allows, so no more were sent"
                    + " (auth0.stopAfterFailures). " + GOES_ON + "; raise auth0.maxFailedUsers for that";
        }
        if (stop instanceof Stop.Interrupted interrupted) {
            return "The import was interrupted"
                    + (interrupted.jobIds().isEmpty()
                            ? ""
                            : "; still running at Auth0: " + String.join(", ", interrupted.jobIds()))
                    + ". " + GOES_ON;
        }
        return String.valueOf(((Stop.Broken) stop).cause().getMessage());
    }

    @Override
    public void close() {
        if (api != null) {
            api.close();
        }
    }
}
