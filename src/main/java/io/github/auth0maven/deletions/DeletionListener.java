package io.github.auth0maven.deletions;

import io.github.auth0maven.users.Position;
import java.io.IOException;
import java.util.Optional;

/** Is told how a deletion goes. */
public interface DeletionListener {

    /**
     * A user of the file whom the import may have created.
     *
     * @param id of the user in the tenant, if it was found
     * @param label what a person calls it: an address, a username
     */
    record Told(Position position, Optional<String> id, String label, Outcome outcome) {}

    /** So many users are to be gone through. */
    void begins(long users, boolean resumed);

    /** It is known what became of a user, or, in a rehearsal, what would become of it. */
    void settled(Told user) throws IOException;

    /** Something that a reader should know besides. */
    void noted(String remark);
}
