package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.gzip;
import static io.github.auth0maven.users.Gathered.users;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law that holds for all formats: the same users, written in any of them, are the same users. */
class SameUsersInEachFormatTest {

    private static final List<String> COLUMNS = List.of(
            "email",
            "email_verified",
            "phone_number",
            "given_name",
            "custom_password_hash.algorithm",
            "custom_password_hash.cost",
            "custom_password_hash.hash.value",
            "app_metadata",
            "user_metadata.plan",
            "user_metadata.a b",
            "mfa_factors");
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        "1.5",
        "+33",
        " ",
        "\"",
        "'",
        ",",
        ";",
        "\n",
        "\r\n",
        "\t",
        "\\",
        "\\n",
        "é",
        "漢",
        "\uD83D\uDE00",
        "${x}",
        "$",
        "#",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a",
        "*a",
        "true",
        "No",
        "null",
        "~",
        "|",
        "\u0001",
        "\u2028",
        "%"
    };
    private static final int LISTS = 60;

    @TempDir
    Path directory;

    private final ObjectMapper jackson = new ObjectMapper();

    @Test
    void theSameUsersAreRead() throws IOException {
        for (int seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            List<Map<String, Object>> list = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                list.add(user(random));
            }
            List<String> expected =
                    list.stream().map(user -> json(nested(user))).toList();
            String array = expected.stream().collect(Collectors.joining(" ,\n", "[", "]"));
            String lines = String.join("\n", expected);
            assertThat(users(file(directory, "a.json", array)))
                    .as("JSON %d", seed)
                    .isEqualTo(expected);
            assertThat(users(file(directory, "a.ndjson", lines)))
                    .as("NDJSON %d", seed)
                    .isEqualTo(expected);
            assertThat(users(file(directory, "a.gz", gzip(lines))))
                    .as("gzip %d", seed)
                    .isEqualTo(expected);
            assertThat(users(file(directory, "a.csv", csv(list, random))))
                    .as("CSV %d", seed)
                    .isEqualTo(expected);
            assertThat(users(file(directory, "a.yaml", yaml(list, random))))
                    .as("YAML %d", seed)
                    .isEqualTo(expected);
            // YAML's brackets and quotes are JSON's
            assertThat(users(file(directory, "b.yaml", array)))
                    .as("JSON as YAML %d", seed)
                    .isEqualTo(expected);
        }
    }

    /** Values by column; those that are JSON in a cell are maps and lists. */
    private Map<String, Object> user(Random random) {
        Map<String, Object> user = new LinkedHashMap<>();
        for (String column : COLUMNS) {
            if (random.nextInt(4) > 0) {
                user.put(
                        column,
                        switch (column) {
                            case "email_verified" -> random.nextBoolean();
                            case "custom_password_hash.cost" -> random.nextInt(1 << 20);
                            case "app_metadata" -> Map.of(text(random), List.of(text(random), random.nextInt(), true));
                            case "mfa_factors" -> List.of(Map.of("totp", Map.of("secret", "234567")));
                            default -> text(random);
                        });
            }
        }
        return user;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> nested(Map<String, Object> user) {
        Map<String, Object> nested = new LinkedHashMap<>();
        user.forEach((column, value) -> {
            Map<String, Object> into = nested;
            String[] names = column.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                into = (Map<String, Object>) into.computeIfAbsent(names[i], name -> new LinkedHashMap<>());
            }
            into.put(names[names.length - 1], value);
        });
        return nested;
    }

    private String csv(List<Map<String, Object>> list, Random random) {
        String end = random.nextBoolean() ? "\r\n" : "\n";
        StringBuilder csv = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        csv.append(String.join(",", COLUMNS)).append(end);
        for (Map<String, Object> user : list) {
            List<String> cells = new ArrayList<>();
            for (String column : COLUMNS) {
                Object value = user.get(column);
                String cell = value == null
                        ? ""
                        : value instanceof Map || value instanceof List ? json(value) : value.toString();
                boolean quoted = random.nextInt(5) == 0
                        || cell.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
                cells.add(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
            }
            csv.append(String.join(",", cells)).append(end);
        }
        return csv.toString();
    }

    private String yaml(List<Map<String, Object>> list, Random random) {
        StringBuilder yaml = new StringBuilder(random.nextBoolean() ? "---\n" : "# users\n");
        for (Map<String, Object> user : list) {
            if (user.isEmpty()) {
                yaml.append("- {}\n");
            }
            String indent = "- ";
            for (Map.Entry<String, Object> member : nested(user).entrySet()) {
                yaml.append(indent).append(member.getKey()).append(": ");
                yaml.append(plain(member.getValue(), random)).append('\n');
                indent = "  ";
            }
        }
        return yaml.toString();
    }

    /** In YAML's own way where that is possible. */
    private String plain(Object value, Random random) {
        if (value instanceof String text && random.nextBoolean()) {
            if (text.matches("[A-Za-z0+][A-Za-z0-9+.]*")) {
                return text.matches("[0-9].*|true|No|null") ? "!!str " + text : text;
            }
            if (text.matches("[ -~é漢]+")) {
                return "'" + text.replace("'", "''") + "'";
            }
        }
        return json(value);
    }

    private String json(Object value) {
        try {
            return jackson.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theOptionsOfAFormatAreAllThatTellIt() throws IOException {
        UsersFile file = file(directory, "users", "email\n[]\n");
        assertThat(users(new UsersFiles(
                        List.of(file),
                        new ReadingOptions(UsersFormat.CSV, ExportMode.AUTO, Optional.empty(), GzipLimits.DEFAULT))))
                .containsExactly("{\"email\":\"[]\"}");
    }
}
