package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The size of a user is told without writing it, to the byte. */
final class CompactSizeTest {

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "é",
            "\\n",
            "\\/",
            "\\\\",
            "\\\"",
            "\\u00e9",
            "\\u0041",
            "\\u0008",
            "\\u001f",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\\ude00x",
            "😀");

    @Test
    void theSizeIsThatOfWhatIsWritten() throws IOException {
        Random random = new Random(9);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder user = new StringBuilder();
            object(user, random, 0);
            Json json = User.of("users.json", user.toString().getBytes(UTF_8)).json();
            byte[] target = new byte[json.writtenSize()];

            int written = json.writeTo(target, 0);
            if (json.compactSize() != written) {
                assertThat(json.compactSize()).as(user.toString()).isEqualTo(written);
            }
        }
    }

    private static void object(StringBuilder out, Random random, int depth) {
        out.append('{').append(space(random));
        int members = random.nextInt(4);
        for (int i = 0; i < members; i++) {
            out.append(i == 0 ? "" : "," + space(random))
                    .append('"')
                    .append(i)
                    .append(text(random))
                    .append('"');
            out.append(space(random)).append(':').append(space(random));
            value(out, random, depth + 1);
            out.append(space(random));
        }
        out.append('}');
    }

    private static void value(StringBuilder out, Random random, int depth) {
        switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> out.append("-1.50e+3");
            case 1 -> out.append(random.nextBoolean() ? "null" : "false");
            case 2, 3 ->
                out.append('"').append(text(random)).append(text(random)).append('"');
            case 4 -> object(out, random, depth);
            default -> {
                out.append('[').append(space(random));
                int items = random.nextInt(3);
                for (int i = 0; i < items; i++) {
                    out.append(i == 0 ? "" : "," + space(random));
                    value(out, random, depth + 1);
                }
                out.append(space(random)).append(']');
            }
        }
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static String space(Random random) {
        return random.nextInt(5) == 0 ? " \n" : "";
    }
}
