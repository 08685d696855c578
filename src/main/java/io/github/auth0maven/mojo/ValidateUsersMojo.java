package io.github.auth0maven.mojo;

import io.github.auth0maven.imports.Assessment;
import io.github.auth0maven.imports.Validation;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.mojo.console.ProgressLog;
import io.github.auth0maven.mojo.files.Outputs;
import io.github.auth0maven.mojo.files.ReportForms;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.mojo.files.RunSettings;
import io.github.auth0maven.report.Pace;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.SummaryTable;
import io.github.auth0maven.report.SummaryTable.Counts;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.Judgement;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Validates a users file, as {@code import-users} does before it sends anything: without a network and without credentials. The
 * build fails if Auth0 would refuse a user, naming each by its place in the file. A table tells how many users there are, and how
 * many jobs an import of the valid ones would make; a report, {@code validation-report.json}, has every violation.
 */
@Mojo(
        name = "validate-users",
        defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES,
        requiresProject = false,
        threadSafe = true)
public final class ValidateUsersMojo extends UsersGoal {

    private static final ImportOptions PLAIN = new ImportOptions(false, false, Optional.empty());

    @Override
    Conclusion run() throws MojoExecutionException {
        UsersFiles users = findUsersFiles();
        Outputs outputs = new Outputs(reportFiles());
        ReportFiles files = outputs.sparing(users.files());
        ReportForms forms = reportForms();
        Demands demands = demands(outputs);
        Redaction redaction = redaction(users);
        try (Annotations annotations = annotations(users);
                ReportDirectory directory = Reports.open(files, redaction)) {
            RunSettings.tell(invocation(), directory.course());
            ImportLog log =
                    new ImportLog(getLog(), new ImportLog.Manner("", redaction), annotations, ProgressLog.silent());
            Assessment assessment = new Assessment(users, demands.rootAttributes(), PLAIN.capacity());
            Validation validation = new Validation(users, demands.judge(PLAIN.capacity()), assessment, log);
            Conclusion conclusion = validate(validation, directory, new Table(users, assessment), log);
            write(forms, directory);
            log.report(directory, invocation().baseDirectory());
            return conclusion;
        } catch (IOException e) {
            throw new MojoExecutionException(EscapedText.line(users.name() + " cannot be read: " + e.getMessage()), e);
        }
    }

    private void write(ReportForms forms, ReportDirectory directory) throws MojoExecutionException {
        try {
            forms.write(directory, invocation());
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e, e);
        }
    }

    @Override
    void skipped(String reason) throws MojoExecutionException {
        super.skipped(reason);
        Reports.skipped(reportFiles(), usersFile);
    }

    private ReportFiles reportFiles() {
        return Reports.files(invocation(), reportDirectory, ReportFiles.Kind.VALIDATION);
    }

    private Conclusion validate(Validation validation, ReportDirectory directory, Table table, ImportLog log)
            throws IOException {
        try {
            Judgement judgement = validation.run(directory, Clock.systemUTC());
            table.lines(judgement, validation).forEach(getLog()::info);
            Assessment.Load load = table.assessment().load();
            if (load.users() > 0) {
                getLog().info("An import of the valid users would take " + Pace.estimate(load.users(), load.jobs())
                        + ": " + Pace.BASIS);
            }
            return concluded(judgement);
        } catch (UsersFileException e) {
            log.unreadable(e);
            return Conclusion.failed(
                    new MojoFailureException(log.redacted(EscapedText.line(String.valueOf(e.getMessage()))), e));
        }
    }

    /** What there is in each users file, and in all of them. */
    private record Table(UsersFiles users, Assessment assessment) {

        List<String> lines(Judgement judgement, Validation validation) {
            SummaryTable table = new SummaryTable();
            List<UsersFile> files = users.files();
            for (int i = 0; i < files.size() && files.size() > 1; i++) {
                String name = files.get(i).name();
                Assessment.InFile file = assessment.of(i);
                table.add(name, new Counts(file.users(), file.valid(), validation.warnings(name), file.bytes()));
            }
            Assessment.Load load = assessment.load();
            table.addAll(
                    files.size() == 1 ? files.get(0).name() : "all " + files.size(),
                    new Counts(judgement.users(), judgement.validUsers(), judgement.warnings(), load.bytes()),
                    load.jobs(),
                    load.fill());
            return table.lines();
        }
    }

    private Conclusion concluded(Judgement judgement) {
        if (judgement.invalidUsers() > 0) {
            return Conclusion.failed(
                    new MojoFailureException(Verdict.invalid(judgement.invalidUsers(), judgement.users())));
        }
        getLog().info(Verdict.plural(judgement.users(), "user") + ": Auth0 would accept "
                + (judgement.users() == 1 ? "it" : "all of them")
                + (judgement.warnings() > 0 ? ", with " + Verdict.plural(judgement.warnings(), "warning") : ""));
        return Conclusion.SUCCESS;
    }
}
