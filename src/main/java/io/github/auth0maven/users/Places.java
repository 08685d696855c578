package io.github.auth0maven.users;

/** Knows where in a users file the bytes of a user come from. */
@FunctionalInterface
interface Places {

    /**
     * A byte's place in the file.
     *
     * @param byteIndex an index into the user's {@link Json}
     * @param index the user's place among all users
     */
    Position at(int byteIndex, long index);
}
