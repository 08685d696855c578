package io.github.auth0maven.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

/**
 * Users as tenants have them, each of all attributes in the proportion in which they occur, the same ones in every run: all are
 * valid, some names are not ASCII, some texts are escaped.
 */
final class GeneratedUsers {

    private static final String[] GIVEN = {"Ada", "José", "Zoë", "John", "Mary", "Grace", "Wei", "Olga", "李", "Amir"};
    private static final String[] FAMILY = {"Lovelace", "García", "Müller", "Smith", "Okafor", "Hopper", "Novák", "Kim"
    };
    private static final String[] STREETS = {"Hauptstraße", "High Street", "Rue de la Paix", "St. James's Square"};
    private static final String[] PLANS = {"free", "pro", "enterprise"};
    private static final String[] ROLES = {"user", "admin", "billing", "support"};
    private static final String LETTERS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int BASE64 = 64;
    private static final String HASH = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private final Random random = new Random(42);
    private final JsonGenerator json;
    private int user;

    private GeneratedUsers(JsonGenerator json) {
        this.json = json;
    }

    /** Writes an array of users that takes at least so many bytes. */
    static void write(Path file, Form form, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(form.printer());
            GeneratedUsers users = new GeneratedUsers(json);
            long written = 0;
            json.writeStartArray();
            while (written + json.getOutputBuffered() < bytes) {
                users.writeNext();
                if (users.user % 256 == 0) {
                    json.flush();
                    written = Files.size(file);
                }
            }
            json.writeEndArray();
        }
    }

    /** Writes an array of so many users who have three identifiers, and else no more than a user must have. */
    static void writeIdentifiers(Path file, int users) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartArray();
            for (int i = 0; i < users; i++) {
                json.writeStartObject();
                json.writeStringField("email", "user" + i + "@example.com");
                json.writeStringField("username", "user" + i);
                json.writeStringField("user_id", Integer.toString(i));
                json.writeBooleanField("email_verified", true);
                json.writeStringField("password_hash", HASH);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void writeNext() throws IOException {
        user++;
        String given = oneOf(GIVEN);
        String family = oneOf(FAMILY);
        json.writeStartObject();
        writeIdentifiers();
        writeProfile(given, family);
        writePassword();
        if (inAHundred(80)) {
            writeAppMetadata();
        }
        if (inAHundred(60)) {
            writeUserMetadata();
        }
        if (inAHundred(3)) {
            writeFactors();
        }
        json.writeEndObject();
    }

    private void writeIdentifiers() throws IOException {
        String domain = "example" + random.nextInt(97) + (random.nextBoolean() ? ".com" : ".co.uk");
        String local = inAHundred(1) ? "josé" : inAHundred(5) ? "Ada.Lovelace" : "ada.lovelace";
        json.writeStringField("email", local + user + "@" + domain);
        json.writeBooleanField("email_verified", inAHundred(90));
        if (inAHundred(70)) {
            json.writeStringField("user_id", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        if (inAHundred(30)) {
            json.writeStringField("username", (inAHundred(10) ? "Ada_" : "ada_") + user);
        }
        if (inAHundred(15)) {
            json.writeStringField("phone_number", "+4930" + (10_000_000 + user));
            json.writeBooleanField("phone_verified", inAHundred(50));
        }
    }

    private void writeProfile(String given, String family) throws IOException {
        if (inAHundred(85)) {
            json.writeStringField("given_name", given);
            json.writeStringField("family_name", family);
        }
        if (inAHundred(90)) {
            json.writeStringField("name", given + " " + family);
        }
        if (inAHundred(50)) {
            json.writeStringField("nickname", inAHundred(2) ? given + " \"the " + family + "\"" : given + user);
        }
        if (inAHundred(40)) {
            json.writeStringField("picture", "https://cdn.example.com/avatars/" + user + "/large.png");
        }
        if (inAHundred(20)) {
            json.writeBooleanField("blocked", inAHundred(5));
        }
    }

    private void writePassword() throws IOException {
        if (inAHundred(75)) {
            json.writeStringField("password_hash", "$2b$10$" + letters(21) + "." + letters(30) + ".");
            return;
        }
        json.writeObjectFieldStart("custom_password_hash");
        if (inAHundred(50)) {
            json.writeStringField("algorithm", "pbkdf2");
            writeValue("hash", "$pbkdf2-sha256$i=310000,l=32$" + letters(21) + "A$" + letters(42) + "A", "utf8");
        } else {
            json.writeStringField("algorithm", "sha256");
            writeValue("hash", hex(64), "hex");
            writeValue("salt", hex(32), "utf8");
        }
        json.writeEndObject();
    }

    private void writeValue(String name, String value, String encoding) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("value", value.replace('.', 'a'));
        json.writeStringField("encoding", encoding);
        if (name.equals("salt")) {
            json.writeStringField("position", "prefix");
        }
        json.writeEndObject();
    }

    private void writeAppMetadata() throws IOException {
        json.writeObjectFieldStart("app_metadata");
        json.writeStringField("plan", oneOf(PLANS));
        json.writeArrayFieldStart("roles");
        for (int i = random.nextInt(3); i >= 0; i--) {
            json.writeString(oneOf(ROLES));
        }
        json.writeEndArray();
        json.writeNumberField("customer", 100_000 + user);
        json.writeNumberField("score", random.nextInt(10_000) / 100.0);
        json.writeNullField("legacy_id");
        json.writeEndObject();
    }

    private void writeUserMetadata() throws IOException {
        json.writeObjectFieldStart("user_metadata");
        json.writeStringField("locale", inAHundred(50) ? "de-DE" : "en-GB");
        json.writeStringField("theme", "dark");
        json.writeObjectFieldStart("address");
        json.writeStringField("street", oneOf(STREETS) + " " + random.nextInt(200));
        json.writeStringField("zip", Integer.toString(10_000 + random.nextInt(89_999)));
        json.writeEndObject();
        if (inAHundred(20)) {
            json.writeStringField("bio", "Likes engines.\nSays \"hello\" often, and writes about it at some length.");
        }
        json.writeEndObject();
    }

    private void writeFactors() throws IOException {
        json.writeArrayFieldStart("mfa_factors");
        json.writeStartObject();
        json.writeObjectFieldStart("totp");
        json.writeStringField("secret", "JBSWY3DPEHPK3PXP");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private boolean inAHundred(int times) {
        return random.nextInt(100) < times;
    }

    private String oneOf(String[] all) {
        return all[random.nextInt(all.length)];
    }

    private String letters(int count) {
        char[] letters = new char[count];
        for (int i = 0; i < count; i++) {
            letters[i] = LETTERS.charAt(random.nextInt(BASE64));
        }
        return new String(letters);
    }

    private String hex(int count) {
        char[] digits = new char[count];
        for (int i = 0; i < count; i++) {
            digits[i] = Character.forDigit(random.nextInt(16), 16);
        }
        return new String(digits);
    }
}
