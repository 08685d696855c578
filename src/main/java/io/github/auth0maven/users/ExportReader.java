package io.github.auth0maven.users;

import io.github.auth0maven.users.ExportChanges.Change;
import io.github.auth0maven.users.ExportChanges.Connections;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an export of Auth0's what can be imported again: the properties that an import takes, of the users of database
 * connections, without the prefix that Auth0 puts before each user id. The export of password hashes, which Auth0's support makes,
 * has names of its own for two of the properties. Users of a file that is no export stay as they are.
 */
final class ExportReader extends ForwardingReader {

    private static final String PREFIX = "auth0|";
    /** More names than this are counted together. */
    private static final int MOST_NAMES = 100;

    private static final String OTHER_NAMES = "…";

    private static final Names IMPORTED = Names.of(AttributeTypes.NAMES);
    private static final int USER_ID = AttributeTypes.NAMES.indexOf("user_id");
    private static final int PASSWORD_HASH = AttributeTypes.NAMES.indexOf("password_hash");

    private static final Names EXPORTED = Names.of(List.of("_id", "$oid", "passwordHash"));
    private static final int ID = 0;
    private static final int OBJECT_ID = 1;
    private static final int HASH = 2;

    private final BooleanSupplier toldAsExport;
    private final Set<String> connections;
    private final UserCount count;
    /** What writes users anew, if there are any to be. */
    private @Nullable UserWriter writer;

    private @Nullable User rewritten;
    private boolean begun;
    private boolean isExport;

    private long usersLeftOut;
    private final SortedMap<String, Long> read = new TreeMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private final Map<Change, Long> changed = new EnumMap<>(Change.class);
    private final SortedMap<String, Long> dropped = new TreeMap<>();

    /**
     * @param toldAsExport whether it is known to be an export, whatever its first user looks like; asked when that has been read
     * @param connections whose users are read; of all database connections if there are none
     */
    ExportReader(UserReader users, BooleanSupplier toldAsExport, Set<String> connections, UserCount count) {
        super(users);
        this.toldAsExport = toldAsExport;
        this.connections = connections;
        this.count = count;
    }

    @Override
    public boolean next() throws IOException {
        while (users.next()) {
            User user = users.user();
            rewritten = null;
            if (!isExport(user)) {
                return true;
            }
            if (isRead(new ExportedIdentity(user.json()))) {
                rewritten = rewrite(user);
                return true;
            }
            count.giveBack();
        }
        return false;
    }

    /** Whether the file is an export, which its first user tells. */
    private boolean isExport(User user) {
        if (!begun) {
            begun = true;
            isExport = toldAsExport.getAsBoolean() || ExportedIdentity.isIn(user.json());
        }
        return isExport;
    }

    private boolean isRead(ExportedIdentity identity) {
        if (!identity.isOfDatabase()) {
            usersLeftOut++;
            return false;
        }
        String connection = identity.connection();
        boolean isRead = connections.isEmpty() || connections.contains(connection);
        if (!connection.isEmpty() || !isRead) {
            count(isRead ? read : leftOut, connection.isEmpty() ? ExportChanges.UNTOLD : connection);
        }
        return isRead;
    }

    @Override
    public User user() {
        return rewritten == null ? users.user() : rewritten;
    }

    @Override
    public ExportChanges exportChanges() {
        Connections counted = new Connections(read, leftOut, !connections.isEmpty());
        return new ExportChanges(usersLeftOut, counted, dropped, changed).plus(users.exportChanges());
    }

    private User rewrite(User user) throws UsersFileException {
        if (writer == null) {
            writer = new UserWriter((token, index) -> users.user().positionOf((int) token));
        }
        Json json = user.json();
        writer.begin(user.index());
        writer.open('{', Json.ROOT);
        for (int name = json.first(Json.ROOT); name < json.after(Json.ROOT); name = json.after(json.valueOf(name))) {
            rewrite(json, name, writer);
        }
        writer.close('}');
        return writer.finish();
    }

    private void rewrite(Json json, int name, UserWriter to) throws UsersFileException {
        int property = IMPORTED.indexOf(json, name);
        int value = json.valueOf(name);
        if (property == USER_ID
                && json.kind(value) == Json.Kind.STRING
                && json.text(value).startsWith(PREFIX)) {
            count(Change.PREFIX);
            to.name(json.text(name), name);
            to.text(json.text(value).substring(PREFIX.length()), value);
        } else if (property >= 0) {
            to.copyMember(json, name, token -> token);
        } else if (!rename(json, name, to)) {
            count(dropped, json.text(name));
        }
    }

    /** Writes a property of another name under that which an import takes, unless the user has that as well. */
    private boolean rename(Json json, int name, UserWriter to) throws UsersFileException {
        int exported = EXPORTED.indexOf(json, name);
        int value = json.valueOf(name);
        if (exported == HASH && json.member(Json.ROOT, IMPORTED, PASSWORD_HASH) < 0) {
            count(Change.PASSWORD_HASH);
            to.name("password_hash", name);
            to.copy(json, value, token -> token);
            return true;
        }
        if (exported == ID && json.member(Json.ROOT, IMPORTED, USER_ID) < 0) {
            int id = json.kind(value) == Json.Kind.OBJECT ? json.member(value, EXPORTED, OBJECT_ID) : value;
            if (id >= 0 && json.kind(id) == Json.Kind.STRING) {
                count(Change.ID);
                to.name("user_id", name);
                to.copy(json, id, token -> token);
                return true;
            }
        }
        return false;
    }

    private void count(Change change) {
        changed.merge(change, 1L, Long::sum);
    }

    private static void count(Map<String, Long> names, String name) {
        names.merge(names.size() < MOST_NAMES || names.containsKey(name) ? name : OTHER_NAMES, 1L, Long::sum);
    }
}
