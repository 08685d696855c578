package io.github.auth0maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    private interface Writing {
        void to(JsonWriter json) throws IOException;
    }

    private static String written(boolean indented, Writing writing) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonWriter json = new JsonWriter(out, indented)) {
            writing.to(json);
        }
        return out.toString();
    }

    private static void everything(JsonWriter json) throws IOException {
        json.startObject()
                .text("text", "a")
                .text("some", Optional.of("b"))
                .text("none", Optional.empty())
                .number("number", -12)
                .truth("truth", true)
                .startObject("empty")
                .endObject()
                .startObject("object")
                .number("one", 1)
                .endObject()
                .startList("nothing")
                .endList()
                .startList("list")
                .item("x")
                .json("{\"y\":1}")
                .startObject()
                .number("z", 2)
                .endObject()
                .startObject()
                .endObject()
                .endList()
                .endObject();
    }

    @Test
    void onOneLineThereIsNoWhiteSpace() throws IOException {
        assertThat(written(false, JsonWriterTest::everything))
                .isEqualTo("{\"text\":\"a\",\"some\":\"b\",\"none\":null,\"number\":-12,\"truth\":true,\"empty\":{},"
                        + "\"object\":{\"one\":1},\"nothing\":[],\"list\":[\"x\",{\"y\":1},{\"z\":2},{}]}");
    }

    @Test
    void indentedEachMemberAndItemHasALine() throws IOException {
        assertThat(written(true, JsonWriterTest::everything)).isEqualTo("""
                        {
                          "text": "a",
                          "some": "b",
                          "none": null,
                          "number": -12,
                          "truth": true,
                          "empty": {},
                          "object": {
                            "one": 1
                          },
                          "nothing": [],
                          "list": [
                            "x",
                            {"y":1},
                            {
                              "z": 2
                            },
                            {}
                          ]
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`\"`; `\"\\\"\"`",
                "`\\`; `\"\\\\\"`",
                "`\n\r\t`; `\"\\n\\r\\t\"`",
                "`\u0000`; `\"\\u0000\"`",
                "`\u001b\u007f`; `\"\\u001B\u007f\"`",
                "`é€`; `\"é€\"`",
                "`\uD83D\uDE00`; `\"\uD83D\uDE00\"`"
            })
    void whatJsonDoesNotHoldIsEscaped(String text, String json) throws IOException {
        assertThat(written(false, writer -> writer.startObject().text("", text).endObject()))
                .isEqualTo("{\"\":" + json + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void halfACharacterIsEscapedRatherThanLost(String text) throws IOException {
        String json =
                written(false, writer -> writer.startObject().text("x", text).endObject());

        assertThat(json).contains("\\uD");
        assertThat(new JsonMapper().readTree(json).path("x").asText()).isEqualTo(text);
    }

    @Test
    void anyTextIsReadAgainAsItWas() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(1 << 16)));
            }
            String json = written(
                    random.nextBoolean(),
                    writer -> writer.startObject().text("x", text.toString()).endObject());

            JsonNode read = new JsonMapper().readTree(json);
            assertThat(read.path("x").asText()).isEqualTo(text.toString());
        }
    }
}
