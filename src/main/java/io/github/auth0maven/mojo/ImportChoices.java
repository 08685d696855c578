package io.github.auth0maven.mojo;

import io.github.auth0maven.imports.Resumption;
import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.jobs.JobRunner;
import io.github.auth0maven.management.Destination;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.mojo.files.ReportForms;
import io.github.auth0maven.pace.Slots;
import io.github.auth0maven.report.ImportReport.Target;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.users.UsersFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What has been asked for of an import, read and checked before anything is done. */
record ImportChoices(
        UsersFiles users,
        Demands demands,
        ImportOptions options,
        boolean skipInvalid,
        int maxFailedUsers,
        boolean stopAfterFailures,
        JobRunner.Settings jobs,
        Destination destination,
        Redaction redaction,
        Journaling journaling) {

    /**
     * How it is kept, and taken up again.
     *
     * @param forms in which the report is told beside its JSON
     * @param backup where what users were before is kept, if it is to be
     * @param decisive all that decides what is sent, and how
     */
    record Journaling(
            ReportFiles report,
            ReportForms forms,
            Path journal,
            Resumption.Mode resume,
            boolean skipUnchanged,
            Optional<Path> backup,
            Map<String, String> decisive) {

        Resumption from(ImportJournal opened) {
            return new Resumption(opened, resume, skipUnchanged, decisive);
        }
    }

    /** The same of a selection of the users, which is not gone on with where it is another one. */
    ImportChoices selecting(String digest) {
        Map<String, String> decisive = new HashMap<>(journaling.decisive());
        decisive.put("changes", digest);
        Journaling changed = new Journaling(
                journaling.report(),
                journaling.forms(),
                journaling.journal(),
                journaling.resume(),
                journaling.skipUnchanged(),
                journaling.backup(),
                decisive);
        return new ImportChoices(
                users,
                demands,
                options,
                skipInvalid,
                maxFailedUsers,
                stopAfterFailures,
                jobs,
                destination,
                redaction,
                changed);
    }

    /**
     * The import into a tenant.
     *
     * @param source the users, or a selection of them
     */
    UserImport.Order order(UserSource source, Target target, Slots slots, ImportJournal opened) {
        return new UserImport.Order(
                source,
                demands.judge(options.capacity()),
                demands.rootAttributes(),
                target,
                options.capacity(),
                skipInvalid,
                maxFailedUsers,
                stopAfterFailures,
                jobs.sharing(slots),
                journaling.from(opened));
    }
}
