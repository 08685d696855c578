package io.github.auth0maven.restorations;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.pace.SteadyCalls;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.restorations.BackupFile.Place;
import io.github.auth0maven.service.TenantUser;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what the users of a file are in the tenant, before an import changes them. */
public final class UserBackup {

    private final UserSource users;
    private final RootAttributes rootAttributes;
    private final Path file;
    private final Timing timing;

    /**
     * @param file what they are is kept in
     */
    public UserBackup(UserSource users, RootAttributes rootAttributes, Path file, Timing timing) {
        this.users = users;
        this.rootAttributes = rootAttributes;
        this.file = file;
        this.timing = timing;
    }

    /**
     * Asks for each user by its address, which is what an upsert knows it by.
     *
     * @return how many there are
     */
    public long keep(ChangeableUsers tenant, String domain) throws IOException, InterruptedException {
        SteadyCalls calls = new SteadyCalls(timing, tenant::rest);
        long kept = 0;
        try (UserReader reader = users.open();
                BackupFile backup = BackupFile.create(file, new Place(domain, tenant.connection()))) {
            while (reader.next()) {
                Optional<String> email = email(reader.user());
                if (email.isPresent()) {
                    kept += keep(calls.make(() -> tenant.byEmail(email.get())), tenant.connection(), backup);
                }
            }
            backup.complete();
        }
        return kept;
    }

    private static long keep(Iterable<TenantUser> found, String connection, BackupFile backup) throws IOException {
        long kept = 0;
        for (TenantUser user : found) {
            boolean here = user.identities().stream()
                    .anyMatch(identity -> identity.connection().equals(connection));
            if (here) {
                backup.add(user.json());
                kept++;
            }
        }
        return kept;
    }

    private Optional<String> email(User user) throws IOException {
        byte[] json = new byte[user.writtenSize() + rootAttributes.largest(user)];
        int length = rootAttributes.write(user, json, 0);
        return Optional.ofNullable(
                BackupFile.JSON.readTree(json, 0, length).path("email").textValue());
    }
}
