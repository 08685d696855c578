package io.github.auth0maven.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.plans.Difference.Means;
import io.github.auth0maven.plans.PlannedUser.Action;
import io.github.auth0maven.users.SelectedUsers;
import io.github.auth0maven.validation.Judgement;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a plan asks for: whom to import, and what to change of single users, which an import would not change. */
public final class ChangeList implements PlanSink, SelectedUsers.Selection, Closeable {

    private final Path path;
    private final DataOutputStream out;
    private final BitSet sent = new BitSet();
    private final BitSet withoutMetadata = new BitSet();
    private long updates;
    private long singles;

    /** Takes the changes of single users. */
    @FunctionalInterface
    public interface Singles {
        void change(String userId, byte[] body) throws IOException, InterruptedException;
    }

    /**
     * @param directory where the changes of single users are kept in the meantime
     */
    public ChangeList(Path directory, KeptFiles files) throws IOException {
        path = directory.resolve("plan-changes.tmp");
        out = new DataOutputStream(new BufferedOutputStream(
                Channels.newOutputStream(files.create(path).getChannel()), 1 << 14));
    }

    @Override
    public void planned(PlannedUser user) throws IOException {
        if (user.action() == Action.CREATE || user.needs(Means.UPSERT)) {
            sent.set(Math.toIntExact(user.index()));
            updates += user.action() == Action.CREATE ? 0 : 1;
        }
        if (user.needs(Means.MERGE)) {
            withoutMetadata.set(Math.toIntExact(user.index()));
        }
        if (user.needs(Means.MERGE) || user.needs(Means.PATCH)) {
            singles++;
            byte[] body = body(user).getBytes(UTF_8);
            out.writeUTF(user.userId().orElseThrow());
            out.writeInt(body.length);
            out.write(body);
        }
    }

    private static String body(PlannedUser user) {
        Map<String, String> members = new TreeMap<>();
        Map<String, Map<String, String>> metadata = new TreeMap<>();
        for (Difference difference : user.differences()) {
            if (difference.means() == Means.MERGE || difference.means() == Means.PATCH) {
                String to = difference.to().orElse("null");
                int dot = difference.attribute().indexOf('.');
                if (dot < 0) {
                    members.put(difference.attribute(), to);
                } else {
                    metadata.computeIfAbsent(difference.attribute().substring(0, dot), name -> new TreeMap<>())
                            .put(difference.attribute().substring(dot + 1), to);
                }
            }
        }
        metadata.forEach((name, values) -> members.put(name, object(values)));
        return object(members);
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> Quoted.of(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Adds those who are invalid, for the import to tell of them. */
    public void addInvalid(Judgement judgement) {
        for (int user = 0; user < judgement.users(); user++) {
            if (judgement.invalid().contains(user)) {
                sent.set(user);
            }
        }
    }

    @Override
    public boolean has(long user) {
        return sent.get(Math.toIntExact(user));
    }

    @Override
    public boolean isWithoutMetadata(long user) {
        return withoutMetadata.get(Math.toIntExact(user));
    }

    /** How many users exist and are to be changed by an upsert. */
    public long updates() {
        return updates;
    }

    /** How many users are to be changed by themselves. */
    public long singles() {
        return singles;
    }

    /** What tells this selection of users from others. */
    public String digest() {
        return Integer.toHexString(sent.hashCode()) + "-" + Integer.toHexString(withoutMetadata.hashCode());
    }

    /** Goes through the changes of single users. */
    public void forEachSingle(Singles singles) throws IOException, InterruptedException {
        out.flush();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            for (String id = next(in); !id.isEmpty(); id = next(in)) {
                singles.change(id, in.readNBytes(in.readInt()));
            }
        }
    }

    private static String next(DataInputStream in) throws IOException {
        try {
            return in.readUTF();
        } catch (EOFException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
