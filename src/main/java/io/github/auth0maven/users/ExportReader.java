package io.github.auth0maven.users;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an export of Auth0's what can be imported again: the properties that an import takes, of the users of database
 * connections, without the prefix that Auth0 puts before each user id. Users of a file that is no export stay as they are.
 */
final class ExportReader implements UserReader {

    private static final String PREFIX = "auth0|";
    private static final String PROVIDER = "auth0";
    /** More names than this are counted together. */
    private static final int MOST_NAMES = 100;

    private static final String OTHER_NAMES = "…";

    private static final Names IMPORTED = Names.of(AttributeTypes.NAMES);
    private static final int USER_ID = AttributeTypes.NAMES.indexOf("user_id");
    private static final Names EXPORTED = Names.of(List.of("identities", "provider", "user_id"));

    private final UserReader users;
    private final ExportMode mode;
    private final UserCount count;
    /** What writes users anew, if there are any to be. */
    private @Nullable UserWriter writer;

    private @Nullable User rewritten;
    private boolean begun;
    private boolean isExport;

    private long usersLeftOut;
    private long strippedPrefixes;
    private final SortedMap<String, Long> dropped = new TreeMap<>();

    ExportReader(UserReader users, ExportMode mode, UserCount count) {
        this.users = users;
        this.mode = mode;
        this.count = count;
    }

    @Override
    public boolean next() throws IOException {
        while (users.next()) {
            User user = users.user();
            rewritten = null;
            if (!begun) {
                begun = true;
                isExport = mode == ExportMode.TRUE || user.json().member(Json.ROOT, EXPORTED, 0) >= 0;
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
        return new ExportChanges(usersLeftOut, dropped, strippedPrefixes);
    }

    @Override
    public void close() throws IOException {
        users.close();
    }

    /** Whether the first identity, which is the user's own, others being linked to it, is of a database connection. */
    private static boolean isOfDatabase(Json json) {
        int identities = json.member(Json.ROOT, EXPORTED, 0);
        if (identities >= 0 && json.kind(identities) == Json.Kind.ARRAY) {
            int identity = json.first(identities);
            if (identity < json.after(identities) && json.kind(identity) == Json.Kind.OBJECT) {
                int provider = json.member(identity, EXPORTED, 1);
                if (provider >= 0) {
                    return json.text(provider).equals(PROVIDER);
                }
            }
        }
        int id = json.member(Json.ROOT, EXPORTED, 2);
        return id < 0 || !json.text(id).contains("|") || json.text(id).startsWith(PREFIX);
    }

    private User rewrite(User user) throws UsersFileException {
        if (writer == null) {
            writer = new UserWriter((token, index) -> users.user().positionOf((int) token));
        }
        Json json = user.json();
        writer.begin(user.index());
        writer.open('{', Json.ROOT);
        for (int name = json.first(Json.ROOT); name < json.after(Json.ROOT); name = json.after(json.valueOf(name))) {
            int property = IMPORTED.indexOf(json, name);
            int value = json.valueOf(name);
            if (property < 0) {
                drop(json.text(name));
            } else if (property == USER_ID
                    && json.kind(value) == Json.Kind.STRING
                    && json.text(value).startsWith(PREFIX)) {
                strippedPrefixes++;
                writer.name(json.text(name), name);
                writer.text(json.text(value).substring(PREFIX.length()), value);
            } else {
                writer.copyMember(json, name, token -> token);
            }
        }
        writer.close('}');
        return writer.finish();
    }

    private void drop(String name) {
        dropped.merge(dropped.size() < MOST_NAMES || dropped.containsKey(name) ? name : OTHER_NAMES, 1L, Long::sum);
    }
}
