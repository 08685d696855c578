package io.github.auth0maven.jobs;

import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.jobs.ImportJob.Summary;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import io.github.auth0maven.users.Position;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What became of the users of a job that has ended: who was imported, who was not, and who is still in doubt. */
final class Settlement {

    private final Batch batch;
    private final JobRecord record;
    private final ImportJob job;
    private final List<Named> rejections = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final BitSet rejected = new BitSet();
    /** Those who exist although an earlier attempt may have imported them, with what the service says of it. */
    private final Map<Integer, UserError> doubtful = new HashMap<>();
    /** Those whom an attempt whose answer was lost had imported. */
    private final BitSet there = new BitSet();
    /** Those who are not in the batch, as far as can be told. */
    private final Set<Identity> strangers = new HashSet<>();

    /** A rejection, and whose it is: the user's number in the batch. */
    private record Named(OptionalInt user, Rejection rejection) {}

    Settlement(Batch batch, JobRecord record, ImportJob job) {
        this.batch = batch;
        this.record = record;
        this.job = job;
    }

    /**
     * Takes what the service says of the job's errors.
     *
     * @param uncertain whether an earlier attempt may have imported the batch
     */
    void take(JobErrors errors, boolean uncertain) {
        if (!errors.users().isEmpty()) {
            UserMatcher matcher = new UserMatcher(batch);
            for (UserError error : errors.users()) {
                take(matcher.find(error.identity()), error, uncertain);
            }
            doubtful.keySet().removeIf(rejected::get);
        }
        if (job.hasFailed()) {
            failWhole(job.details().or(errors::details));
        }
    }

    private void take(OptionalInt user, UserError error, boolean uncertain) {
        if (uncertain && user.isPresent() && saysThatItExists(error)) {
            doubtful.put(user.getAsInt(), error);
            return;
        }
        user.ifPresentOrElse(rejected::set, () -> strangers.add(error.identity()));
        rejections.add(new Named(user, rejection(error)));
    }

    /** The number in the batch of a user that is still in doubt. */
    OptionalInt nextDoubtful() {
        return doubtful.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Collections.min(doubtful.keySet()));
    }

    /**
     * Ends the doubt about a user.
     *
     * @param imported whether the earlier attempt imported it; otherwise it was there before
     */
    void settle(int user, boolean imported) {
        UserError error = doubtful.remove(user);
        if (imported) {
            there.set(user);
        } else if (error != null) {
            rejected.set(user);
            rejections.add(new Named(OptionalInt.of(user), rejection(error)));
        }
    }

    /** Counts everybody who is still in doubt as imported by the earlier attempt. */
    void settleAll() {
        doubtful.keySet().forEach(there::set);
        doubtful.clear();
    }

    /** A failed job may have imported some of its users, but nobody says which: all count as failed. */
    private void failWhole(Optional<String> details) {
        String message =
                details.orElse("the import job failed and Auth0 does not say why; some of its users may have been"
                        + " imported. Import the failed users again, with upsert if they may exist by then");
        Rejection rejection = new Rejection("JOB_FAILED", message, Optional.empty());
        doubtful.clear();
        for (int user = rejected.nextClearBit(0); user < record.users(); user = rejected.nextClearBit(user + 1)) {
            rejected.set(user);
            rejections.add(new Named(OptionalInt.of(user), rejection));
        }
    }

    /** The numbers, once nobody is in doubt. */
    BatchOutcome outcome() {
        if (job.hasFailed()) {
            return new BatchOutcome(0, 0, record.users(), 0);
        }
        Optional<Summary> summary = job.summary();
        int exist = there.cardinality();
        int named = rejected.cardinality() + strangers.size();
        int told = (summary.isPresent() ? summary.get().failed() : 0) - exist;
        int failed = Math.max(named, told);
        if (named < told) {
            remarks.add("Auth0 counts " + told + " failed user" + (told == 1 ? "" : "s") + " in job " + record.id()
                    + " but names " + named);
        }
        int updated = summary.isPresent() ? summary.get().updated() : 0;
        int inserted = (summary.isPresent() ? summary.get().inserted() : record.users() - failed - exist) + exist;
        int counted = inserted + updated + failed;
        if (counted == record.users()) {
            return new BatchOutcome(inserted, updated, failed, exist);
        }
        remarks.add("Auth0's counts for job " + record.id() + " speak of " + counted + " users, but " + record.users()
                + " were sent: whoever is not known to be imported counts as failed");
        return evened(updated, failed + Math.max(0, record.users() - counted), exist);
    }

    /** Numbers that add up to the users who were sent, where those of the service do not. */
    private BatchOutcome evened(int updated, int failed, int exist) {
        int notImported = Math.min(failed, record.users());
        int changed = Math.max(0, Math.min(updated, record.users() - notImported));
        int added = record.users() - notImported - changed;
        return new BatchOutcome(added, changed, notImported, Math.min(exist, added));
    }

    /** What the report should say besides. */
    List<String> remarks() {
        return remarks;
    }

    List<RejectedUser> rejected() {
        List<RejectedUser> users = new ArrayList<>();
        for (Named named : rejections) {
            Optional<Position> place = named.user().isPresent()
                    ? Optional.of(batch.position(named.user().getAsInt()))
                    : Optional.empty();
            users.add(new RejectedUser(place, named.rejection()));
        }
        return users;
    }

    void tell(JobListener listener) {
        for (Named named : rejections) {
            listener.rejected(record, batch, named.user(), named.rejection());
        }
    }

    private static Rejection rejection(UserError error) {
        return new Rejection(error.code(), error.message(), error.attribute());
    }

    private static boolean saysThatItExists(UserError error) {
        return error.code().equals("DUPLICATED_USER") && error.message().contains("already exist");
    }
}
