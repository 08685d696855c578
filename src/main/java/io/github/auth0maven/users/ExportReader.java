package io.github.auth0maven.users;

import io.github.auth0maven.users.ExportChanges.Change;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
final class ExportReader implements UserReader {

    private static final String PREFIX = "auth0|";
    private static final String PROVIDER = "auth0";
    /** More names than this are counted together. */
    private static final int MOST_NAMES = 100;

    private static final String OTHER_NAMES = "…";

    /** Connections that Auth0 names itself, and which are no databases. */
    private static final Set<String> OTHER_CONNECTIONS = Set.of(
            "google-oauth2", "facebook", "twitter", "github", "linkedin", "windowslive", "apple", "email", "sms");

    private static final Names IMPORTED = Names.of(AttributeTypes.NAMES);
    private static final int USER_ID = AttributeTypes.NAMES.indexOf("user_id");
    private static final int PASSWORD_HASH = AttributeTypes.NAMES.indexOf("password_hash");

    private static final Names EXPORTED =
            Names.of(List.of("identities", "provider", "isSocial", "connection", "_id", "$oid", "passwordHash"));
    private static final int IDENTITIES = 0;
    private static final int PROVIDER_NAME = 1;
    private static final int IS_SOCIAL = 2;
    private static final int CONNECTION = 3;
    private static final int ID = 4;
    private static final int OBJECT_ID = 5;
    private static final int HASH = 6;

    private final UserReader users;
    private final BooleanSupplier toldAsExport;
    private final UserCount count;
    /** What writes users anew, if there are any to be. */
    private @Nullable UserWriter writer;

    private @Nullable User rewritten;
    private boolean begun;
    private boolean isExport;

    private long usersLeftOut;
    private final Map<Change, Long> changed = new EnumMap<>(Change.class);
    private final SortedMap<String, Long> dropped = new TreeMap<>();

    /**
     * @param toldAsExport whether it is known to be an export, whatever its first user looks like; asked when that has been read
     */
    ExportReader(UserReader users, BooleanSupplier toldAsExport, UserCount count) {
        this.users = users;
        this.toldAsExport = toldAsExport;
        this.count = count;
    }

    @Override
    public boolean next() throws IOException {
        while (users.next()) {
            User user = users.user();
            rewritten = null;
            if (!begun) {
                begun = true;
                isExport = toldAsExport.getAsBoolean() || isExported(user.json());
            }
            if (!isExport) {
                return true;
            }
            if (isOfDatabase(user.json())) {
                rewritten = rewrite(user);
                return true;
            }
            usersLeftOut++;
            count.giveBack();
        }
        return false;
    }

    @Override
    public User user() {
        return rewritten == null ? users.user() : rewritten;
    }

    @Override
    public Fingerprint fingerprint() {
        return users.fingerprint();
    }

    @Override
    public ExportChanges exportChanges() {
        return new ExportChanges(usersLeftOut, dropped, changed).plus(users.exportChanges());
    }

    @Override
    public List<ColumnWarning> columnWarnings() {
        return users.columnWarnings();
    }

    @Override
    public Optional<String> record() {
        return users.record();
    }

    @Override
    public FileForm form() {
        return users.form();
    }

    @Override
    public void close() throws IOException {
        users.close();
    }

    /** Whether a user has what users have in exports alone. */
    private static boolean isExported(Json json) {
        return json.member(Json.ROOT, EXPORTED, IDENTITIES) >= 0
                || (json.member(Json.ROOT, EXPORTED, HASH) >= 0 && json.member(Json.ROOT, EXPORTED, ID) >= 0);
    }

    /** Whether the first identity, which is the user's own, others being linked to it, is of a database connection. */
    private static boolean isOfDatabase(Json json) {
        int identity = identity(json);
        int provider = identity < 0 ? -1 : json.member(identity, EXPORTED, PROVIDER_NAME);
        if (provider >= 0) {
            return json.text(provider).equals(PROVIDER);
        }
        int social = identity < 0 ? -1 : json.member(identity, EXPORTED, IS_SOCIAL);
        if (social >= 0 && json.kind(social) == Json.Kind.TRUE) {
            return false;
        }
        int id = json.member(Json.ROOT, IMPORTED, USER_ID);
        if (id >= 0) {
            return !json.text(id).contains("|") || json.text(id).startsWith(PREFIX);
        }
        int connection = identity < 0 ? -1 : json.member(identity, EXPORTED, CONNECTION);
        return connection < 0 || !OTHER_CONNECTIONS.contains(json.text(connection));
    }

    private static int identity(Json json) {
        int identities = json.member(Json.ROOT, EXPORTED, IDENTITIES);
        if (identities < 0 || json.kind(identities) != Json.Kind.ARRAY) {
            return -1;
        }
        int identity = json.first(identities);
        boolean isObject = identity < json.after(identities) && json.kind(identity) == Json.Kind.OBJECT;
        return isObject ? identity : -1;
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
            drop(json.text(name));
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

    private void drop(String name) {
        dropped.merge(dropped.size() < MOST_NAMES || dropped.containsKey(name) ? name : OTHER_NAMES, 1L, Long::sum);
    }
}
