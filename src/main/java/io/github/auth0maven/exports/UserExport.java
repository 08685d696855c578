package io.github.auth0maven.exports;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.auth0maven.users.ExportChanges;
import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.ExportOptions;
import io.github.auth0maven.users.UserReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * An export on one page: has the users exported, fetches the file into a draft beside the one that is wanted, makes of it what is
 * wanted in a second draft, and gives that the name once it is complete.
 */
public final class UserExport {

    private static final int BUFFER = 1 << 16;
    private static final byte[] BEGINNING = "[\n".getBytes(US_ASCII);
    private static final byte[] SEPARATOR = ",\n".getBytes(US_ASCII);
    private static final byte[] END = "\n]\n".getBytes(US_ASCII);

    private final FollowedExport following;
    private final Drafts drafts;

    /** Makes files that only their owner can read. */
    @FunctionalInterface
    public interface Drafts {
        OutputStream create(Path file) throws IOException;
    }

    /**
     * What is wanted.
     *
     * @param file where it goes; gzipped if its name ends with {@code .gz}
     * @param connection the name of the connection, if it is known by its name
     */
    public record Order(ExportOrder order, ExportFormat format, Path file, Optional<String> connection) {

        boolean isGzipped() {
            return file.getFileName().toString().endsWith(".gz");
        }

        Path draft(String suffix) {
            return file.resolveSibling(file.getFileName() + suffix);
        }
    }

    /**
     * What has been exported.
     *
     * @param users how many, where they have been counted
     * @param changes what has been changed of them so that an import takes them
     */
    public record Exported(Optional<Long> users, ExportChanges changes) {}

    public UserExport(FollowedExport following, Drafts drafts) {
        this.following = following;
        this.drafts = drafts;
    }

    /**
     * Exports the users.
     *
     * @throws ExportException if there is no export, or its file is not what it is to be; what was in the file before is still there
     */
    public Exported run(Order order) throws IOException, InterruptedException {
        Path fetched = order.draft(".fetched");
        Path made = order.draft(".draft");
        try {
            ExportJob job = following.fetch(order.order(), () -> drafts.create(fetched));
            FetchedFile file = new FetchedFile(fetched, job);
            Exported exported =
                    order.format() == ExportFormat.USERS ? usersFile(file, order, made) : asItIs(file, order, made);
            Files.move(made, order.file(), StandardCopyOption.ATOMIC_MOVE);
            return exported;
        } finally {
            Files.deleteIfExists(fetched);
            Files.deleteIfExists(made);
        }
    }

    private Exported usersFile(FetchedFile file, Order order, Path made) throws IOException {
        ExportOptions options = new ExportOptions(
                ExportMode.TRUE,
                file.job().connection().or(order::connection).stream().collect(Collectors.toSet()));
        long count = 0;
        byte[] buffer = new byte[BUFFER];
        try (UserReader users = file.open(options);
                OutputStream out = open(order, made)) {
            out.write(BEGINNING);
            while (users.next()) {
                int size = users.user().compactSize();
                buffer = size > buffer.length ? new byte[2 * size] : buffer;
                out.write(count++ == 0 ? new byte[0] : SEPARATOR);
                out.write(buffer, 0, users.user().writeTo(buffer, 0));
            }
            out.write(END);
            return new Exported(Optional.of(count), users.exportChanges());
        }
    }

    private Exported asItIs(FetchedFile file, Order order, Path made) throws IOException {
        long lines = 0;
        try (InputStream in = file.unpacked();
                OutputStream out = open(order, made)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = file.read(in, buffer); read >= 0; read = file.read(in, buffer)) {
                out.write(buffer, 0, read);
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        // a text in CSV may hold line ends
        return new Exported(
                order.format() == ExportFormat.NDJSON ? Optional.of(lines) : Optional.empty(), ExportChanges.NONE);
    }

    private OutputStream open(Order order, Path made) throws IOException {
        OutputStream file = drafts.create(made);
        return new BufferedOutputStream(order.isGzipped() ? new GZIPOutputStream(file, BUFFER) : file, BUFFER);
    }
}
