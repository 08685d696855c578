package io.github.auth0maven.mojo;

import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.mojo.files.Outputs;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import io.github.auth0maven.mojo.tenants.HostedTenant;
import io.github.auth0maven.mojo.tenants.ProjectTenant;
import io.github.auth0maven.mojo.tenants.TenantApi;
import io.github.auth0maven.mojo.tenants.TenantApplication;
import io.github.auth0maven.mojo.tenants.TenantBehaviour;
import io.github.auth0maven.mojo.tenants.TenantClaim;
import io.github.auth0maven.mojo.tenants.TenantConnection;
import io.github.auth0maven.mojo.tenants.TenantParameters;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.tenant.server.LoggedRequest;
import io.github.auth0maven.users.UsersFiles;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that start a local tenant have in common: what it is, and the users that it begins with. */
abstract class LocalTenantGoal extends ReadingGoal {

    /**
     * The users that the tenant begins with, in the first of its connections: a users file, a directory or a pattern, found, read
     * and judged as by {@code import-users}. By default there are none. If one of them is invalid there is no tenant, and what
     * is wrong is told, and reported in {@code tenant} below {@code reportDirectory}. The property is that of
     * {@code import-users}, too, which would then find that they exist already.
     *
     * <p>Example: {@code <usersFile>fixtures/users.json</usersFile>}
     */
    @Parameter(property = "auth0.usersFile")
    @Nullable
    String usersFile;

    /** The port that the tenant has on this machine; 0 for any that is free. */
    @Parameter(property = "auth0.tenant.port", defaultValue = "0")
    String port;

    /**
     * Whether the tenant answers over HTTPS, as Auth0 does. Its CA is made at the start, and lives as long as the tenant:
     * the property {@code auth0.tenant.caBundle} names a PEM file with its certificate, and {@code auth0.tenant.trustStore} a PKCS#12
     * file, which Java opens with {@code auth0.tenant.trustStorePassword}.
     */
    @Parameter(property = "auth0.tenant.tls", defaultValue = "false")
    String tls;

    /**
     * The id of the tenant, where a build has several: then the properties are {@code auth0.tenant.ID.url} and so on, and the file
     * is {@code auth0-tenant-ID.properties}. A tenant with an id is one for the whole build: the first project that starts it
     * decides what it is, others join, and it stops when the last of them stops it. Without an id, each project has its own.
     */
    @Parameter(property = "auth0.tenant.id", defaultValue = "")
    @Nullable
    String id;

    /**
     * The database connections, by default {@code Username-Password-Authentication}. Of each, its name alone, or {@code name},
     * {@code id}, and {@code usernameMaxLength} where users have usernames.
     *
     * <p><code>&lt;connections&gt;<br>
     * &lt;connection&gt;Customers&lt;/connection&gt;<br>
     * &lt;connection&gt;&lt;name&gt;Staff&lt;/name&gt;&lt;usernameMaxLength&gt;15&lt;/usernameMaxLength&gt;&lt;/connection&gt;<br>
     * &lt;/connections&gt;</code>
     */
    @Parameter
    @Nullable
    List<TenantConnection> connections;

    /**
     * The applications. By default a confidential one that may use every grant, and a public one; both may be called back at any
     * URL on this machine. Of each: {@code clientId} and {@code clientSecret} (for tests only; by default made at the start),
     * {@code name}, {@code kind} ({@code regular_web}, {@code non_interactive}, {@code spa}, {@code native}), {@code callbacks},
     * {@code logoutUrls} and {@code origins} (by default anything on this machine), {@code grants} and {@code idTokenAlgorithm}
     * ({@code RS256}, {@code HS256}); lists with commas or spaces between. The properties name the first confidential one that
     * may use {@code client_credentials}, which may call the Management API; if none of them is one, there is one more.
     *
     * <p><code>&lt;applications&gt;<br>
     * &lt;application&gt;<br>
     * &lt;clientId&gt;shop&lt;/clientId&gt;<br>
     * &lt;callbacks&gt;http://localhost:8080/login/oauth2/code/auth0&lt;/callbacks&gt;<br>
     * &lt;/application&gt;<br>
     * &lt;/applications&gt;</code>
     */
    @Parameter
    @Nullable
    List<TenantApplication> applications;

