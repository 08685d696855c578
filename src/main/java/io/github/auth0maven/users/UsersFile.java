package io.github.auth0maven.users;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file with a list of users.
 *
 * @param path where it is
 * @param name what messages call it
 */
public record UsersFile(Path path, String name) implements UserSource {

    @Override
    public UserReader open() throws IOException {
        return alone().open();
    }

    @Override
    public UserReader openUnchanged(Fingerprint expected) throws IOException {
        return alone().openUnchanged(expected);
    }

    private UsersFiles alone() {
        return new UsersFiles(List.of(this), ReadingOptions.DEFAULT);
    }

    /**
     * Begins to read this file.
     *
     * @param last whether it is the last one of the pass
     */
    UserReader open(ReadingOptions options, Pass pass, UserCount count, boolean last) throws IOException {
        ByteSource bytes = new Blocks(name, Files.newInputStream(path), pass, last);
        try {
            return open(bytes, options, count);
        } catch (IOException | RuntimeException e) {
            try (bytes) {
                throw e;
            }
        }
    }

    private UserReader open(ByteSource bytes, ReadingOptions options, UserCount count) throws IOException {
        PeekedBytes content = new PeekedBytes(bytes);
        if (Gunzip.begins(content.head(), content.size())) {
            content = new PeekedBytes(new Gunzip(name, content, options.gzip()));
        }
        UsersFormat format = options.format() == UsersFormat.AUTO
                ? UsersFormat.of(path.toString(), content.head(), content.size())
                : options.format();
        UserReader users = open(format, content, count);
        if (options.export() != ExportMode.FALSE) {
            users = new ExportReader(users, options.export(), count);
        }
        return options.placeholders().isPresent()
                ? new FilteringReader(users, options.placeholders().get())
                : users;
    }

    private UserReader open(UsersFormat format, ByteSource content, UserCount count) {
        return switch (format) {
            case CSV -> new CsvReader(name, content, count);
            case YAML -> new YamlReader(name, content, count);
            case NDJSON -> new NdjsonReader(new JsonWindow(name, content, count));
            default -> new JsonArrayReader(new JsonWindow(name, content, count));
        };
    }
}
