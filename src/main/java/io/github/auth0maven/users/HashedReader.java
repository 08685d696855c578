package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.HashReading.Read;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts in place of a hash, as its source wrote it, what Auth0 takes. A user whose hash is such already stays as it is. */
final class HashedReader extends ForwardingReader {

    private static final Names NAMES =
            Names.of(List.of(HashReading.PASSWORD_HASH, HashReading.PASSWORD, "custom_password_hash"));
    private static final int PASSWORD_HASH = 0;
    private static final int PASSWORD = 1;
    private static final int CUSTOM = 2;
    private static final int SIZE_OF_BCRYPT = 60;

    private final HashReading hashes;
    private final Pass pass;
    private final UserWriter writer;
    private final SortedMap<String, Long> sources = new TreeMap<>();
    private final SortedMap<String, Long> refused = new TreeMap<>();
    private @Nullable User rewritten;

    HashedReader(UserReader users, HashReading hashes, Pass pass) {
        super(users);
        this.hashes = hashes;
        this.pass = pass;
        writer = new UserWriter((token, index) -> users.user().positionOf((int) token));
    }

    @Override
    public boolean next() throws IOException {
        rewritten = null;
        if (!users.next()) {
            return false;
        }
        // where no user had such a hash in the pass before, the bytes need not be looked at again
        if (pass.mayHaveForeignHashes()) {
            Json json = users.user().json();
            int value = only(json);
            if (value >= 0 && !isPasswordHash(json, value)) {
                rewrite(json, value);
            }
        }
        return true;
    }

    /** The value of the one member that may hold a hash or a password; -1 if none does, or several do. */
    private static int only(Json json) {
        int hash = json.member(Json.ROOT, NAMES, PASSWORD_HASH);
        int password = json.member(Json.ROOT, NAMES, PASSWORD);
        boolean several = (hash >= 0 && password >= 0) || json.member(Json.ROOT, NAMES, CUSTOM) >= 0;
        return several ? -1 : Math.max(hash, password);
    }

    private static boolean isPasswordHash(Json json, int value) {
        int from = json.from(value);
        return json.kind(value) == Json.Kind.STRING
                && json.to(value) - from == SIZE_OF_BCRYPT
                && json.byteAt(from) == '$'
                && json.byteAt(from + 1) == '2'
                && (json.byteAt(from + 2) == 'a' || json.byteAt(from + 2) == 'b')
                && json.byteAt(from + 3) == '$'
                && json.byteAt(from + 4) == '1'
                && json.byteAt(from + 5) == '0'
                && NAMES.indexOf(json, value - 1) == PASSWORD_HASH;
    }

    private void rewrite(Json json, int value) throws UsersFileException {
        Json.Kind kind = json.kind(value);
        if (kind != Json.Kind.STRING && kind != Json.Kind.OBJECT && kind != Json.Kind.ARRAY) {
            return;
        }
        Optional<Read> read = hashes.read(json.text(value - 1), json.text(value));
        read.ifPresent(hash -> (hash.refused() ? refused : sources).merge(hash.source(), 1L, Long::sum));
        Optional<String> replacement = read.flatMap(Read::json);
        if (replacement.isPresent()) {
            pass.foreignHash();
            rewritten = written(json, value, replacement.get());
        }
    }

    private User written(Json json, int value, String replacement) throws UsersFileException {
        Json made = User.of("", replacement.getBytes(UTF_8)).json();
        writer.begin(users.user().index());
        writer.open('{', Json.ROOT);
        for (int name = json.first(Json.ROOT); name < json.after(Json.ROOT); name = json.after(json.valueOf(name))) {
            if (json.valueOf(name) == value) {
                int place = name;
                writer.copyMember(made, made.first(Json.ROOT), token -> token == made.first(Json.ROOT) ? place : value);
            } else {
                writer.copyMember(json, name, token -> token);
            }
        }
        writer.close('}');
        return writer.finish();
    }

    @Override
    public User user() {
        return rewritten == null ? users.user() : rewritten;
    }

    @Override
    public HashChanges hashChanges() {
        return new HashChanges(sources, refused);
    }
}
