package io.github.auth0maven.users;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Passes on what another reader reads; what is different about it is all that a subclass says. */
public abstract class ForwardingReader implements UserReader {

    /** Whose users it passes on. */
    protected final UserReader users;

    protected ForwardingReader(UserReader users) {
        this.users = users;
    }

    @Override
    public User user() {
        return users.user();
    }

    @Override
    public int file() {
        return users.file();
    }

    @Override
    public Fingerprint fingerprint() {
        return users.fingerprint();
    }

    @Override
    public Optional<String> record() {
        return users.record();
    }

    @Override
    public FileForm form() {
        return users.form();
    }

    @Override
    public ExportChanges exportChanges() {
        return users.exportChanges();
    }

    @Override
    public HashChanges hashChanges() {
        return users.hashChanges();
    }

    @Override
    public List<FileWarning> columnWarnings() {
        return users.columnWarnings();
    }

    @Override
    public Optional<Position> headerWithout(Set<String> attributes) {
        return users.headerWithout(attributes);
    }

    @Override
    public void close() throws IOException {
        users.close();
    }
}
