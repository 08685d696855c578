package io.github.auth0maven.users;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads a users file in whatever form it turns out to be; its bytes are looked at when the first user is asked for. */
final class UsersFileReader implements UserReader {

    private final UsersFile file;
    private final ByteSource bytes;
    private final ReadingOptions options;
    private final UserCount count;
    private @Nullable UserReader users;

    /** Before the first user has been asked for; hardly anybody wants to know. */
    private static final class Nobody {
        static final User USER = new User(new Json(), (byteIndex, index) -> new Position("", index, 1, 1));
    }

    UsersFileReader(UsersFile file, ByteSource bytes, ReadingOptions options, UserCount count) {
        this.file = file;
        this.bytes = bytes;
        this.options = options;
        this.count = count;
    }

    @Override
    public boolean next() throws IOException {
        UserReader reader = users;
        if (reader == null) {
            reader = begin();
            users = reader;
        }
        return reader.next();
    }

    @Override
    public User user() {
        return users == null ? Nobody.USER : users.user();
    }

    @Override
    public Fingerprint fingerprint() {
        return bytes.pass().fingerprint();
    }

    @Override
    public ExportChanges exportChanges() {
        return users == null ? ExportChanges.NONE : users.exportChanges();
    }

    @Override
    public HashChanges hashChanges() {
        return users == null ? HashChanges.NONE : users.hashChanges();
    }

    @Override
    public List<FileWarning> columnWarnings() {
        return users == null ? List.of() : users.columnWarnings();
    }

    @Override
    public Optional<Position> headerWithout(Set<String> attributes) {
        return users == null ? Optional.empty() : users.headerWithout(attributes);
    }

    @Override
    public Optional<String> record() {
        return users == null ? Optional.empty() : users.record();
    }

    @Override
    public FileForm form() {
        return users == null ? FileForm.JSON : users.form();
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            if (users != null) {
                users.close();
            }
        }
    }

    private UserReader begin() throws IOException {
        PeekedBytes content = new PeekedBytes(bytes);
        if (Gunzip.begins(content.head(), content.size())) {
            content = new PeekedBytes(new Gunzip(file.name(), content, options.gzip()));
        }
        UsersFormat format = options.format() == UsersFormat.AUTO
                ? UsersFormat.of(file.path().toString(), content.head(), content.size())
                : options.format();
        UserReader reader = inFormat(format, content);
        if (options.export().mode() != ExportMode.FALSE) {
            boolean told = options.export().mode() == ExportMode.TRUE;
            BooleanSupplier tells = reader instanceof CsvReader csv ? csv::isExport : () -> told;
            reader = new ExportReader(reader, tells, options.export().connections(), count);
        }
        if (options.placeholders().isPresent()) {
            reader = new FilteringReader(reader, options.placeholders().get());
        }
        return options.hashes().isPresent()
                ? new HashedReader(reader, options.hashes().get(), bytes.pass())
                : reader;
    }

    private UserReader inFormat(UsersFormat format, ByteSource content) throws IOException {
        return switch (format) {
            case CSV -> new CsvReader(file.name(), content, count, options);
            case YAML -> new YamlReader(file.name(), content, count);
            case NDJSON -> new NdjsonReader(new JsonWindow(file.name(), content, count));
            default -> new JsonArrayReader(new JsonWindow(file.name(), content, count));
        };
    }
}
