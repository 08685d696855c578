package io.github.auth0maven.it;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** Writes users files that are too long to be kept. */
public final class ManyUsers {

    private static final String USER =
            "  { \"email\": \"user-%d@example.com\", \"email_verified\": true, \"given_name\": \"Ada\","
                    + " \"family_name\": \"Lovelace\", \"password_hash\": \"$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K\","
                    + " \"app_metadata\": { \"plan\": \"pro\", \"roles\": [\"admin\", \"billing\"], \"customer\": %d },"
                    + " \"user_metadata\": { \"theme\": \"dark\", \"address\": { \"street\": \"St. James's Square 12\", \"city\": \"London\" } } }";

    private ManyUsers() {}

    /** Writes a file of so many valid users, each of about 400 bytes. */
    public static void write(File file, int users) throws IOException {
        Files.createDirectories(file.toPath().getParent());
        String[] parts = USER.split("%d", -1);
        try (BufferedWriter out = Files.newBufferedWriter(file.toPath(), US_ASCII)) {
            out.write("[\n");
            for (int i = 0; i < users; i++) {
                String number = Integer.toString(i);
                out.write(parts[0]);
                out.write(number);
                out.write(parts[1]);
                out.write(number);
                out.write(parts[2]);
                out.write(i < users - 1 ? ",\n" : "\n");
            }
            out.write("]\n");
        }
    }
}
