package io.github.auth0maven.mojo;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.Progress;
import io.github.auth0maven.imports.Resumption;
import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.jobs.Journal;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.ProxyServer;
import io.github.auth0maven.management.Timeouts;
import io.github.auth0maven.management.Transport;
import io.github.auth0maven.management.Trust;
import io.github.auth0maven.mojo.access.DryRunTenant;
import io.github.auth0maven.mojo.access.Environment;
import io.github.auth0maven.mojo.access.ProxyChoice;
import io.github.auth0maven.mojo.access.ServerCredentials;
import io.github.auth0maven.mojo.access.SessionSlots;
import io.github.auth0maven.mojo.access.SettingsDecryption;
import io.github.auth0maven.mojo.access.SourcedCredentials;
import io.github.auth0maven.mojo.access.SourcedValue;
import io.github.auth0maven.mojo.access.TenantChoice;
import io.github.auth0maven.mojo.access.TenantGuard;
import io.github.auth0maven.mojo.access.TenantService;
import io.github.auth0maven.mojo.access.TrustChoice;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.EscapingLog;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.mojo.console.Interruption;
import io.github.auth0maven.mojo.console.ProgressLog;
import io.github.auth0maven.mojo.console.RawConsole;
import io.github.auth0maven.mojo.console.TerminalLine;
import io.github.auth0maven.mojo.files.JournalFile;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ImportReport.Status;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ImportReport.Users;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.Shown;
import io.github.auth0maven.users.UsersFileChangedException;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.ProjectSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Imports the users of a users file into an Auth0 tenant. The whole file is validated before anything is sent; then its users are
 * sent in import jobs as large as Auth0 takes them, the jobs are followed to their end, and the build fails if a user was not
 * imported, naming each by its place in the file.
 *
 * <p>Credentials come from the {@code <server>} in settings.xml that {@code serverId} names: the client id of a
 * machine-to-machine application as {@code <username>}, with its client secret as {@code <password>} or the absolute path of its
 * private key (an RSA key in PEM) as {@code <privateKey>}; or an access token for the Management API as {@code <password>} alone.
 * Without such a server they come from the environment: {@code AUTH0_CLIENT_ID} and {@code AUTH0_CLIENT_SECRET}, or
 * {@code AUTH0_API_TOKEN}. They need the scopes {@code create:users} and {@code read:connections}.
 */
@Mojo(
        name = "import-users",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true)
public final class ImportUsersMojo extends UsersMojo {

    private static final int MOST_JOBS = 50;
    private static final String NO_BASE_DIRECTORY = "${project.basedir}";
    private static final String DRY_RUN = "[dry run] ";

    /**
     * The tenant's domain, such as {@code example.eu.auth0.com}. Plain {@code http://} is accepted for this machine only. Unless
     * {@code dryRun} is set, it has to be given, by the first of these that does: the command line, the POM, {@code <domain>} in
     * the {@code <configuration>} of the {@code <server>}, the environment variable that {@code domainVariable} names. Beware:
     * where Maven itself would let the POM win, here the command line does, for {@code domain}, {@code audience},
     * {@code connection} and {@code serverId}.
     */
    @Parameter(property = "auth0.domain")
    @Nullable
    String domain;

    /**
     * The audience of access tokens. By default {@code https://DOMAIN/api/v2/}; with a custom domain it has to be given, for it
     * is still that of the tenant's own domain: {@code https://example.eu.auth0.com/api/v2/}. It may stand in the
     * {@code <configuration>} of the {@code <server>}, too.
     */
    @Parameter(property = "auth0.audience")
    @Nullable
    String audience;

    /**
     * The domains that users may be imported into, separated by commas; {@code *} stands for any part that holds no dot. Every other
     * tenant is refused before anything is sent to it, wherever its domain comes from, so that test users cannot reach production.
     * What the POM allows, here or by its property {@code auth0.allowedDomains}, cannot be widened by
     * {@code -Dauth0.allowedDomains}, only narrowed; on Maven 4, which replaces the property by what the command line says, both
     * together are refused, so better write it here. By default every tenant is allowed; a list that is empty is an error.
     *
     * <p>Example: {@code <allowedDomains>staging.eu.auth0.com, dev-*.eu.auth0.com</allowedDomains>}
     */
    @Parameter(property = "auth0.allowedDomains")
    @Nullable
    String allowedDomains;

