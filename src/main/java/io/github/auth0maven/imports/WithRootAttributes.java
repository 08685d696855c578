package io.github.auth0maven.imports;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.UserForm;
import io.github.auth0maven.users.User;

/** Users as they are sent: as written, with the root attributes that they lack. */
record WithRootAttributes(RootAttributes attributes) implements UserForm {

    @Override
    public int largest(User user) {
        return user.writtenSize() + attributes.largest(user);
    }

    @Override
    public int write(User user, byte[] target, int at) {
        return attributes.write(user, target, at);
    }

    @Override
    public int ofSource(User user, int written) {
        return (attributes.isEmpty() ? written : user.compactSize()) - BRACE;
    }
}
