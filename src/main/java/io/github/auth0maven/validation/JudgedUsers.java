package io.github.auth0maven.validation;

import io.github.auth0maven.users.User;

/** Is told of each user in the order of the file; whether there is another one like it is not known by then. */
@FunctionalInterface
public interface JudgedUsers {

    /**
     * A user has been judged by itself.
     *
     * @param file the number of the users file that it is in, from 0
     * @param compactSize the size of the user, written without white space
     */
    void judged(User user, int file, int compactSize, boolean valid);
}
