package io.github.auth0maven.plans;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.exports.ExportFields;
import io.github.auth0maven.exports.ExportJob;
import io.github.auth0maven.exports.ExportOrder;
import io.github.auth0maven.exports.FetchedFile;
import io.github.auth0maven.exports.FollowedExport;
import io.github.auth0maven.plans.PlannedUser.Action;
import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.ExportOptions;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.KeptUser;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.InvalidUsers;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Violations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plan on one page: judges the users files, keeping each valid user in one of several parts; has the tenant's users exported, and
 * keeps them likewise; and compares part by part. Each side is read once, in memory that does not grow with it.
 */
public final class UserPlan {

    private static final List<String> FIELDS = Stream.concat(
                    ExportFields.IMPORTED.stream(), Stream.of("identities", "updated_at"))
            .toList();

    private final Order order;
    private final Violations violations;
    private PlanCounts counts = PlanCounts.NONE;

    /**
     * What is to be compared.
     *
     * @param connection by its name, if that is known
     * @param directory where what does not fit into memory is kept in the meantime
     */
    public record Order(
            UserSource source,
            FileJudge judge,
            RootAttributes attributes,
            Metadata metadata,
            Optional<String> connection,
            Path directory) {

        private Path temporary(String name) {
            return directory.resolve("plan-" + name + ".tmp");
        }
    }

    /**
     * What has come of it.
     *
     * @param judgement of the users files; if there are invalid users and none may be left out, nothing has been compared
     * @param remarks what else there is to know
     */
    public record Planned(Judgement judgement, PlanCounts counts, List<String> remarks) {}

    public UserPlan(Order order, Violations violations) {
        this.order = order;
        this.violations = violations;
    }

    /** The users of a tenant, had when they are needed. */
    @FunctionalInterface
    public interface Tenant {
        FollowedExport export() throws IOException, InterruptedException;
    }

    /**
     * Compares the users.
     *
     * @param skipInvalid whether the valid users are compared although there are invalid ones
     */
    public Planned run(Tenant tenant, boolean skipInvalid, KeptFiles files, PlanSink sink)
            throws IOException, InterruptedException {
        PlanSink counting = sink.and(user -> counts = counts.plus(user.action()));
        Path fetched = order.temporary("export");
        try (FileSide file = new FileSide(order.attributes(), new Partitions(order.temporary("file"), files))) {
            Judgement judgement = judge(file);
            if (judgement.validUsers() == 0 || (judgement.invalidUsers() > 0 && !skipInvalid)) {
                return new Planned(judgement, counts, List.of());
            }
            ExportJob job = tenant.export()
                    .fetch(
                            new ExportOrder(FIELDS, false),
                            () -> Channels.newOutputStream(files.create(fetched).getChannel()));
            try (TenantSide other = new TenantSide(
                    file, new Partitions(order.temporary("tenant"), files), order.temporary("others"), files)) {
                try (UserReader users = new FetchedFile(fetched, job).open(ExportOptions.of(ExportMode.FALSE))) {
                    other.read(users, job.connection().or(order::connection), job.createdAt());
                }
                Files.deleteIfExists(fetched);
                new Join(file, other, judgement.invalid(), counting).run();
                other.tellOthers(counting);
                return new Planned(judgement, counts, remarks(file, other));
            }
        } finally {
            Files.deleteIfExists(fetched);
        }
    }

