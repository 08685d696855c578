package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.jobs.ImportJournal;
import io.github.auth0maven.management.PrivateKeyFile;
import io.github.auth0maven.management.Trust;
import io.github.auth0maven.passwords.Samples;
import io.github.auth0maven.passwords.SamplesFile;
import io.github.auth0maven.passwords.sources.SourcePasswords;
import io.github.auth0maven.schema.SchemaFile;
import io.github.auth0maven.users.CsvOptions;
import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.ExportOptions;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.users.UsersFormat;
import io.github.auth0maven.validation.UserValidator;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with a file that a goal is given, and wherever, no message quotes what may be a secret of it; neither does
 * any that an exception has as its cause, which {@code -e} and {@code -X} print.
 */
class InputsAreNotQuotedTest {

    private static final String SECRET = "K7xq2ZmP9wRt4VbN8sLd";
    private static final String DIGEST = "J5cW3hYf8GkD6nTz0QaM1pU4eX7rB9iHoE2vS6yCl8gK3jF5dN0mA";
    private static final String HASH = "$2b$10$" + DIGEST;
    private static final String FACTOR = "JBSWY3DPEHPK3PXP";
    private static final List<String> SECRETS = List.of(SECRET, DIGEST, FACTOR);

    /** A word of letters and digits up to this is told: one's mistake has to be recognized. */
    private static final int PIECE = 6;

    private static final int DAMAGES = Integer.getInteger("fuzz.damages", 300);

    private static final String USERS_JSON = "[{\"email\":\"ada@example.com\",\"password_hash\":\"" + HASH
            + "\",\"email_verified\":true},\n{\"email\":\"bob@example.com\",\"custom_password_hash\":{\"algorithm\":\"hmac\","
            + "\"hash\":{\"value\":\"" + SECRET + "\",\"encoding\":\"base64\",\"digest\":\"sha1\",\"key\":{\"value\":\""
            + SECRET
            + "\"}},\"salt\":{\"value\":\"" + SECRET
            + "\",\"position\":\"prefix\"}},\n\"mfa_factors\":[{\"totp\":{\"secret\":\""
            + FACTOR + "\"}}]}]";

    private static final String USERS_YAML = "- email: ada@example.com\n  password_hash: " + HASH + "\n"
            + "- email: bob@example.com\n  custom_password_hash:\n    algorithm: hmac\n    hash: {value: \"" + SECRET
            + "\", encoding: base64, digest: sha1}\n    salt:\n      value: '" + SECRET + "'\n"
            + "  mfa_factors:\n  - totp: {secret: &a " + FACTOR + "}\n  - totp: {secret: !!str \"\\x4b" + FACTOR
            + "\"}\n";

    private static final String USERS_CSV =
            "email,given_name,password_hash,mfa_factors,custom_password_hash.hash.value\n"
                    + "ada@example.com,Ada,\"" + HASH + "\",\"[{\"\"totp\"\":{\"\"secret\"\":\"\"" + FACTOR
                    + "\"\"}}]\",\n"
                    + "bob@example.com,\"B, ob\",,," + SECRET + "\n";

    /** As their sources write them. */
    private static final String HASHES_JSON = "[{\"email\":\"a@example.com\",\"password_hash\":\"{bcrypt}" + HASH
            + "\"},\n{\"email\":\"b@example.com\",\"password\":\"pbkdf2_sha256$260000$" + SECRET + "$" + DIGEST
            + "=\"},\n{\"email\":\"c@example.com\",\"password_hash\":{\"secretData\":\"{\\\"value\\\":\\\"" + DIGEST
            + "\\\",\\\"salt\\\":\\\"" + SECRET + "\\\"}\",\"credentialData\":\"{\\\"hashIterations\\\":27500,"
            + "\\\"algorithm\\\":\\\"pbkdf2-sha256\\\"}\"}},\n{\"email\":\"d@example.com\",\"password_hash\":\"{SSHA}"
            + SECRET + "\"}]";

    private static final String HASHES_CSV = "email,password\na@example.com,{SSHA}" + SECRET + "\nb@example.com,"
            + "$argon2id$v=19$m=65536,t=3,p=4$" + SECRET + "$" + DIGEST + "\nc@example.com,$NT$" + SECRET + "\n";

    private static final String SAMPLES_CSV =
            "email,password\nada@example.com,\"" + SECRET + "\"\nbob@example.com," + DIGEST + "\n";

    private static final String SAMPLES_JSON = "[{\"email\":\"ada@example.com\",\"password\":\"" + SECRET
            + "\"},\n{\"username\":\"bob\",\"password\":\"" + DIGEST + "\"}]";

    private static final String SAMPLES_YAML = "- email: ada@example.com\n  password: \"" + SECRET
            + "\"\n- user_id: {a: &b 1}\n  password: !!str '" + DIGEST + "'\n";

