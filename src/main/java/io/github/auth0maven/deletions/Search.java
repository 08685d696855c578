package io.github.auth0maven.deletions;

import io.github.auth0maven.jobs.PastImport.Window;
import io.github.auth0maven.pace.SteadyCalls;
import io.github.auth0maven.service.TenantUser;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the user whom an import has created. */
final class Search {

    private final TenantUsers tenant;
    private final SteadyCalls calls;
    /** Of users who share an address, those who have been found. */
    private final Set<String> claimed = new HashSet<>();

    Search(TenantUsers tenant, SteadyCalls calls) {
        this.tenant = tenant;
        this.calls = calls;
    }

    /**
     * What was found.
     *
     * @param user whom the import has created
     * @param others whether there is somebody by the same identifiers whom it has not
     * @param linked whether one of those is linked with another account
     */
    record Found(Optional<TenantUser> user, boolean others, boolean linked) {}

    /** Looks for a user; of several with one address, the first that was created since is the import's. */
    Found find(WantedUser wanted, Window window) throws IOException, InterruptedException {
        List<TenantUser> there = all(wanted).stream()
                .filter(user -> user.identities().stream()
                        .anyMatch(identity -> identity.connection().equals(tenant.connection())))
                .filter(user -> wanted.username().isEmpty() || isNamed(user, wanted))
                .toList();
        Optional<TenantUser> imported = there.stream()
                .filter(user -> user.isOnlyIn(tenant.connection()))
                .filter(user -> window.holds(user) && !claimed.contains(user.id()))
                .filter(user -> wanted.id().isEmpty() || wanted.id().get().equals(user.id()))
                .min(Comparator.comparing(TenantUser::createdAt).thenComparing(TenantUser::id));
        if (there.size() > 1) {
            imported.ifPresent(user -> claimed.add(user.id()));
        }
        boolean linked = there.stream().anyMatch(user -> !user.isOnlyIn(tenant.connection()));
        return new Found(imported, !there.isEmpty() && imported.isEmpty(), linked);
    }

    private static boolean isNamed(TenantUser user, WantedUser wanted) {
        return user.username().isEmpty() || user.username().equals(wanted.username());
    }

    private List<TenantUser> all(WantedUser wanted) throws IOException, InterruptedException {
        if (wanted.id().isPresent()) {
            List<TenantUser> known = calls.make(() -> tenant.byId(wanted.id().get()));
            if (!known.isEmpty()) {
                return known;
            }
        }
        if (wanted.email().isPresent()) {
            return calls.make(() -> tenant.byEmail(wanted.email().get()));
        }
        Optional<String> query = wanted.query(tenant.connection());
        return query.isPresent() ? calls.make(() -> tenant.search(query.get())) : List.of();
    }
}
