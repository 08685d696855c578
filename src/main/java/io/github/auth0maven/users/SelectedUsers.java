package io.github.auth0maven.users;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those of the users who are selected, numbered as if there were no others; some of them without their metadata. */
public record SelectedUsers(UserSource source, Selection selection) implements UserSource {

    /** Who is selected, by the numbers that users have among all of them. */
    public interface Selection {

        boolean has(long user);

        /** Whether the user is to be read without metadata. */
        boolean isWithoutMetadata(long user);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<String> names() {
        return source.names();
    }

    @Override
    public UserReader open() throws IOException {
        return new Reader(source.open(), selection);
    }

    @Override
    public UserReader openUnchanged(Fingerprint expected) throws IOException {
        return new Reader(source.openUnchanged(expected), selection);
    }

    private static final class Reader extends ForwardingReader {

        private static final Names METADATA = Names.of(List.of("app_metadata", "user_metadata"));

        private final Selection selection;
        private final UserWriter writer =
                new UserWriter((token, index) -> users.user().positionOf((int) token));
        private @Nullable User rewritten;
        private long selected;

        Reader(UserReader users, Selection selection) {
            super(users);
            this.selection = selection;
        }

        @Override
        public boolean next() throws IOException {
            while (users.next()) {
                long number = users.user().index();
                if (selection.has(number)) {
                    users.user().begin(selected);
                    rewritten = selection.isWithoutMetadata(number) ? withoutMetadata(users.user()) : null;
                    selected++;
                    return true;
                }
            }
            return false;
        }

        private User withoutMetadata(User user) throws UsersFileException {
            Json json = user.json();
            writer.begin(selected);
            writer.open('{', Json.ROOT);
            for (int name = json.first(Json.ROOT);
                    name < json.after(Json.ROOT);
                    name = json.after(json.valueOf(name))) {
                if (METADATA.indexOf(json, name) < 0) {
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
    }
}
