package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseJsonTest {

    @Test
    void whatIsMissingCanBeAskedLikeAnythingElseAndIsNothing() throws IOException {
        ResponseJson missing = read("{\"a\":1}").member("b").member("c");

        assertThat(missing.isNothing()).isTrue();
        assertThat(missing.text()).isEmpty();
        assertThat(missing.text("else")).isEqualTo("else");
        assertThat(missing.number(7)).isEqualTo(7);
        assertThat(missing.items()).isEmpty();
        assertThat(missing.isTrue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null"})
    void anAnswerWithoutAValueIsNothing(String json) throws IOException {
        assertThat(read(json).isNothing()).isTrue();
    }

    @Test
    void nullIsNothingRatherThanAWord() throws IOException {
        assertThat(read("{\"message\":null}").member("message").text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "86400, 86400",
        "'\"86400\"', 86400",
        "86400.9, 86400",
        "-1, -1",
        "1e400, 9223372036854775807",
        "123456789012345678901234567890, 9223372036854775807",
        "'\"soon\"', 7",
        "true, 7",
        "[1], 7",
        "null, 7"
    })
    void aNumberIsReadFromWhateverHoldsOne(String json, long number) throws IOException {
        assertThat(read(json).number(7)).isEqualTo(number);
    }

    @Test
    void membersAndItemsAreTakenApart() throws IOException {
        ResponseJson answer = read("{\"connections\":[{\"name\":\"a\"},{\"name\":\"ö\"}],\"on\":true,\"none\":{}}");

        assertThat(answer.member("connections").items())
                .extracting(item -> item.member("name").text())
                .containsExactly("a", "ö");
        assertThat(answer.member("connections").isList()).isTrue();
        assertThat(answer.member("on").isTrue()).isTrue();
        assertThat(answer.member("none").isObject()).isTrue();
        assertThat(answer.member("none").isNothing()).isFalse();
        assertThat(answer.items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"a\":[1,2.50,true,null,\"\\\"\\n\"],\"b\":{\"c\":{}}}", "1.50", "true"})
    void aValueIsToldAsItIsWritten(String json) throws IOException {
        assertThat(read(" " + json + "\n").written()).isEqualTo(json);
    }

    @Test
    void aTextIsToldWithoutItsQuotesAndEscapes() throws IOException {
        assertThat(read("\"a \\\"b\\\" \\u00e9\"").written()).isEqualTo("a \"b\" \u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":",
                "{\"a\"",
                "[1",
                "{\"a\":1]",
                "<html>",
                "\"a",
                "1}",
                "1,\"b\":2",
                "1},{\"b\":2",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "\u0000"
            })
    void whatIsNoJsonIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(NoJsonException.class).hasMessage("no JSON");
    }

    @Test
    void itIsNotPrintedForItMayHoldAToken() throws IOException {
        assertThat(read("{\"access_token\":\"s3cret\"}"))
                .hasToString("an object")
                .extracting(answer -> answer.member("access_token"))
                .hasToString("a value");
    }

    private static ResponseJson read(String json) throws IOException {
        return ResponseJson.read(json.getBytes(UTF_8));
    }
}
