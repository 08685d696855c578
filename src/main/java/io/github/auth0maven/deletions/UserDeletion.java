package io.github.auth0maven.deletions;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.deletions.DeletionListener.Told;
import io.github.auth0maven.deletions.Removal.Decision;
import io.github.auth0maven.jobs.PastImport;
import io.github.auth0maven.jobs.PastImport.Window;
import io.github.auth0maven.pace.SteadyCalls;
import io.github.auth0maven.pace.Timing;
import io.github.auth0maven.pace.UnansweredException;
import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A deletion, from what an import has left behind to the report: make sure that it is this tenant's and this file's, and not larger
 * than it may be; then find each user whom the import may have created, and delete it if it was created since.
 */
public final class UserDeletion {

    private final Order order;
    private final Timing timing;
    private final DeletionListener listener;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    /**
     * What is to be deleted, and how.
     *
     * @param past the import whose users these are
     * @param domain of the tenant that is called
     * @param connection by its name or its id
     * @param maxDeletions how many users may be deleted; empty for as many as the import had
     * @param keepChanged whether users are left alone who have logged in or were changed since
     * @param rehearses whether nobody is deleted
     */
    public record Order(
            PastImport past,
            UserSource users,
            RootAttributes rootAttributes,
            String domain,
            String connection,
            Optional<Long> maxDeletions,
            boolean keepChanged,
            boolean rehearses) {}

    /** Who has the users; asked for when it is certain that there are some to be deleted. */
    public interface Service {

        /** Connects. */
        TenantUsers connect() throws IOException, InterruptedException;

        /** Why the deletion was stopped, and what to do about it, in one line. */
        String explain(IOException stop);
    }

    public UserDeletion(Order order, Timing timing, DeletionListener listener) {
        this.order = order;
        this.timing = timing;
        this.listener = listener;
    }

    /**
     * Deletes the users.
     *
     * @throws DeletionRefusedException if it may not be done
     * @throws IOException if the users file or the journal cannot be read, or the service cannot be connected to
     */
    public DeletionReport run(Service service, DeletionJournal journal) throws IOException, InterruptedException {
        Instant start = timing.now();
        Fingerprint file = check();
        journal.begin(order.past(), start);
        counts.putAll(journal.counts());
        listener.begins(order.past().users(), !counts.isEmpty());
        if (!order.past().running().isEmpty()) {
            listener.noted(
                    "These jobs of the import may still be running, and create users after they have been looked for: "
                            + String.join(", ", order.past().running()) + ". Run the goal again once they have ended");
        }
        Optional<String> problem = Optional.empty();
        if (order.past().users() > 0) {
            problem = remove(service, journal, file);
        }
        if (problem.isEmpty()) {
            journal.finish(timing.now());
        }
        return report(start, problem);
    }

    /** Makes sure that the import was one of this file into this tenant, and that there are not too many users. */
    private Fingerprint check() throws IOException {
        PastImport.Origin origin = order.past().origin();
        if (!origin.tenant().equals(order.domain())) {
            throw new DeletionRefusedException("The import that " + origin.name() + " tells of went to "
                    + origin.tenant() + ", and the tenant to delete users in is " + order.domain());
        }
        Fingerprint file = fingerprint();
        if (origin.input().filter(digest -> !digest.equals(file.digest())).isPresent()) {
            throw new DeletionRefusedException("The users file " + order.users().name()
                    + " is not the one, or not as it was, that the import was of which " + origin.name()
                    + " tells: put it back, or name the one that was imported by auth0.usersFile");
        }
        long users = order.past().users();
        long most = order.maxDeletions().orElse(users);
        if (users > most) {
            throw new DeletionRefusedException("The import may have created " + users
                    + " users, and auth0.maxDeletions allows no more than " + most + " to be deleted");
        }
        return file;
    }

    private Fingerprint fingerprint() throws IOException {
        try (UserReader users = order.users().open()) {
            while (users.next()) {
                // all that is asked for is what the file is
            }
            return users.fingerprint();
        }
    }

    private Optional<String> remove(Service service, DeletionJournal journal, Fingerprint file)
            throws IOException, InterruptedException {
        TenantUsers tenant = service.connect();
        checkConnection(tenant);
        Removal removal = new Removal(tenant, new SteadyCalls(timing, tenant::rest), order.keepChanged());
        try (UserReader users = order.users().openUnchanged(file)) {
            while (users.next()) {
                Optional<Window> window = order.past().window(users.user().index());
                if (window.isPresent() && !journal.isDone(users.user().index())) {
                    remove(users.user(), window.get(), removal, journal);
                }
            }
            return Optional.empty();
        } catch (UnansweredException e) {
            return Optional.of(service.explain(e));
        }
    }

    private void checkConnection(TenantUsers tenant) throws DeletionRefusedException {
        String imported = order.past().origin().connection();
        if (!imported.equals(order.connection()) && !imported.equals(tenant.connection())) {
            throw new DeletionRefusedException(
                    "The import that " + order.past().origin().name()
                            + " tells of went to the connection " + imported + ", and the one to delete users of is "
                            + order.connection());
        }
    }

    private void remove(User user, Window window, Removal removal, DeletionJournal journal)
            throws IOException, InterruptedException {
        long index = user.index();
        WantedUser wanted = wanted(user);
        Decision decision = removal.decide(wanted, window);
        boolean deletedBefore = decision.id().isEmpty() && journal.isIntended(index);
        Outcome outcome = deletedBefore ? Outcome.DELETED : decision.outcome();
        if (!order.rehearses()) {
            if (!deletedBefore) {
                carryOut(decision, wanted, index, new Hands(removal, journal));
            }
            journal.done(index, outcome);
        }
        counts.merge(outcome, 1L, Long::sum);
        listener.settled(new Told(user.position(), decision.id(), wanted.label(), outcome));
    }

    /** What a decision is carried out with. */
    private record Hands(Removal removal, DeletionJournal journal) {}

    private static void carryOut(Decision decision, WantedUser wanted, long index, Hands hands)
            throws IOException, InterruptedException {
        if (decision.outcome() == Outcome.DELETED) {
            String id = decision.id().orElseThrow();
            hands.journal().intends(index, id);
            hands.removal().delete(id);
        } else if (decision.outcome() == Outcome.GONE && wanted.email().isPresent()) {
            hands.removal().deleteGhost(wanted.email().get());
        }
    }

    private WantedUser wanted(User user) throws IOException {
        RootAttributes attributes = order.rootAttributes();
        byte[] json = new byte[user.writtenSize() + attributes.largest(user)];
        int length = attributes.write(user, json, 0);
        return WantedUser.of(Arrays.copyOf(json, length));
    }

    private DeletionReport report(Instant start, Optional<String> problem) {
        return new DeletionReport(
                order.rehearses(),
                order.domain(),
                order.connection(),
                order.past().origin().name(),
                start,
                timing.now(),
                counts,
                problem);
    }
}
