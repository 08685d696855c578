package io.github.auth0maven.restorations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.pace.SteadyCalls;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.restorations.BackupFile.Place;
import io.github.auth0maven.service.TenantUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts users back to what a backup tells that they were. Whoever is so already is left alone: interrupted, the same command goes on.
 */
public final class UserRestoration {

    private final Path backup;
    private final boolean rehearses;
    private final Timing timing;
    private long restored;
    private long unchanged;
    private long gone;

    /**
     * How many users there are.
     *
     * @param unchanged those who are what they were
     * @param gone those who are in the tenant no more
     */
    public record Restored(long restored, long unchanged, long gone) {}

    /** Who has the users; asked for when it is certain that the backup is theirs. */
    public interface Service {

        /** Connects. */
        ChangeableUsers connect() throws IOException, InterruptedException;
    }

    /** Is told of each user that is put back, or would be. */
    public interface Listener {

        /** A user, and the attributes that are changed. */
        void restored(String id, List<String> attributes);
    }

    public UserRestoration(Path backup, boolean rehearses, Timing timing) {
        this.backup = backup;
        this.rehearses = rehearses;
        this.timing = timing;
    }

    /**
     * Puts the users back.
     *
     * @param domain of the tenant that is called
     * @throws IOException if the backup is none, or of another tenant or connection
     */
    public Restored run(Service service, String domain, Listener listener) throws IOException, InterruptedException {
        Place place = BackupFile.place(backup);
        if (!place.domain().equals(domain)) {
            throw new IOException("The backup " + backup + " is of users of " + place.domain()
                    + ", and the tenant to put users back in is " + domain + "; nothing has been changed");
        }
        ChangeableUsers tenant = service.connect();
        if (!place.connection().equals(tenant.connection())) {
            throw new IOException("The backup " + backup + " is of users of the connection " + place.connection()
                    + ", and the one to put users back in is " + tenant.connection() + "; nothing has been changed");
        }
        SteadyCalls calls = new SteadyCalls(timing, tenant::rest);
        BackupFile.read(backup, user -> restore(user, new Tools(tenant, calls, listener)));
        return new Restored(restored, unchanged, gone);
    }

    /** What a user is put back with. */
    private record Tools(ChangeableUsers tenant, SteadyCalls calls, Listener listener) {}

    private void restore(JsonNode before, Tools tools) throws IOException, InterruptedException {
        String id = before.path("user_id").asText();
        List<TenantUser> found = tools.calls().make(() -> tools.tenant().byId(id));
        if (found.isEmpty()) {
            gone++;
            return;
        }
        JsonNode now = BackupFile.JSON.readTree(found.get(0).json());
        Optional<ObjectNode> changes = Restoration.of(before, now);
        if (changes.isEmpty()) {
            unchanged++;
            return;
        }
        List<String> attributes =
                changes.get().properties().stream().map(Map.Entry::getKey).toList();
        if (!rehearses) {
            tools.calls().make(() -> tools.tenant().change(id, changes.get().toString()));
        }
        restored++;
        tools.listener().restored(id, attributes);
    }
}
