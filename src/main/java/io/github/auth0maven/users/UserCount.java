package io.github.auth0maven.users;

/** How many users have been read so far, from all the files of a pass. */
final class UserCount {

    private long users;

    /** The index of the user that comes next. */
    long next() {
        return users;
    }

    /** Takes that index. */
    long take() {
        return users++;
    }

    /** Gives back the index that was taken last: its user is left out. */
    void giveBack() {
        users--;
    }
}