    private static final String SCHEMA =
            "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$defs\":{\"a\":{"
                    + "\"const\":\"" + SECRET + "\",\"default\":\"" + HASH + "\"}},\"type\":\"object\",\"properties\":{"
                    + "\"password_hash\":{\"$ref\":\"#/$defs/a\",\"enum\":[\"" + HASH + "\",\"" + SECRET
                    + "\"]},\"name\":{\"pattern\":\"^"
                    + "[a-z]+$\",\"examples\":[\"" + FACTOR + "\"]}},\"required\":[\"email\"]}";

    @TempDir
    private Path directory;

    /** What takes a file and says what is wrong with it. */
    private interface Reading {
        void read(Path file, List<String> told) throws Exception;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Input(String name, byte[] content, List<String> secrets, Reading reading) {
        Input(String name, String content, Reading reading) {
            this(name, content.getBytes(UTF_8), SECRETS, reading);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Input> inputs() throws IOException {
        List<Input> inputs = new ArrayList<>(List.of(
                new Input("users.json", USERS_JSON, users(UsersFormat.JSON)),
                new Input(
                        "users.ndjson",
                        USERS_JSON.substring(1, USERS_JSON.length() - 1).replace("},\n{", "}\n{"),
                        users(UsersFormat.NDJSON)),
                new Input("users.yaml", USERS_YAML, users(UsersFormat.YAML)),
                new Input("users.csv", USERS_CSV, users(UsersFormat.CSV)),
                new Input("users.json.gz", gzip(USERS_JSON), SECRETS, users(UsersFormat.JSON)),
                new Input("hashes.json", HASHES_JSON, InputsAreNotQuotedTest::hashes),
                new Input("hashes.csv", HASHES_CSV, InputsAreNotQuotedTest::hashes),
                new Input("samples.csv", SAMPLES_CSV, samples("samples.csv")),
                new Input("samples.json", SAMPLES_JSON, samples("samples.json")),
                new Input("samples.yaml", SAMPLES_YAML, samples("samples.yaml")),
                new Input("a schema", SCHEMA, InputsAreNotQuotedTest::schema),
                new Input("users for a schema", USERS_JSON, InputsAreNotQuotedTest::schema),
                new Input(
                        "a user for a schema",
                        USERS_JSON.substring(1).replaceFirst("},\\R.*", "}"),
                        InputsAreNotQuotedTest::schema),
                new Input("a journal", journal(), InputsAreNotQuotedTest::journal),
                new Input("users for a journal", USERS_JSON, InputsAreNotQuotedTest::journal),
                new Input("users for a key", USERS_JSON, InputsAreNotQuotedTest::key),
                new Input("users for CAs", USERS_JSON, InputsAreNotQuotedTest::certificates),
                new Input(
                        "root attributes",
                        "{\"a\":\"" + SECRET + "\",\"b\":[${email},\"" + HASH + "\"]}",
                        InputsAreNotQuotedTest::rootAttributes)));
        for (String key : List.of("pkcs1", "pkcs8", "pkcs8-aes-256", "pkcs1-aes256")) {
            String pem = new String(
                    InputsAreNotQuotedTest.class
                            .getResourceAsStream("/io/github/auth0maven/management/keys/" + key + ".pem")
                            .readAllBytes(),
                    UTF_8);
            List<String> lines = pem.lines()
                    .filter(line -> line.length() > 40 && !line.contains(" "))
                    .toList();
            inputs.add(new Input("the key " + key, pem.getBytes(UTF_8), lines, InputsAreNotQuotedTest::key));
            inputs.add(new Input(
                    "the key " + key + " for a CA", pem.getBytes(UTF_8), lines, InputsAreNotQuotedTest::certificates));
        }
        return inputs.stream();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whateverIsWrongWithAFileNoMessageQuotesASecretOfIt(Input input) throws IOException {
        Random random = new Random(Integer.getInteger("fuzz.seed", 0));
        int told = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = i == 0 ? input.content() : damaged(input.content(), random);
            List<String> messages = messages(input, Files.write(directory.resolve("input"), damaged));
            for (String message : messages) {
                assertThat(quoted(message, input.secrets()))
                        .as("%s%nis quoted in:%n%s", new String(damaged, UTF_8), message)
                        .isEmpty();
            }
            told += messages.size();
        }
        assertThat(told).as("messages").isGreaterThan(DAMAGES / 4);
    }

    private List<String> messages(Input input, Path file) {
        List<String> told = new ArrayList<>();
        try {
            input.reading().read(file, told);
        } catch (IOException | IllegalArgumentException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            told.add(trace.toString());
        } catch (Exception e) {
            throw new AssertionError(input + " is answered with a bug", e);
        }
        return told;
    }

    /** The piece of a secret that stands in a message. */
    private static Optional<String> quoted(String message, List<String> secrets) {
        for (String secret : secrets) {
            for (int at = 0; at + PIECE <= secret.length(); at++) {
                String piece = secret.substring(at, at + PIECE);
                if (message.contains(piece)) {
                    return Optional.of(piece);
                }
            }
        }
        return Optional.empty();
    }

    // ---- damages

    private static byte[] damaged(byte[] content, Random random) {
        byte[] damaged = content;
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            damaged = edited(damaged, random);
        }
        return damaged;
    }

    private static byte[] edited(byte[] content, Random random) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + 1 + random.nextInt(3));
        String signs = "\"'{}[]:,\n\\-*&!@#%<>=u0x \t$|?.";
        return switch (random.nextInt(6)) {
            case 0, 1 -> joined(content, from, new byte[0], to);
            case 2, 3 -> joined(content, from, new byte[] {(byte) signs.charAt(random.nextInt(signs.length()))}, from);
            case 4 -> joined(content, from, new byte[] {(byte) random.nextInt(256)}, to);
            default -> random.nextInt(4) == 0 ? joined(content, from, new byte[0], content.length) : content;
        };
    }

