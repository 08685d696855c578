package io.github.auth0maven.batch;

import io.github.auth0maven.users.User;

/** How a user is written into an import file. */
public interface UserForm {

    /** The closing brace, which every user ends with. */
    int BRACE = 1;

    /** Users as they stand in the users file, without the white space. */
    UserForm AS_WRITTEN = new UserForm() {
        @Override
        public int largest(User user) {
            return user.writtenSize();
        }

        @Override
        public int write(User user, byte[] target, int at) {
            return user.writeTo(target, at);
        }

        @Override
        public int ofSource(User user, int written) {
            return written - BRACE;
        }
    };

    /** The most bytes that {@link #write} can need for this user. */
    int largest(User user);

    /**
     * Writes the user.
     *
     * @param target has room for {@link #largest} bytes
     * @return the index after the last byte written
     */
    int write(User user, byte[] target, int at);

    /** How many of the written bytes, before the closing brace, are in the users file. */
    int ofSource(User user, int written);
}
