package io.github.auth0maven.mojo;

import static io.github.auth0maven.report.Verdict.plural;

import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.Purpose;
import io.github.auth0maven.mojo.access.BackedUpService;
import io.github.auth0maven.mojo.access.TenantUsersService;
import io.github.auth0maven.mojo.access.TenantUsersService.Use;
import io.github.auth0maven.mojo.console.ImportLog;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.restorations.UserBackup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has an import keep what its users are before it changes them, if that is asked for. */
final class ImportBackup implements AutoCloseable {

    private static final double SHARE = 0.5;

    private final Invocation invocation;
    private final ImportChoices choices;
    private final Access access;
    private @Nullable TenantUsersService users;

    ImportBackup(Invocation invocation, ImportChoices choices, Access access) {
        this.invocation = invocation;
        this.choices = choices;
        this.access = access;
    }

    /** The tenant, whose users are kept once it is connected to. What an interrupted import has kept was whole before it began. */
    UserImport.Service of(UserImport.Service tenant, ImportJournal journal, ImportLog log) {
        Optional<Path> file = choices.journaling().backup();
        if (file.isEmpty() || (journal.isUnfinished() && Files.exists(file.get()))) {
            return tenant;
        }
        TenantUsersService service =
                new TenantUsersService(access, choices.destination().connection(), log, new Use(Purpose.BACKUP, SHARE));
        users = service;
        UserBackup backup =
                new UserBackup(choices.users(), choices.demands().rootAttributes(), file.get(), log.timing());
        return new BackedUpService(
                tenant,
                service,
                backup,
                new BackedUpService.Told(
                        access.domain().toString(),
                        kept -> invocation
                                .log()
                                .info(plural(kept, "user") + " as they are now: " + file.get()
                                        + " (auth0:restore-users puts them back)")));
    }

    @Override
    public void close() {
        if (users != null) {
            users.close();
        }
    }
}
