package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a reader finds, kept so that it can be compared. */
final class Readings {

    private Readings() {}

    /**
     * A user.
     *
     * @param position the user's place
     * @param compact the user as it is sent
     * @param tokens each token's place, kind and text
     */
    record Reading(Position position, String compact, List<String> tokens) {}

    static List<Reading> of(byte[] document) throws IOException {
        return of(new ByteArrayInputStream(document));
    }

    static List<Reading> of(InputStream in) throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (UserReader users = reader(in)) {
            while (users.next()) {
                readings.add(of(users.user()));
            }
        }
        return readings;
    }

    static UserReader reader(InputStream in) {
        return new JsonArrayReader("users.json", new Blocks("users.json", in, null));
    }

    static Reading of(User user) {
        Json json = user.json();
        List<String> tokens = new ArrayList<>();
        for (int token = Json.ROOT; token < json.tokens; token++) {
            tokens.add(user.positionOf(token) + " " + json.kind(token) + " " + json.text(token));
        }
        return new Reading(user.position(), compact(user), tokens);
    }

    static String compact(User user) {
        byte[] target = new byte[user.json().writtenSize()];
        int size = user.json().writeTo(target, 0);
        return new String(target, 0, size, UTF_8);
    }

    /** The user that this is, on its own. */
    static User user(String json) throws UsersFileException {
        return User.of("users.json", json.getBytes(UTF_8));
    }

    /** The user as it is sent, in a list of its own. */
    static String compact(String json) throws UsersFileException {
        return compact(user(json));
    }

    static byte[] spaces(int count) {
        byte[] spaces = new byte[count];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    static byte[] joined(byte[]... parts) {
        int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[size];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
