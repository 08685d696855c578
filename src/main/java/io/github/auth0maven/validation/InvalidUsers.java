package io.github.auth0maven.validation;

import java.util.BitSet;

/** The users of a file that Auth0 would refuse, or that have raised warnings, by their index; a bit for each user of the file. */
public final class InvalidUsers {

    private final BitSet users = new BitSet();
    private int count;

    InvalidUsers() {}

    void add(long user) {
        int bit = Math.toIntExact(user);
        if (!users.get(bit)) {
            users.set(bit);
            count++;
        }
    }

    /** Whether the user with this index is among them. */
    public boolean contains(long user) {
        return user <= Integer.MAX_VALUE && users.get((int) user);
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** Those who are among these, or among the others. */
    InvalidUsers and(InvalidUsers others) {
        InvalidUsers all = new InvalidUsers();
        all.users.or(users);
        all.users.or(others.users);
        all.count = all.users.cardinality();
        return all;
    }

    @Override
    public String toString() {
        return "InvalidUsers[" + count + "]";
    }
}
