package io.github.auth0maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorsTest {

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String written(boolean indented, Writing writing) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = indented ? Generators.indented(out) : Generators.onOneLine(out)) {
            writing.to(json);
        }
        return out.toString();
    }

    private static void everything(JsonGenerator json) throws IOException {
        json.writeStartObject();
        Generators.text(json, "text", "a");
        json.writeNullField("none");
        json.writeNumberField("number", -12);
        json.writeBooleanField("truth", true);
        json.writeObjectFieldStart("empty");
        json.writeEndObject();
        json.writeObjectFieldStart("object");
        json.writeNumberField("one", 1);
        json.writeEndObject();
        json.writeArrayFieldStart("nothing");
        json.writeEndArray();
        json.writeArrayFieldStart("list");
        Generators.text(json, "x");
        json.writeRawValue("{\"y\":1}");
        json.writeStartObject();
        json.writeNumberField("z", 2);
        json.writeEndObject();
        json.writeStartObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void member(JsonGenerator json, String name, String text) throws IOException {
        json.writeStartObject();
        Generators.text(json, name, text);
        json.writeEndObject();
    }

    @Test
    void onOneLineThereIsNoWhiteSpace() throws IOException {
        assertThat(written(false, GeneratorsTest::everything))
                .isEqualTo("{\"text\":\"a\",\"none\":null,\"number\":-12,\"truth\":true,\"empty\":{},"
                        + "\"object\":{\"one\":1},\"nothing\":[],\"list\":[\"x\",{\"y\":1},{\"z\":2},{}]}");
    }

    @Test
    void indentedEachMemberAndItemHasALine() throws IOException {
        assertThat(written(true, GeneratorsTest::everything)).isEqualTo("""
                        {
                          "text": "a",
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
                        }""");
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
        assertThat(written(false, writer -> member(writer, "", text))).isEqualTo("{\"\":" + json + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void halfACharacterIsEscapedRatherThanLost(String text) throws IOException {
        String json = written(false, writer -> member(writer, "x", text));

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
            String json = written(random.nextBoolean(), writer -> member(writer, "x", text.toString()));

            JsonNode read = new JsonMapper().readTree(json);
            assertThat(read.path("x").asText()).isEqualTo(text.toString());
        }
    }
}