    private Judgement judge(FileSide file) throws IOException {
        try {
            return order.judge().judge(order.source(), violations, file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<String> remarks(FileSide file, TenantSide tenant) {
        List<String> remarks = new ArrayList<>();
        if (tenant.changedMeanwhile() > 0) {
            remarks.add(users(tenant.changedMeanwhile())
                    + " of the connection changed while it was read, after the export began: the plan may be out of date;"
                    + " plan again when nobody changes users");
        }
        if (tenant.usersOfOthers() > 0) {
            remarks.add("The export holds " + users(tenant.usersOfOthers())
                    + " of other connections, who are left out of the plan");
        }
        if (file.secrets() > 0) {
            remarks.add(users(file.secrets())
                    + " of the users file have a hash or MFA factors, which no export shows: whether the tenant has the"
                    + " same is known after an import only, and a hash that has been used stays");
        }
        return remarks;
    }

    private static String users(long count) {
        return count + (count == 1 ? " user" : " users");
    }

    /** Compares the two sides part by part. */
    private final class Join {

        private final FileSide file;
        private final TenantSide tenant;
        private final InvalidUsers invalid;
        private final PlanSink sink;
        private final UserComparison comparison = new UserComparison(order.metadata());
        private final KeptUser mine = new KeptUser();
        private final KeptUser theirs = new KeptUser();

        Join(FileSide file, TenantSide tenant, InvalidUsers invalid, PlanSink sink) {
            this.file = file;
            this.tenant = tenant;
            this.invalid = invalid;
            this.sink = sink;
        }

        void run() throws IOException {
            for (int part = 0; part < Partitions.COUNT; part++) {
                join(file.load(part), tenant.load(part));
            }
        }

        private void join(byte[] mineBytes, byte[] theirBytes) throws IOException {
            List<FileSide.Kept> users = file.users(mineBytes).stream()
                    .filter(user -> !invalid.contains(user.index()))
                    .toList();
            TenantSide.Kept[] found = counterparts(users, theirBytes);
            for (int i = 0; i < users.size(); i++) {
                FileSide.Kept user = users.get(i);
                Json json = mine.read(mineBytes, user.at(), user.length());
                sink.planned(found[i] == null ? create(user, json) : compare(user, json, read(found[i], theirBytes)));
            }
        }

        /** The user of the tenant for each of the file, or null; the tenant's side is told of those whom nobody wants. */
        private TenantSide.Kept[] counterparts(List<FileSide.Kept> users, byte[] theirBytes) throws IOException {
            Map<Long, Integer> byHash = new HashMap<>();
            for (int i = 0; i < users.size(); i++) {
                byHash.putIfAbsent(users.get(i).hash(), i);
            }
            TenantSide.Kept[] found = new TenantSide.Kept[users.size()];
            for (TenantSide.Kept each : TenantSide.users(theirBytes)) {
                Integer match = byHash.get(each.hash());
                if (match == null || found[match] != null) {
                    tellIfOther(each, theirBytes);
                } else {
                    found[match] = each;
                    tellIfLate(each, theirBytes);
                }
            }
            return found;
        }

        private void tellIfOther(TenantSide.Kept user, byte[] theirBytes) throws IOException {
            if (user.first()) {
                tenant.other(read(user, theirBytes));
            }
        }

        private void tellIfLate(TenantSide.Kept user, byte[] theirBytes) throws IOException {
            if (!user.first()) {
                tenant.foundLater(read(user, theirBytes));
            }
        }

        private Json read(TenantSide.Kept user, byte[] theirBytes) throws IOException {
            return theirs.read(theirBytes, user.at(), user.length());
        }

        private PlannedUser create(FileSide.Kept user, Json json) {
            return new PlannedUser(
                    Action.CREATE,
                    TenantSide.knownAs(json),
                    Optional.empty(),
                    Optional.of(user.place()),
                    user.index(),
                    UserComparison.created(json));
        }

        private PlannedUser compare(FileSide.Kept user, Json json, Json other) {
            List<Difference> differences = comparison.differences(json, other);
            boolean changeable = differences.stream()
                    .anyMatch(
                            each -> each.means() == Difference.Means.UPSERT || each.means() == Difference.Means.MERGE);
            return new PlannedUser(
                    differences.isEmpty() ? Action.UNCHANGED : changeable ? Action.CHANGE : Action.UNCHANGEABLE,
                    TenantSide.knownAs(json),
                    Optional.of(UserComparison.text(other, UserComparison.USER_ID)),
                    Optional.of(user.place()),
                    user.index(),
                    differences);
        }
    }
}