    /**
     * The id of the {@code <server>} in settings.xml that holds the credentials; by default {@code auth0}. Its
     * {@code <configuration>} may hold {@code <domain>}, {@code <audience>} and {@code <connection>}, so that one POM serves every
     * tenant.
     *
     * <pre>{@code
     * <server>
     *   <id>auth0-staging</id>
     *   <username>the application's client id</username>
     *   <privateKey>${user.home}/.auth0/staging.pem</privateKey>
     *   <passphrase>only if the key has one</passphrase>
     *   <configuration>
     *     <domain>staging.eu.auth0.com</domain>
     *     <signingAlgorithm>RS256</signingAlgorithm>
     *   </configuration>
     * </server>
     * }</pre>
     *
     * <p>Where the tenant, or a proxy that looks into TLS, has a certificate of a CA of your own, the {@code <configuration>} names
     * the CA's certificate by its absolute path, in a PEM file as {@code <caBundle>}, or in a JKS or PKCS#12 file as
     * {@code <trustStore>} with {@code <trustStorePassword>}, which may be encrypted like a {@code <password>}. It is trusted beside
     * the CAs of the JDK. Certificates and host names are always verified.
     */
    @Parameter(property = "auth0.serverId")
    @Nullable
    String serverId;

    /**
     * The database connection that the users go to: its name, or its id ({@code con_…}). It may stand in the
     * {@code <configuration>} of the {@code <server>}, too; by default it is {@code Username-Password-Authentication}.
     */
    @Parameter(property = "auth0.connection")
    @Nullable
    String connection;

    /** The environment variable that holds the tenant's domain, if neither parameters nor settings.xml do. */
    @Parameter(property = "auth0.domainVariable", defaultValue = "AUTH0_DOMAIN")
    String domainVariable;

    /** The environment variable that holds the client id of the application, if settings.xml holds no credentials. */
    @Parameter(property = "auth0.clientIdVariable", defaultValue = "AUTH0_CLIENT_ID")
    String clientIdVariable;

    /** The environment variable that holds its client secret. It takes the name of the variable, never the secret. */
    @Parameter(property = "auth0.clientSecretVariable", defaultValue = "AUTH0_CLIENT_SECRET")
    String clientSecretVariable;

    /**
     * The environment variable that holds an access token for the Management API, instead of a client id and a secret. It takes the
     * name of the variable, never the token.
     */
    @Parameter(property = "auth0.apiTokenVariable", defaultValue = "AUTH0_API_TOKEN")
    String apiTokenVariable;

    /**
     * The id of the active {@code <proxy>} in settings.xml to call the tenant through, or {@code none} to call it directly. It may
     * stand in the {@code <configuration>} of the {@code <server>}, too, and the command line goes before the POM. By default
     * it is the first active proxy of settings.xml for https, else for http, whose {@code <nonProxyHosts>} do not name the tenant;
     * where settings.xml has none at all, the one that the properties {@code https.proxyHost}, {@code https.proxyPort} (443),
     * {@code https.proxyUser}, {@code https.proxyPassword} and {@code http.nonProxyHosts} describe. As everywhere in Java,
     * {@code http.proxyHost} is not for https. A tenant on this machine is called directly, unless a proxy is named here, and over
     * plain http always. The proxy's password may be encrypted, and is told to it only if it asks for it (Basic).
     */
    @Parameter(property = "auth0.proxyId")
    @Nullable
    String proxyId;

    /**
     * How long to wait for a connection to the tenant, or to the proxy: a whole number of seconds, or a duration such as
     * {@code 90s}, {@code 30m} or {@code 2h}.
     */
    @Parameter(property = "auth0.connectTimeout", defaultValue = "15s")
    String connectTimeout;

