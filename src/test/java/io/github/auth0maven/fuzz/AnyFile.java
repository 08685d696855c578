package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.GzipLimits;
import io.github.auth0maven.users.InMemory;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Users files of each form, made by chance from a seed, to most of which something has happened. */
final class AnyFile {

    /** The forms of users files, each with what is likely to matter in it. */
    enum Form {
        JSON(
                UsersFormat.JSON,
                "[",
                "]",
                "{",
                "}",
                ",",
                ":",
                "\"",
                "\\",
                "\\u",
                "\\ud800",
                "null",
                "-",
                "1e",
                "[[",
                "{\"a\":"),
        NDJSON(UsersFormat.NDJSON, "{", "}", "\n", "\r\n", "\n\n", "{}", "{\"a\":1}", "[", ",", "\"", "\\\"", "\u2028"),
        YAML(
                UsersFormat.YAML,
                "- ",
                "\n- ",
                "  ",
                "\t",
                ": ",
                "? ",
                "&a ",
                "*a",
                "<<: *a",
                "!!str ",
                "!x ",
                "|\n  ",
                ">-\n  ",
                "'",
                "\"",
                "\\x0",
                "\\u",
                "\\U00110000",
                "\\UFFFFFFFF",
                "#",
                "---\n",
                "...\n",
                "%YAML 1.1\n",
                "[",
                "{",
                "]",
                "}",
                "~",
                "&a [*a]",
                "@",
                "`",
                "- - - - ",
                "\\u0000"),
        CSV(
                UsersFormat.CSV,
                ",",
                "\"",
                "\"\"",
                "\n",
                "\r",
                "\r\n",
                ";",
                ".",
                "email",
                "user_metadata.",
                "app_metadata",
                "{\"a\":[",
                "TRUE",
                "\""),
        GZIP(
                UsersFormat.AUTO,
                "\u001f\u008b\b",
                "\0\0\0\0",
                "\u00ff\u00ff",
                "\u001f\u008b\b\u0004",
                "\u001f\u008b\b\u0008"),
        EXPORT(
                UsersFormat.NDJSON,
                "\"identities\":[]",
                "\"identities\":[{\"provider\":\"auth0\"}]",
                "\"auth0|",
                "google-oauth2|",
                "{",
                "}",
                "\n",
                "\"user_id\":1",
                ",");

        private final UsersFormat format;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> tokens;

        Form(UsersFormat format, String... tokens) {
            this.format = format;
            this.tokens = List.of(tokens);
        }
    }

    private static final List<String> ANY_TOKENS = List.of(
            "\0",
            "\u00ef\u00bb\u00bf",
            "\u00ff\u00fe",
            "\u00c3",
            "\u00ed\u00a0\u0080",
            "\u00f4\u0090\u0080\u0080",
            "\u00e2\u0080\u00a8",
            "\u00c2\u0085",
            "${env.USER}",
            "$${",
            "${",
            "\u007f",
            "\u001b[31m",
            "\"email\"",
            "\"a@b.co\"");
    private static final List<String> ENDINGS = List.of(".json", ".ndjson", ".yaml", ".csv", ".txt", ".json.gz");
    private static final List<ExportMode> EXPORTS = List.of(ExportMode.values());
    private static final List<Form> FORMS = List.of(Form.values());
    private static final GzipLimits SMALL = new GzipLimits(200, 1 << 20);

    private final Form form;
    private final Random random;
    private final long seed;

    private AnyFile(Form form, long seed) {
        this.form = form;
        this.seed = seed;
        random = new Random(seed * 0x9E3779B97F4A7C15L + form.name().hashCode());
    }

    static InMemory of(Form form, long seed) {
        return new AnyFile(form, seed).file();
    }

    private InMemory file() {
        byte[] content = document(form);
        for (int times = random.nextInt(5); times > 0; times--) {
            content = mutated(content);
        }
        boolean told = random.nextInt(3) > 0;
        ReadingOptions options = new ReadingOptions(
                told ? form.format : UsersFormat.AUTO,
                random.nextInt(4) == 0 ? EXPORTS.get(random.nextInt(EXPORTS.size())) : ExportMode.AUTO,
                random.nextInt(3) == 0 ? Optional.of(name -> Optional.of("<" + name + ">")) : Optional.empty(),
                SMALL);
        String name = "users"
                + (told || random.nextInt(4) == 0
                        ? ENDINGS.get(random.nextInt(ENDINGS.size()))
                        : form == Form.YAML ? ".yaml" : form == Form.CSV ? ".csv" : ".json");
        return new InMemory(name, content, options);
    }

