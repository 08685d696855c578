package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;

/** All that a source holds, gathered for comparison; and files for it to hold. */
final class Gathered {

    private Gathered() {}

    /** The users as they are sent, each after its place. */
    static List<String> from(UserSource source) throws IOException {
        List<String> users = new ArrayList<>();
        try (UserReader reader = source.open()) {
            while (reader.next()) {
                users.add(reader.user().position() + " " + compact(reader.user()));
            }
        }
        return users;
    }

    /** The users as they are sent. */
    static List<String> users(UserSource source) throws IOException {
        List<String> users = new ArrayList<>();
        try (UserReader reader = source.open()) {
            while (reader.next()) {
                users.add(compact(reader.user()));
            }
        }
        return users;
    }

    /** Each token of all users with its place. */
    static List<String> tokens(UserSource source) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (UserReader reader = source.open()) {
            while (reader.next()) {
                Json json = reader.user().json();
                for (int token = Json.ROOT; token < json.tokens; token++) {
                    Position position = reader.user().positionOf(token);
                    String text = json.kind(token).compareTo(Json.Kind.ARRAY) > 0 ? " " + json.text(token) : "";
                    tokens.add(position.line() + "," + position.column() + " " + json.kind(token) + text);
                }
            }
        }
        return tokens;
    }

    static AbstractThrowableAssert<?, ?> failure(UserSource source) {
        return assertThatThrownBy(() -> from(source)).isInstanceOf(UsersFileException.class);
    }

    static String compact(User user) {
        byte[] target = new byte[user.json().writtenSize()];
        return new String(target, 0, user.json().writeTo(target, 0), UTF_8);
    }

    static UsersFile file(Path directory, String name, String content) throws IOException {
        return file(directory, name, content.getBytes(UTF_8));
    }

    static UsersFile file(Path directory, String name, byte[] content) throws IOException {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        return new UsersFile(Files.write(path, content), name);
    }

    static byte[] gzip(String content) throws IOException {
        return gzip(content.getBytes(UTF_8));
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