    /** How long the tenant may be silent while it is to answer: {@code 90s}, {@code 30m}, {@code 2h}, or seconds. */
    @Parameter(property = "auth0.readTimeout", defaultValue = "60s")
    String readTimeout;

    /** How long the line may take nothing of what is sent: {@code 90s}, {@code 30m}, {@code 2h}, or seconds. */
    @Parameter(property = "auth0.writeTimeout", defaultValue = "60s")
    String writeTimeout;

    /**
     * How long a whole call may take, from the look-up of the name to the last byte of the answer: {@code 90s}, {@code 30m},
     * {@code 2h}, or seconds. An import file of 512,000 bytes is sent in one call; on a very slow line, give it more.
     */
    @Parameter(property = "auth0.callTimeout", defaultValue = "5m")
    String callTimeout;

    /**
     * Whether to look at the token and at the connection before the first user is sent, in at most three calls: that the token has
     * not expired and has the scopes that are needed, and that the connection exists, is a database connection, is enabled for an
     * application and takes imports, as far as the scopes let that be seen.
     */
    @Parameter(property = "auth0.preflight", defaultValue = "true")
    String preflight;

    /**
     * Whether users that exist already, by their e-mail address, are updated; otherwise each of them is a failed user. Beware:
     * Auth0 then replaces their metadata whole, and resets {@code email_verified} where the users file does not give it.
     */
    @Parameter(property = "auth0.upsert", defaultValue = "false")
    String upsert;

    /** Whether Auth0 mails all owners of the tenant for each import job that ends. */
    @Parameter(property = "auth0.sendCompletionEmail", defaultValue = "false")
    String sendCompletionEmail;

    /** A text that Auth0 keeps with each import job, for finding it in the tenant's logs. */
    @Parameter(property = "auth0.externalId")
    @Nullable
    String externalId;

    /** What to do if the users file holds invalid users: {@code fail} sends nothing, {@code skip} sends the valid ones and counts
     * the invalid ones as failed. */
    @Parameter(property = "auth0.invalidUsers", defaultValue = "fail")
    String invalidUsers;

    /** How many users may fail, invalid ones included, without the build failing. */
    @Parameter(property = "auth0.maxFailedUsers", defaultValue = "0")
    String maxFailedUsers;

    /**
     * Whether to rehearse: the real import, over real HTTP, into a tenant on this machine that imitates Auth0 and is thrown away
     * afterwards. It needs neither an account nor a network.
     */
    @Parameter(property = "auth0.dryRun", defaultValue = "false")
    String dryRun;

    /** How many import jobs may run at once. Auth0 runs two for each tenant, and up to 20 on a private cloud. */
    @Parameter(property = "auth0.maxConcurrentJobs", defaultValue = "2")
    String maxConcurrentJobs;

    /**
     * How long to wait for an import job that does not end: a whole number of seconds, or a duration such as {@code 90s},
     * {@code 30m} or {@code 2h}. Auth0 ends a job after two hours.
     */
    @Parameter(property = "auth0.jobTimeout", defaultValue = "130m")
    String jobTimeout;

    /**
     * Where the report goes: {@code import-report.json} with everything, {@code failures.jsonl} with a line for each failure, and
     * {@code failed-users.json} with the users that were not imported, to be mended and imported. They are readable by their
     * owner only.
     */
    @Parameter(property = "auth0.reportDirectory", defaultValue = "${project.build.directory}/auth0")
    File reportDirectory;

    /**
     * What to do about an import that was interrupted, by whatever it was: {@code auto} goes on with it, {@code required} does
     * nothing else, and {@code never} forgets it and begins anew. Going on, jobs that ended before are not sent again, jobs that
     * still run are followed, and where it is not known whether Auth0 took a job, its users are sent again and those that it had
     * imported count as imported. An import is only gone on with if the users file, the options, the tenant and the connection
     * are the same.
     */
    @Parameter(property = "auth0.resume", defaultValue = "auto")
    String resume;