    private byte[] document(Form of) {
        List<Map<String, Object>> users = random.longs(random.nextInt(5), 0, Long.MAX_VALUE / 4)
                .mapToObj(number -> AnyUser.of(number % 1_000_000))
                .toList();
        return switch (of) {
            case JSON -> text(users, random.nextBoolean() ? "[" : " [\n ", ",", random.nextInt(8) == 0 ? "]\n" : "]");
            case NDJSON -> text(users, "", random.nextInt(3) == 0 ? "\r\n" : "\n", "\n");
            case EXPORT -> text(users.stream().map(this::exported).toList(), "", "\n", "\n");
            case YAML -> yaml(users);
            case CSV -> csv(users);
            case GZIP -> {
                byte[] packed = document(FORMS.get(random.nextInt(FORMS.size())));
                yield gzip(random.nextBoolean() ? packed : mutated(packed));
            }
        };
    }

    private static byte[] text(List<Map<String, Object>> users, String before, String between, String after) {
        return (before + String.join(between, users.stream().map(Tree::json).toList()) + after).getBytes(UTF_8);
    }

    private Map<String, Object> exported(Map<String, Object> user) {
        Map<String, Object> exported = new LinkedHashMap<>(user);
        String provider = random.nextInt(4) == 0 ? "google-oauth2" : "auth0";
        exported.put("user_id", provider + "|" + seed);
        exported.put("created_at", "2024-01-01T00:00:00.000Z");
        exported.put("identities", List.of(Map.of("provider", provider, "isSocial", false)));
        return exported;
    }

    private byte[] yaml(List<Map<String, Object>> users) {
        StringBuilder yaml = new StringBuilder(random.nextInt(4) == 0 ? "---\n" : "");
        for (Map<String, Object> user : users) {
            String indent = "- ";
            if (random.nextInt(3) == 0) {
                yaml.append(indent).append("&u").append(random.nextInt(3)).append('\n');
                indent = "  ";
            }
            for (Map.Entry<String, Object> member : user.entrySet()) {
                yaml.append(indent).append(yamlText(member.getKey())).append(": ");
                yaml.append(member.getValue() instanceof String text ? yamlText(text) : Tree.json(member.getValue()));
                yaml.append(random.nextInt(20) == 0 ? " # comment\n" : "\n");
                indent = "  ";
            }
            if (random.nextInt(6) == 0) {
                yaml.append(indent).append("<<: *u").append(random.nextInt(3)).append('\n');
            }
        }
        return yaml.toString().getBytes(UTF_8);
    }

    private String yamlText(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text;
            case 1 -> "'" + text.replace("'", "''") + "'";
            default -> Tree.json(text);
        };
    }

    private byte[] csv(List<Map<String, Object>> users) {
        List<String> header =
                List.of("email", "email_verified", "custom_password_hash.algorithm", "name", "app_metadata", "user_id");
        StringBuilder csv = new StringBuilder(String.join(",", header)).append(random.nextBoolean() ? "\r\n" : "\n");
        for (Map<String, Object> user : users) {
            for (int i = 0; i < header.size(); i++) {
                Object value = user.get(header.get(i));
                String text = value == null ? "" : value instanceof String string ? string : Tree.json(value);
                boolean quoted = random.nextBoolean() || text.contains(",") || text.contains("\"");
                csv.append(i == 0 ? "" : ",").append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
            }
            csv.append('\n');
        }
        return csv.toString().getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private byte[] mutated(byte[] content) {
        int at = random.nextInt(content.length + 1);
        int end = Math.min(content.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 64 : 3));
        byte[] run = Arrays.copyOfRange(content, Math.min(at, end), end);
        return switch (random.nextInt(9)) {
            case 0 -> spliced(content, at, new byte[0], end);
            case 1 -> spliced(content, at, run, at);
            case 2 -> spliced(content, at, run, random.nextInt(content.length + 1));
            case 3 -> Arrays.copyOf(content, at);
            case 4 -> spliced(content, at, document(form), end);
            case 5 -> spliced(content, at, repeatedToken(), at);
            case 6 -> spliced(content, at, new byte[] {(byte) random.nextInt(256)}, end);
            default -> spliced(content, at, token(), random.nextBoolean() ? at : end);
        };
    }

    private byte[] token() {
        List<String> tokens = random.nextInt(4) == 0 ? ANY_TOKENS : form.tokens;
        return tokens.get(random.nextInt(tokens.size())).getBytes(ISO_8859_1);
    }

    private byte[] repeatedToken() {
        byte[] token = token();
        int times = 1 << random.nextInt(random.nextInt(16) == 0 ? 12 : 5);
        byte[] repeated = new byte[token.length * times];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = token[i % token.length];
        }
        return repeated;
    }

    /** What stands before one place, something else, and what stands from another place on. */
    private static byte[] spliced(byte[] content, int before, byte[] other, int from) {
        byte[] spliced = new byte[before + other.length + content.length - from];
        System.arraycopy(content, 0, spliced, 0, before);
        System.arraycopy(other, 0, spliced, before, other.length);
        System.arraycopy(content, from, spliced, before + other.length, content.length - from);
        return spliced;
    }
}