    /** What comes before, something else, and what comes after. */
    private static byte[] joined(byte[] content, int before, byte[] between, int after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(content, 0, before);
        bytes.writeBytes(between);
        bytes.write(content, after, content.length - after);
        return bytes.toByteArray();
    }

    // ---- readings

    private static Reading users(UsersFormat format) {
        ReadingOptions options =
                new ReadingOptions(format, ExportMode.FALSE, Optional.empty(), ReadingOptions.DEFAULT.gzip());
        UserValidator validator = new UserValidator(new ValidationSettings(20_000));
        return (file, told) -> {
            UsersFiles files = new UsersFiles(List.of(new UsersFile(file, "users")), options);
            try (UserReader reader = files.open()) {
                while (reader.next()) {
                    validator.judge(reader.user(), violation -> told.add(violation.toString()));
                }
            }
        };
    }

    private static void hashes(Path file, List<String> told) throws IOException {
        ReadingOptions options = new ReadingOptions(
                UsersFormat.AUTO,
                ExportOptions.of(ExportMode.FALSE),
                Optional.empty(),
                ReadingOptions.DEFAULT.gzip(),
                CsvOptions.DEFAULT,
                Optional.of(new SourcePasswords(true, Optional.empty())));
        UserValidator validator = new UserValidator(new ValidationSettings(20_000));
        UsersFiles files = new UsersFiles(List.of(new UsersFile(file, "users")), options);
        try (UserReader reader = files.open()) {
            while (reader.next()) {
                validator.judge(reader.user(), violation -> told.add(violation.toString()));
            }
            told.add(reader.hashChanges().toString());
        }
    }

    private static Reading samples(String name) {
        return (file, told) -> {
            Path own = Files.write(file.resolveSibling(name), Files.readAllBytes(file));
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
            try (Samples samples = SamplesFile.read(own)) {
                told.add(samples.size() + " samples");
            }
        };
    }

    private static void schema(Path file, List<String> told) throws IOException {
        SchemaFile schema = SchemaFile.read(file, "schema");
        UserValidator validator =
                new UserValidator(new ValidationSettings(20_000, RootAttributes.NONE, Optional.of(schema)));
        try (UserReader reader = UserReader.over("users.json", USERS_JSON.getBytes(UTF_8))) {
            while (reader.next()) {
                validator.judge(reader.user(), violation -> told.add(violation.toString()));
            }
        }
    }

    private static void journal(Path file, List<String> told) throws IOException {
        try (ImportJournal journal = ImportJournal.open(new RandomAccessFile(file.toFile(), "rw"), "a.journal")) {
            journal.replay(rejected -> told.add(rejected.rejection().code()));
        }
    }

    private static String journal() {
        String at = "'at':'2026-01-01T00:00:00Z'";
        return String.join(
                        "\n",
                        "{'event':'IMPORT'," + at + ",'input':'" + SECRET
                                + "','tenant':'a','connection':'b','option.upsert':'false'}",
                        "{'event':'INTENT','first':0,'last':9,'digest':'" + SECRET + "'," + at + "}",
                        "{'event':'TAKEN','first':0,'uncertain':false,'job':'" + SECRET + "','users':10,'bytes':100,"
                                + at + "}",
                        "{'event':'REJECTED','first':0,'file':'users.json','index':1,'line':2,'column':3,'code':'A',"
                                + "'message':'" + SECRET + "','attribute':'email'}",
                        "{'event':'ENDED','first':0,'status':'completed'," + at
                                + ",'inserted':9,'updated':0,'failed':1,'settled':0,'rejected':1}",
                        "")
                .replace('\'', '"');
    }

    private static void key(Path file, List<String> told) throws IOException {
        PrivateKeyFile.read(file, Optional.of(SECRET));
    }

    private static void certificates(Path file, List<String> told) throws IOException {
        Trust.alsoBundle(file);
    }

    private static void rootAttributes(Path file, List<String> told) throws IOException {
        RootAttributes.of(Map.of("app_metadata", Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
