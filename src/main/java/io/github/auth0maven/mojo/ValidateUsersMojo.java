package io.github.auth0maven.mojo;

import io.github.auth0maven.imports.Survey;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.mojo.console.ProgressLog;
import io.github.auth0maven.report.Pace;
import io.github.auth0maven.report.SummaryTable;
import io.github.auth0maven.report.SummaryTable.Counts;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Validates a users file, as {@code import-users} does before it sends anything: without a network and without credentials. The
 * build fails if Auth0 would refuse a user, naming each by its place in the file. A table tells how many users there are, and how
 * many jobs an import of the valid ones would make.
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
        Demands demands = demands();
        UsersFiles users = findUsersFiles();
        try (Annotations annotations = annotations(users)) {
            ImportLog log = new ImportLog(
                    getLog(), new ImportLog.Manner("", redaction(users)), annotations, ProgressLog.silent());
            try {
                Survey survey = new Survey(users, demands.rootAttributes(), PLAIN.capacity());
                return concluded(judged(users, demands.judge(PLAIN.capacity()), survey, log));
            } catch (UsersFileException e) {
                log.unreadable(e);
                return Conclusion.failed(
                        new MojoFailureException(log.redacted(EscapedText.line(String.valueOf(e.getMessage()))), e));
            } catch (IOException e) {
                throw new MojoExecutionException(
                        EscapedText.line(users.name() + " cannot be read: " + e.getMessage()), e);
            }
        }
    }

    private Judgement judged(UsersFiles users, FileJudge judge, Survey survey, ImportLog log) throws IOException {
        Map<String, Long> warnings = new HashMap<>();
        Judgement judgement = survey.judge(judge, violation -> {
            log.found(violation);
            if (violation.severity() == Severity.WARNING) {
                warnings.merge(violation.position().file(), 1L, Long::sum);
            }
        });
        log.judged(judgement);
        judgement.remarks().forEach(log::noted);
        Survey.Load load = survey.load();
        table(users, survey, judgement, warnings).forEach(getLog()::info);
        if (load.users() > 0) {
            getLog().info("An import of the valid users would take " + Pace.estimate(load.users(), load.jobs()) + ": "
                    + Pace.BASIS);
        }
        return judgement;
    }

    private static List<String> table(
            UsersFiles users, Survey survey, Judgement judgement, Map<String, Long> warnings) {
        SummaryTable table = new SummaryTable();
        List<UsersFile> files = users.files();
        for (int i = 0; i < files.size() && files.size() > 1; i++) {
            String name = files.get(i).name();
            Survey.InFile file = survey.of(i);
            table.add(name, new Counts(file.users(), file.valid(), warnings.getOrDefault(name, 0L), file.bytes()));
        }
        Survey.Load load = survey.load();
        table.addAll(
                files.size() == 1 ? files.get(0).name() : "all " + files.size(),
                new Counts(judgement.users(), judgement.validUsers(), judgement.warnings(), load.bytes()),
                load.jobs(),
                load.fill());
        return table.lines();
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