    /**
     * The journal, which an interrupted import is taken up from. By default it is in {@code reportDirectory}, named after the
     * execution; {@code mvn clean} removes it there. It tells of users that failed, and is readable by its owner only.
     */
    @Parameter(property = "auth0.journal")
    @Nullable
    File journal;

    /**
     * Whether nothing is done if the journal tells that the same users have been imported with the same options into the same
     * connection before, and none of them failed.
     */
    @Parameter(property = "auth0.skipUnchanged", defaultValue = "false")
    String skipUnchanged;

    /**
     * Whether no more users are sent once more than {@code maxFailedUsers} have failed. The same command, with a larger
     * {@code maxFailedUsers}, goes on from there.
     */
    @Parameter(property = "auth0.stopAfterFailures", defaultValue = "false")
    String stopAfterFailures;

    private final SettingsDecrypter decrypter;

    @Inject
    ImportUsersMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    private enum InvalidUsers {
        FAIL,
        SKIP
    }

    /** What has been asked for, read and checked before anything is done. */
    private record Choices(
            UsersFiles users,
            RootAttributes rootAttributes,
            Optional<ProjectSchema> projectSchema,
            ImportOptions options,
            boolean skipInvalid,
            int maxFailedUsers,
            boolean stopAfterFailures,
            JobRunner.Settings jobs,
            Resumption.Mode resume,
            boolean skipUnchanged,
            Destination destination,
            Redaction redaction,
            Timeouts timeouts) {}

    @Override
    void run(boolean fails) throws MojoExecutionException, MojoFailureException {
        boolean rehearses = Parameters.flag("dryRun", dryRun);
        Choices choices = choices();
        if (rehearses) {
            rehearse(choices, fails);
        } else {
            importUsers(choices, access(choices.timeouts()), "", fails);
        }
    }

