package io.github.auth0maven.users;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads users files one after the other; only one of them is open at a time. */
final class SequenceReader implements UserReader {

    private final UsersFiles files;
    private final Pass pass;
    private final UserCount count;
    private UserReader reader;
    private int file;
    private ExportChanges changes = ExportChanges.NONE;
    private HashChanges hashes = HashChanges.NONE;
    private List<FileWarning> warnings = List.of();
    private @Nullable FileForm form;

    SequenceReader(UsersFiles files, Pass pass, UserCount count) throws IOException {
        this.files = files;
        this.pass = pass;
        this.count = count;
        reader = open();
    }

    @Override
    public boolean next() throws IOException {
        while (!reader.next()) {
            if (file == files.files().size() - 1) {
                return false;
            }
            changes = exportChanges();
            hashes = hashChanges();
            warnings = columnWarnings();
            form = form();
            reader.close();
            file++;
            reader = open();
        }
        return true;
    }

    @Override
    public User user() {
        return reader.user();
    }

    @Override
    public int file() {
        return file;
    }

    @Override
    public Fingerprint fingerprint() {
        return pass.fingerprint();
    }

    @Override
    public ExportChanges exportChanges() {
        return changes.plus(reader.exportChanges());
    }

    @Override
    public HashChanges hashChanges() {
        return hashes.plus(reader.hashChanges());
    }

    @Override
    public List<FileWarning> columnWarnings() {
        List<FileWarning> all = new ArrayList<>(warnings);
        all.addAll(reader.columnWarnings());
        return all;
    }

    @Override
    public Optional<Position> headerWithout(Set<String> attributes) {
        return reader.headerWithout(attributes);
    }

    @Override
    public Optional<String> record() {
        return reader.record();
    }

    @Override
    public FileForm form() {
        return form == null ? reader.form() : form.with(reader.form());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private UserReader open() throws IOException {
        boolean last = file == files.files().size() - 1;
        return files.files().get(file).open(files.options(), pass, count, last);
    }
}