    /**
     * The APIs that access tokens may be asked for, beside the Management API: {@code audience}, {@code scopes}, and
     * {@code lifetime} of their tokens, by default {@code 24h}.
     *
     * <p><code>&lt;apis&gt;<br>
     * &lt;api&gt;<br>
     * &lt;audience&gt;https://orders.example.com&lt;/audience&gt;<br>
     * &lt;scopes&gt;read:orders write:orders&lt;/scopes&gt;<br>
     * &lt;/api&gt;<br>
     * &lt;/apis&gt;</code>
     */
    @Parameter
    @Nullable
    List<TenantApi> apis;

    /**
     * Claims beside the standard ones, as an Action would add them: the {@code name} of each, {@code from} where in the user its
     * value is, and the {@code tokens} that bear it, {@code access}, {@code id} or both.
     *
     * <p><code>&lt;claims&gt;<br>
     * &lt;claim&gt;<br>
     * &lt;name&gt;https://example.com/roles&lt;/name&gt;<br>
     * &lt;from&gt;app_metadata.roles&lt;/from&gt;<br>
     * &lt;/claim&gt;<br>
     * &lt;/claims&gt;</code>
     */
    @Parameter
    @Nullable
    List<TenantClaim> claims;

    /**
     * How fast the tenant is, how much it takes and where it fails: {@code jobTime} and {@code jobTimePerUser} of jobs
     * ({@code 20ms}, {@code 0}), {@code slots} (2), {@code callsPerSecond} and {@code burst} of the Management API (no limit),
     * {@code tokenLifetime} of its tokens ({@code 24h}), and {@code faults}. A fault is for requests of a {@code method} and a
     * {@code path}, {@code from} which on (1) and how many {@code times} (1); they are answered with a {@code status} and perhaps
     * {@code retryAfter} seconds, or their {@code connection} is {@code closed_before_processing} or
     * {@code closed_before_answering}.
     *
     * <p><code>&lt;settings&gt;<br>
     * &lt;jobTime&gt;2s&lt;/jobTime&gt;<br>
     * &lt;faults&gt;<br>
     * &lt;fault&gt;&lt;method&gt;POST&lt;/method&gt;&lt;path&gt;/oauth/token&lt;/path&gt;&lt;status&gt;503&lt;/status&gt;&lt;/fault&gt;<br>
     * &lt;/faults&gt;<br>
     * &lt;/settings&gt;</code>
     */
    @Parameter
    @Nullable
    TenantBehaviour settings;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    File buildDirectory;

    final ProjectTenant projectTenant() throws MojoExecutionException {
        return new ProjectTenant(invocation(), buildDirectory, tenantId());
    }

    final String tenantId() throws MojoExecutionException {
        return TenantProperty.id(id == null ? "" : id);
    }

    /** Reads the users that the tenant begins with. */
    final SeedUsers seedUsers() throws MojoExecutionException {
        if ((usersFile == null || usersFile.isBlank()) && usersFiles == null) {
            return SeedUsers.NONE;
        }
        UsersFiles files = locateUsersFiles(usersFile == null ? "" : usersFile);
        ReportFiles report =
                ReportFiles.in(invocation().path(reportDirectory).resolve("tenant"), ReportFiles.Kind.VALIDATION);
        Outputs outputs = new Outputs(report);
        ReportFiles spared = outputs.sparing(files.files());
        Redaction redaction = redaction(files);
        try (Annotations shown = annotations(files)) {
            return SeedUsers.read(
                    new SeedUsers.Reading(files, demands(outputs), new ImportLog.Manner("", redaction), spared),
                    getLog(),
                    shown);
        }
    }

    /** What a tenant is started with; nothing of it is done yet. */
    final HostedTenant.Order order(SeedUsers users, Consumer<LoggedRequest> listener) {
        return new HostedTenant.Order(
                new TenantParameters(port, tls, connections, applications, apis, claims, settings),
                users.users(),
                listener);
    }

    /** Says where a tenant is, and what it is not. */
    final void tell(String url) {
        getLog().info("Local tenant: " + url + " (it imitates Auth0 on this machine, for tests, and is not Auth0)");
    }
}
