package io.github.auth0maven.mojo;

import io.github.auth0maven.exports.ExportException;
import io.github.auth0maven.exports.ExportFields;
import io.github.auth0maven.exports.ExportFormat;
import io.github.auth0maven.exports.ExportOrder;
import io.github.auth0maven.exports.FollowedExport;
import io.github.auth0maven.exports.UserExport;
import io.github.auth0maven.exports.UserExport.Exported;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.ManagementApi;
import io.github.auth0maven.management.OpenTenant;
import io.github.auth0maven.management.UsersExports;
import io.github.auth0maven.mojo.console.TenantLog;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.Verdict;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Exports the users of a connection into a file, by an export job: as a users file that {@code import-users} takes again, or as Auth0
 * gives them. The application needs the scopes {@code read:users} and, to find the connection by its name, {@code read:connections}.
 *
 * <p>Auth0 exports neither hashes of passwords nor MFA factors: users that are imported again from such a file have to reset their
 * passwords, and to enroll anew.
 */
@Mojo(name = "export-users", defaultPhase = LifecyclePhase.NONE, requiresProject = false, threadSafe = true)
public final class ExportUsersMojo extends TenantGoal {

    private static final String OFFLINE = "users cannot be exported from Auth0 offline: run it without -o";

    /**
     * The file that the users go to; it is readable by its owner only, and takes its name when it is complete. If its name ends with
     * {@code .gz} it is gzipped, as Auth0's own is. By default it is {@code exported-users.json.gz}, {@code .ndjson.gz} or
     * {@code .csv.gz} in {@code reportDirectory}.
     */
    @Parameter(property = "auth0.exportFile")
    @Nullable
    File exportFile;

    /**
     * What the file is: {@code users}, a users file (JSON) that an import takes, of the users of the connection alone;
     * {@code ndjson}, what Auth0 gives, with a user on each line; or {@code csv}, Auth0's, which holds no metadata but what
     * {@code fields} names.
     */
    @Parameter(property = "auth0.exportFormat", defaultValue = "users")
    String exportFormat;

    /**
     * What is exported of each user: the names of at most 30 fields, separated by commas. By default it is all that an import takes
     * and an export can hold; in the other formats, also when a user was created and changed, and logged in.
     *
     * <p>Example: {@code <fields>email, email_verified, user_metadata, app_metadata</fields>}
     */
    @Parameter(property = "auth0.fields")
    @Nullable
    String fields;

    /**
     * How long to wait for an export job that does not end: a whole number of seconds, or a duration such as {@code 90s},
     * {@code 30m} or {@code 2h}.
     */
    @Parameter(property = "auth0.jobTimeout", defaultValue = "130m")
    String jobTimeout;

    @Inject
    ExportUsersMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Conclusion run() throws MojoExecutionException {
        UserExport.Order order = order();
        TenantLog log = new TenantLog(getLog(), Redaction.none());
        Duration timeout = Parameters.duration("jobTimeout", jobTimeout);
        ManagementApi.Access access = tenantAccess().open(OFFLINE);
        Destination from = new Destination(tenantAccess().connection(), true);
        try (OpenTenant tenant = OpenTenant.open(access, log, from, UsersExports.PURPOSE);
                UsersExports exports = new UsersExports(tenant, access, log)) {
            Files.createDirectories(order.file().toAbsolutePath().getParent());
            FollowedExport following = new FollowedExport(exports, Timing.real(), timeout, log);
            tell(new UserExport(following, ExportUsersMojo::create).run(order), order);
            return Conclusion.SUCCESS;
        } catch (IOException e) {
            return Conclusion.failed(new MojoExecutionException(String.valueOf(e.getMessage()), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The export was interrupted; nothing has been written", e);
        }
    }

    private UserExport.Order order() throws MojoExecutionException {
        ExportFormat format = Parameters.choice("exportFormat", exportFormat, ExportFormat.class);
        Path file = exportFile == null
                ? invocation().path(reportDirectory).resolve("exported-users." + format.extension() + ".gz")
                : invocation().path(exportFile);
        String connection = tenantAccess().connection();
        try {
            List<String> asked = fields == null ? List.of() : names(fields);
            List<String> wanted = asked.isEmpty() ? ExportFields.usual(format) : ExportFields.of(asked, format);
            ExportFields.remarks(wanted, format).forEach(getLog()::warn);
            return new UserExport.Order(
                    new ExportOrder(wanted, format == ExportFormat.CSV),
                    format,
                    file,
                    connection.startsWith("con_") ? Optional.empty() : Optional.of(connection));
        } catch (ExportException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private void tell(Exported exported, UserExport.Order order) {
        if (exported.changes().allLeftOut() > 0) {
            getLog().warn("The export holds users of other connections, who are left out: " + exported.changes());
        }
        getLog().info(exported.users()
                        .map(count -> Verdict.plural(count, "user"))
                        .orElse("The users")
                + " exported to " + order.file());
        getLog().info(
                        "An export holds neither hashes of passwords nor MFA factors: users that are imported again from it have to"
                                + " reset their passwords and to enroll anew");
    }

    private static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(OwnerOnly.create(file).getChannel());
    }
}
