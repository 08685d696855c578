package io.github.auth0maven.mojo;

import io.github.auth0maven.imports.Resumption;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.Timeouts;
import io.github.auth0maven.mojo.access.TenantAccess;
import io.github.auth0maven.mojo.access.TenantChoice;
import io.github.auth0maven.mojo.files.BackupPlace;
import io.github.auth0maven.mojo.files.JournalFile;
import io.github.auth0maven.mojo.files.Outputs;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.ReportFiles.Kind;
import io.github.auth0maven.users.UsersFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
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
 * {@code AUTH0_API_TOKEN}. They need the scopes {@code create:users} and {@code read:connections},
 * and, so that what the connection itself demands of users is known before they are sent, {@code read:connections_options}.
 */
@Mojo(
        name = "import-users",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true)
public final class ImportUsersMojo extends SendingGoal {

    private static final int MOST_JOBS = 50;
    private static final String OFFLINE =
            "users cannot be imported into Auth0 offline: run it without -o, or rehearse with -Dauth0.dryRun";

    /**
     * Whether to look at the token and at the connection before the first user is sent, in at most three calls: that the token has
     * not expired and has the scopes that are needed, and that the connection exists, is a database connection, is enabled for an
     * application and takes imports, as far as the scopes let that be seen.
     */
    @Parameter(property = "auth0.preflight", defaultValue = "true")
    String preflight;

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

    /**
     * A file with known passwords of some users, as {@code check-passwords} takes it: nothing is sent unless all of them match the
     * users' hashes.
     */
    @Parameter(property = "auth0.samples")
    @Nullable
    File samples;

    /**
     * Whether what the users are who will be changed is kept before the first is sent, for {@code restore-users}. It takes a call for
     * each user of the file, at half of the tenant's rate limit, the scope {@code read:users}, and makes sense with {@code upsert}.
     */
    @Parameter(property = "auth0.backup", defaultValue = "false")
    String backup;

    /** Where that is kept; by default in {@code backup-users.jsonl} in {@code reportDirectory}. It is its owner's alone. */
    @Parameter(property = "auth0.backupFile")
    @Nullable
    File backupFile;

    @Inject
    ImportUsersMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    private enum InvalidUsers {
        FAIL,
        SKIP
    }

    @Override
    Conclusion run() throws MojoExecutionException {
        boolean rehearses = Parameters.flag("dryRun", dryRun);
        if (!rehearses && Parameters.flag("hashPasswords", hashPasswords)) {
            tenantAccess().needAllowedDomains(TenantAccess.Need.ofTestUsers("hashPasswords"));
        }
        ImportChoices choices = choices(rehearses);
        Timeouts timeouts = tenantAccess().timeouts();
        Optional<Conclusion> refused = passwords(rehearses).refuse(choices, target(rehearses));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (sendsChangesOnly(rehearses)) {
            return new ChangesImport(invocation(), choices, annotations(choices.users()), kept())
                    .into(tenantAccess().open(OFFLINE));
        }
        ImportRun run = new ImportRun(invocation(), choices, annotations(choices.users()));
        return rehearses ? run.rehearse(timeouts) : run.into(tenantAccess().open(OFFLINE));
    }

    private PasswordsFirst passwords(boolean rehearses) {
        return new PasswordsFirst(invocation(), samples, reportFiles(rehearses, Kind.PASSWORDS));
    }

    /** Leaves a report that says so; one of an earlier import would be taken for that of this build. */
    @Override
    void skipped(String reason) throws MojoExecutionException {
        super.skipped(reason);
        boolean rehearses = dryRun.strip().equals("true");
        Reports.skipped(reportFiles(rehearses, Kind.IMPORT), target(false), Optional.empty());
    }

    /** Where the users would have gone. */
    private Target target(boolean rehearses) {
        return new Target(
                rehearses,
                domain == null ? "" : domain,
                connection == null ? TenantChoice.USUAL_CONNECTION : connection,
                usersFile);
    }

    private ReportFiles reportFiles(boolean rehearses, Kind kind) {
        return rehearses
                ? Reports.rehearsal(invocation(), reportDirectory, kind)
                : Reports.files(invocation(), reportDirectory, kind);
    }

    private ImportChoices choices(boolean rehearses) throws MojoExecutionException {
        UsersFiles users = findUsersFiles();
        ReportFiles report = reportFiles(rehearses, Kind.IMPORT);
        Path journalFile = JournalFile.of(invocation(), journal, report.directory());
        Outputs outputs = rehearses ? new Outputs(report) : sparingAccess(Outputs.with(report, journalFile));
        passwords(rehearses).spare(outputs);
        ReportFiles spared = outputs.sparing(users.files());
        return new ImportChoices(
                users,
                demands(outputs),
                options(),
                Parameters.choice("invalidUsers", invalidUsers, InvalidUsers.class) == InvalidUsers.SKIP,
                Parameters.number("maxFailedUsers", maxFailedUsers, 0, Integer.MAX_VALUE),
                Parameters.flag("stopAfterFailures", stopAfterFailures),
                new JobRunner.Settings(
                        Parameters.number("maxConcurrentJobs", maxConcurrentJobs, 1, MOST_JOBS),
                        Parameters.duration("jobTimeout", jobTimeout)),
                new Destination(tenantAccess().connection(), Parameters.flag("preflight", preflight)),
                redaction(users),
                new ImportChoices.Journaling(
                        spared,
                        reportForms(),
                        journalFile,
                        Parameters.choice("resume", resume, Resumption.Mode.class),
                        Parameters.flag("skipUnchanged", skipUnchanged),
                        backupPlace(),
                        decisive()));
    }

    private Optional<Path> backupPlace() throws MojoExecutionException {
        return Parameters.flag("backup", backup)
                ? Optional.of(BackupPlace.of(invocation(), backupFile, reportDirectory))
                : Optional.empty();
    }

    private Outputs sparingAccess(Outputs outputs) throws MojoExecutionException {
        for (Map.Entry<String, Path> file : tenantAccess().files().entrySet()) {
            outputs.spare("<" + file.getKey() + ">", file.getValue().toString(), file.getValue());
        }
        return outputs;
    }

    /** All that decides what is sent, and how. */
    private Map<String, String> decisive() {
        Map<String, String> decisive = new HashMap<>();
        decisive.put("upsert", upsert);
        decisive.put("externalId", Objects.toString(externalId, ""));
        decisive.put("format", format);
        decisive.put("csv", csvSeparator + JournalFile.digest(columns == null ? Map.of() : columns));
        decisive.put("export", export + Objects.toString(exportConnections, ""));
        decisive.put("hashes", hashes + hashPasswords);
        decisive.put("filtering", filtering);
        decisive.put("invalidUsers", invalidUsers);
        decisive.put("failOnWarnings", failOnWarnings);
        decisive.put("ignoreWarnings", Objects.toString(ignoreWarnings, ""));
        decisive.put("required", emailRequired + "," + usernameRequired + "," + phoneNumberRequired);
        decisive.put("identifiers", Objects.toString(identifiers, ""));
        decisive.put("emailUnique", Objects.toString(emailUnique, ""));
        decisive.put("usernameLength", Objects.toString(usernameLength, ""));
        decisive.put("usernameTypes", Objects.toString(usernameTypes, ""));
        decisive.put("schema", Objects.toString(schema, ""));
        decisive.put("rootAttributes", JournalFile.digest(rootAttributes == null ? Map.of() : rootAttributes));
        return decisive;
    }
}
