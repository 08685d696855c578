package io.github.auth0maven.validation;

import io.github.auth0maven.attributes.SuppliedAttribute;
import io.github.auth0maven.users.User;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project's own schema for users, which they have to pass on top of Auth0's rules. */
@FunctionalInterface
public interface ProjectSchema {

    /**
     * Holds a user, with what is given to it, against the schema.
     *
     * @param given the root attributes that the user lacks and will be sent with
     */
    void judge(User user, List<SuppliedAttribute> given, Objections sink);

    /** The files that it is made of. */
    default List<Path> files() {
        return List.of();
    }

    /** Is told of what a schema does not allow. */
    @FunctionalInterface
    interface Objections {

        /** Stands for the user as a whole where a token is asked for. */
        int USER = Findings.USER;

        /**
         * The schema does not allow a value.
         *
         * @param token of the value, or {@link #USER}
         * @param attribute its path in the users file; null if it is the user as a whole
         * @param message one line, without anything that is a secret
         */
        void add(int token, @Nullable String attribute, String message);
    }
}