    /** Leaves a report that says so; one of an earlier import would be taken for that of this build. */
    @Override
    void skipped() throws MojoExecutionException {
        super.skipped();
        Instant now = Instant.now();
        Target target = new Target(
                false,
                domain == null ? "" : domain,
                connection == null ? TenantChoice.USUAL_CONNECTION : connection,
                usersFile);
        try (ReportDirectory directory = reportDirectory(Redaction.none())) {
            directory.finish(new ImportReport(
                    Status.SKIPPED, target, now, now, Users.NONE, List.of(), List.of(), Optional.empty()));
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e.getMessage(), e);
        }
    }

    private Choices choices() throws MojoExecutionException {
        ImportOptions options = new ImportOptions(
                Parameters.flag("upsert", upsert),
                Parameters.flag("sendCompletionEmail", sendCompletionEmail),
                externalId == null || externalId.isBlank() ? Optional.empty() : Optional.of(externalId));
        UsersFiles users = findUsersFiles();
        return new Choices(
                users,
                givenRootAttributes(),
                projectSchema(),
                options,
                Parameters.choice("invalidUsers", invalidUsers, InvalidUsers.class) == InvalidUsers.SKIP,
                Parameters.number("maxFailedUsers", maxFailedUsers, 0, Integer.MAX_VALUE),
                Parameters.flag("stopAfterFailures", stopAfterFailures),
                new JobRunner.Settings(
                        Parameters.number("maxConcurrentJobs", maxConcurrentJobs, 1, MOST_JOBS),
                        Parameters.duration("jobTimeout", jobTimeout)),
                Parameters.choice("resume", resume, Resumption.Mode.class),
                Parameters.flag("skipUnchanged", skipUnchanged),
                new Destination(tenantChoice().connection().value(), Parameters.flag("preflight", preflight)),
                redaction(users),
                timeouts());
    }

    private Timeouts timeouts() throws MojoExecutionException {
        return new Timeouts(
                Parameters.timeout("connectTimeout", connectTimeout),
                Parameters.timeout("readTimeout", readTimeout),
                Parameters.timeout("writeTimeout", writeTimeout),
                Parameters.timeout("callTimeout", callTimeout));
    }

    private TenantChoice tenantChoice() throws MojoExecutionException {
        Environment environment = new Environment(
                session.getSystemProperties(),
                new Environment.Names(domainVariable, clientIdVariable, clientSecretVariable, apiTokenVariable));
        return new TenantChoice(session, new TenantChoice.InPom(domain, audience, connection, serverId), environment);
    }

    private Access access(Timeouts timeouts) throws MojoExecutionException {
        TenantChoice choice = tenantChoice();
        SourcedValue where = choice.domain();
        Domain tenant;
        try {
            tenant = Domain.parse(where.value());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(
                    "domain (-Dauth0.domain): " + e.getMessage() + " (it is from " + where.source() + ")", e);
        }
        if (session.isOffline() && !tenant.isLoopback()) {
            throw new MojoExecutionException("Maven is offline, and users cannot be imported into Auth0 offline: run it"
                    + " without -o, or rehearse with -Dauth0.dryRun");
        }
        new TenantGuard(session, execution, project).with(allowedDomains).check(tenant, where.source());
        String intended = choice.audience(tenant);
        SettingsDecryption decryption = new SettingsDecryption(decrypter, getLog());
        SourcedCredentials found = choice.credentials(new ServerCredentials(decryption));
        getLog().info("Tenant: " + tenant + " (" + where.source() + "); connection: " + choice.connection()
                + "; credentials: " + found);
        Trust trust = new TrustChoice(decryption, getLog()).trust(choice.server());
        Optional<ProxyServer> proxy =
                new ProxyChoice(session, decryption, getLog()).proxy(tenant, choice.proxyId(proxyId));
        return new Access(tenant, intended, found.credentials(), new Transport(version(), timeouts, trust, proxy));
    }

    private void rehearse(Choices choices, boolean fails) throws MojoExecutionException, MojoFailureException {
        try (DryRunTenant rehearsal = DryRunTenant.start(choices.destination().connection())) {
            getLog().info(DRY_RUN + "Auth0 is not called: the users go to a tenant on this machine that imitates it");
            importUsers(choices, rehearsal.access(version(), choices.timeouts()), DRY_RUN, fails);
        } catch (IOException e) {
            throw new MojoExecutionException("The local tenant for a dry run cannot be started: " + e.getMessage(), e);
        }
    }

    private void importUsers(Choices choices, Access access, String prefix, boolean fails)
            throws MojoExecutionException, MojoFailureException {
        try (Annotations annotations = annotations(choices.users())) {
            Optional<TerminalLine> terminal = TerminalLine.of(session.getRequest(), getLog());
            Log log = terminal.isPresent() ? new EscapingLog(getLog(), terminal.get()::erase) : getLog();
            Clock clock = Clock.systemUTC();
            ProgressLog progress = new ProgressLog(
                    new Progress(clock, choices.jobs().maxConcurrentJobs()),
                    clock,
                    line -> log.info(prefix + line),
                    terminal);
            try {
                ImportLog.Manner manner = new ImportLog.Manner(prefix, choices.redaction());
                importUsers(choices, access, new ImportLog(log, manner, annotations, progress), fails);
            } finally {
                if (terminal.isPresent()) {
                    terminal.get().erase();
                }
            }
        }
    }

    private void importUsers(Choices choices, Access access, ImportLog log, boolean fails)
            throws MojoExecutionException, MojoFailureException {
        String prefix = log.prefix();
        Redaction redaction = choices.redaction();
        try (ReportDirectory directory = reportDirectory(redaction);
                Journal opened = prefix.isEmpty() ? openJournal() : Journal.none();
                TenantService tenant =
                        new TenantService(access, choices.destination(), choices.options(), log, redaction)) {
            UserImport.Order order = order(choices, access.domain(), opened, !prefix.isEmpty());
            UserImport importing = new UserImport(order, tenant, log.timing(), log);
            ImportReport report = Interruption.guarding(() -> {
                ImportReport made = importing.run(directory);
                sayWhatMaven4DoesNot(made);
                log.verdict(made, directory, baseDirectory());
                return made;
            });
            conclude(report, log, fails);
        } catch (IOException e) {
            boolean usersAreAtFault = e instanceof UsersFileException || e instanceof UsersFileChangedException;
            if (e instanceof UsersFileException unreadable) {
                log.unreadable(unreadable);
            }
            String message = prefix + log.redacted(Shown.line(String.valueOf(e.getMessage())));
            conclude(
                    usersAreAtFault ? new MojoFailureException(message, e) : new MojoExecutionException(message, e),
                    fails);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The import was interrupted before anything was sent", e);
        }
    }

    /** While the JVM ends, Maven 4 takes lines of the log and shows them no more; it has to be said before they are tried. */
    private void sayWhatMaven4DoesNot(ImportReport report) {
        if (Thread.currentThread().isInterrupted()
                && session.getSystemProperties()
                        .getProperty("maven.version", "")
                        .startsWith("4")) {
            report.problem().ifPresent(problem -> new RawConsole().accept("[ERROR] " + Shown.line(problem)));
        }
    }

    private UserImport.Order order(Choices choices, Domain tenant, Journal opened, boolean rehearses)
            throws MojoExecutionException {
        return new UserImport.Order(
                choices.users(),
                judge(choices.rootAttributes(), choices.projectSchema(), choices.options()),
                choices.rootAttributes(),
                new Target(
                        rehearses,
                        tenant.toString(),
                        choices.destination().connection(),
                        choices.users().name()),
                choices.options().capacity(),
                choices.skipInvalid(),
                choices.maxFailedUsers(),
                choices.stopAfterFailures(),
                choices.jobs()
                        .sharing(SessionSlots.of(session, tenant, choices.jobs().maxConcurrentJobs())),
                new Resumption(opened, choices.resume(), choices.skipUnchanged(), decisive()));
    }

    /** All that decides what is sent, and how. */
    private Map<String, String> decisive() {
        return Map.of(
                "upsert", upsert,
                "externalId", externalId == null ? "" : externalId,
                "format", format,
                "export", export,
                "filtering", filtering,
                "invalidUsers", invalidUsers,
                "failOnWarnings", failOnWarnings,
                "schema", schema == null ? "" : schema,
                "rootAttributes", JournalFile.digest(rootAttributes == null ? Map.of() : rootAttributes));
    }

    private Journal openJournal() throws MojoExecutionException {
        Path file = journal == null
                ? JournalFile.of(String.valueOf(execution.getExecutionId()), reportPath())
                : baseDirectory().resolve(journal.toPath());
        try {
            return JournalFile.open(file);
        } catch (IOException e) {
            throw new MojoExecutionException("journal (-Dauth0.journal): " + e.getMessage(), e);
        }
    }

    /** Without a POM, Maven leaves its placeholder for the base directory in the default. */
    private Path reportPath() {
        String path = reportDirectory.getPath();
        int placeholder = path.indexOf(NO_BASE_DIRECTORY);
        return placeholder < 0
                ? reportDirectory.toPath()
                : baseDirectory().resolve(path.substring(placeholder + NO_BASE_DIRECTORY.length() + 1));
    }

    private ReportDirectory reportDirectory(Redaction redaction) throws MojoExecutionException {
        try {
            return ReportDirectory.at(reportPath(), redaction);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "reportDirectory (-Dauth0.reportDirectory): no report can be written to " + reportDirectory + ": "
                            + e + "; name another directory",
                    e);
        }
    }

    private void conclude(ImportReport report, ImportLog log, boolean fails)
            throws MojoExecutionException, MojoFailureException {
        String prefix = log.prefix();
        if (report.problem().isPresent()) {
            conclude(
                    new MojoExecutionException(
                            prefix + log.redacted(Shown.line(report.problem().get()))),
                    fails);
        } else if (report.status() == Status.FAILED) {
            conclude(new MojoFailureException(prefix + Verdict.failure(report)), fails);
        }
    }

    private String version() {
        return execution.getVersion();
    }
}
