package io.github.auth0maven.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.imports.Assessment;
import io.github.auth0maven.imports.Validation;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.mojo.console.ProgressLog;
import io.github.auth0maven.mojo.files.Reports;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.Judgement;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * The users that a local tenant begins with, read and judged as for an import.
 *
 * @param users as they would be sent
 * @param failure why there are none
 */
record SeedUsers(List<String> users, Optional<AbstractMojoExecutionException> failure) {

    static final SeedUsers NONE = new SeedUsers(List.of(), Optional.empty());

    private static final int CAPACITY = new ImportOptions(false, false, Optional.empty()).capacity();

    /** What reading and judging them takes. */
    record Reading(UsersFiles files, Demands demands, ImportLog.Manner manner, ReportFiles report) {}

    /** Reads and judges them; what is wrong with them is told, and in the report. */
    static SeedUsers read(Reading reading, Log log, Annotations annotations) throws MojoExecutionException {
        UsersFiles files = reading.files();
        ImportLog told = new ImportLog(log, reading.manner(), annotations, ProgressLog.silent());
        RootAttributes attributes = reading.demands().rootAttributes();
        Assessment assessment = new Assessment(files, attributes, CAPACITY);
        try (ReportDirectory directory =
                Reports.open(reading.report(), reading.manner().redaction())) {
            Judgement judgement = new Validation(files, reading.demands().judge(CAPACITY), assessment, told)
                    .run(directory, Clock.systemUTC());
            return judgement.invalidUsers() > 0
                    ? failed(new MojoFailureException(Verdict.invalid(judgement.invalidUsers(), judgement.users())
                            + ": the local tenant is not started"))
                    : new SeedUsers(all(files, judgement, attributes), Optional.empty());
        } catch (UsersFileException e) {
            told.unreadable(e);
            return failed(new MojoFailureException(told.redacted(EscapedText.line(String.valueOf(e.getMessage()))), e));
        } catch (IOException e) {
            throw new MojoExecutionException(EscapedText.line(files.name() + " cannot be read: " + e.getMessage()), e);
        }
    }

    private static List<String> all(UsersFiles files, Judgement judgement, RootAttributes attributes)
            throws IOException {
        List<String> users = new ArrayList<>();
        try (UserReader reader = files.openUnchanged(judgement.fingerprint())) {
            while (reader.next()) {
                User user = reader.user();
                byte[] json = new byte[user.writtenSize() + attributes.largest(user)];
                users.add(new String(json, 0, attributes.write(user, json, 0), UTF_8));
            }
        }
        return users;
    }

    private static SeedUsers failed(AbstractMojoExecutionException failure) {
        return new SeedUsers(List.of(), Optional.of(failure));
    }

    /** The number of users alone: they hold secrets. */
    @Override
    public String toString() {
        return "SeedUsers[" + users.size() + "]";
    }
}
