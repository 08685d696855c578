package io.github.auth0maven.restorations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.report.OwnerOnly;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file of what users were: a line that says where, then one for each user as the tenant told of it; its owner's alone. */
final class BackupFile implements Closeable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final String KIND = "auth0-maven-plugin.backup";

    private final Path file;
    private final Path draft;
    private final RandomAccessFile opened;
    private final Writer out;

    /** Where the users are. */
    record Place(String domain, String connection) {}

    /** Takes what becomes of reading a file. */
    interface Reader {
        void read(JsonNode user) throws IOException, InterruptedException;
    }

    private BackupFile(Path file, Place place) throws IOException {
        this.file = file;
        draft = file.resolveSibling(file.getFileName() + ".1");
        opened = OwnerOnly.create(draft);
        out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(opened.getFD()), UTF_8));
        ObjectNode head = JSON.createObjectNode()
                .put("kind", KIND)
                .put("domain", place.domain())
                .put("connection", place.connection());
        line(head.toString());
    }

    /** Begins a file, which has its name once it is complete. */
    static BackupFile create(Path file, Place place) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return new BackupFile(file, place);
    }

    private void line(String json) throws IOException {
        out.write(json);
        out.write('\n');
    }

    /** Takes what a user is. */
    void add(String json) throws IOException {
        line(json);
    }

    /** All users are in the file, and on the disk. */
    void complete() throws IOException {
        out.flush();
        opened.getFD().sync();
        out.close();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        opened.close();
        Files.deleteIfExists(draft);
    }

    /** Where the users of a file are. */
    static Place place(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            JsonNode head = parse(file, first == null ? "" : first);
            if (!KIND.equals(head.path("kind").asText())) {
                throw noBackup(file);
            }
            return new Place(
                    head.path("domain").asText(), head.path("connection").asText());
        }
    }

    /** Reads the users of a file, one after the other. */
    static void read(Path file, Reader reader) throws IOException, InterruptedException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.read(parse(file, line));
            }
        }
    }

    private static JsonNode parse(Path file, String line) throws IOException {
        try {
            JsonNode read = JSON.readTree(line);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // its message quotes the line
        }
        throw noBackup(file);
    }

    private static IOException noBackup(Path file) {
        return new IOException(
                file + " is no backup of users, or not whole: auth0.backup=true has an import leave one");
    }
}
