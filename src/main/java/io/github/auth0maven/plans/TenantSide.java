package io.github.auth0maven.plans;

import io.github.auth0maven.users.ExportedIdentity;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tenant's users: those who may be in the users files whole, of the others what they are known by. */
final class TenantSide implements Closeable {

    private static final Names TIMES = Names.of(List.of("updated_at"));

    private final FileSide file;
    private final Partitions users;
    private final Path othersPath;
    private final DataOutputStream others;
    private final Set<String> foundLater = new HashSet<>();
    private byte[] written = new byte[1 << 12];
    private long usersOfOthers;
    private long changedMeanwhile;

    /**
     * A user of the tenant, and where among the bytes of its part it is.
     *
     * @param first whether it is nowhere else
     */
    record Kept(long hash, boolean first, int at, int length) {}

    TenantSide(FileSide file, Partitions users, Path others, KeptFiles open) throws IOException {
        this.file = file;
        this.users = users;
        this.othersPath = others;
        this.others = new DataOutputStream(new BufferedOutputStream(
                Channels.newOutputStream(open.create(others).getChannel()), 1 << 14));
    }

    /**
     * Reads the users of an export.
     *
     * @param connection whose users they are to be, if that is known
     * @param begun when the export began
     */
    void read(UserReader export, Optional<String> connection, Optional<String> begun) throws IOException {
        while (export.next()) {
            Json user = export.user().json();
            ExportedIdentity identity = new ExportedIdentity(user);
            boolean other = connection.isPresent() && !connection.get().equals(identity.connection());
            if (other || !identity.isOfDatabase()) {
                usersOfOthers++;
                continue;
            }
            changedMeanwhile += begun.isPresent() && changedAt(user).compareTo(begun.get()) > 0 ? 1 : 0;
            keep(export.user());
        }
    }

    private static String changedAt(Json user) {
        int time = user.member(Json.ROOT, TIMES, 0);
        return time < 0 ? "" : user.text(time);
    }

    private void keep(User user) throws IOException {
        List<String> known = UserKey.allOfTenant(user.json());
        boolean first = true;
        for (String key : known) {
            long hash = UserKey.hash(key);
            if ((UserKey.isEmail(key) || file.lacksEmails()) && file.keys().mayHold(hash)) {
                keep(user, hash, first);
                first = false;
            }
        }
        if (first) {
            other(user.json());
        }
    }

    private void keep(User user, long hash, boolean first) throws IOException {
        if (written.length < user.writtenSize()) {
            written = new byte[2 * user.writtenSize()];
        }
        int length = user.writeTo(written, 0);
        int part = Partitions.of(hash);
        users.putInt(part, first ? length : -length);
        users.putLong(part, hash);
        users.put(part, written, length);
    }

    /** The users among the bytes of a part. */
    static List<Kept> users(byte[] part) {
        List<Kept> all = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(part);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            long hash = bytes.getLong();
            all.add(new Kept(hash, length > 0, bytes.position(), Math.abs(length)));
            bytes.position(bytes.position() + Math.abs(length));
        }
        return all;
    }

    byte[] load(int part) throws IOException {
        return users.load(part);
    }

    /** A user is in no users file, as far as can be seen now. */
    void other(Json user) throws IOException {
        String id = UserComparison.text(user, UserComparison.USER_ID);
        others.writeUTF(id);
        others.writeUTF(knownAs(user));
    }

    /** A user has been found in a users file by something else than what was looked at first. */
    void foundLater(Json user) {
        foundLater.add(UserComparison.text(user, UserComparison.USER_ID));
    }

    static String knownAs(Json user) {
        List<String> keys = UserKey.all(user);
        return keys.isEmpty() ? "" : keys.get(0).substring(1);
    }

    /** Tells of all who are in no users file. */
    void tellOthers(PlanSink sink) throws IOException {
        others.close();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(othersPath)))) {
            while (true) {
                String id = in.readUTF();
                String known = in.readUTF();
                if (!foundLater.contains(id)) {
                    sink.planned(new PlannedUser(
                            PlannedUser.Action.TENANT_ONLY, known, Optional.of(id), Optional.empty(), -1, List.of()));
                }
            }
        } catch (EOFException end) {
            // all of them
        }
    }

    /** How many users the export holds that are of other connections. */
    long usersOfOthers() {
        return usersOfOthers;
    }

    /** How many users were changed after the export had begun. */
    long changedMeanwhile() {
        return changedMeanwhile;
    }

    @Override
    public void close() throws IOException {
        try (users) {
            others.close();
        } finally {
            Files.deleteIfExists(othersPath);
        }
    }
}
