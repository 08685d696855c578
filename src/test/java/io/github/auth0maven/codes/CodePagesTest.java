package io.github.auth0maven.codes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Rule;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever meets a code finds its page, and the examples of the page are what they are said to be. */
class CodePagesTest {

    /** What takes a file of thousands of bytes, a schema, or a hash that nobody should copy. */
    private static final Set<String> WITHOUT_EXAMPLE = Set.of(
            "COLUMN_OF_TEXTS",
            "CONNECTION_EMAIL_UNIQUE",
            "CONNECTION_IDENTIFIERS",
            "CONNECTION_USERNAME_TYPE",
            "HASH_ALPHABET",
            "HASH_FOREIGN",
            "HASH_PARAMETERS",
            "HASH_ROUNDS",
            "MORE_VIOLATIONS",
            "PASSWORD_MISMATCH",
            "PROFILE_LARGE",
            "SAMPLE_MISSING",
            "SAMPLE_UNUSED",
            "SCHEMA_VIOLATION",
            "SEVERAL_CONNECTIONS",
            "USER_TOO_LARGE");

    private static final Set<String> OF_SAMPLES = Set.of("PASSWORD_MISMATCH", "SAMPLE_MISSING", "SAMPLE_UNUSED");

    @TempDir
    private Path temporary;

    static Stream<CodePage> pages() {
        return CodePages.read().all().stream();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasAPage(Rule rule) {
        assertThat(CodePages.read().of(rule.code())).as(rule.code()).isPresent();
    }

    @Test
    void everyPageIsOfARuleOrOfWhatSamplesShow() {
        assertThat(pages().map(CodePage::code).filter(code -> !OF_SAMPLES.contains(code)))
                .isSubsetOf(Stream.of(Rule.values()).map(Rule::code).toList());
        assertThat(pages().map(CodePage::code)).containsAll(OF_SAMPLES);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theExamplesAreWhatTheyAreSaidToBe(CodePage page) throws IOException {
        assertThat(page.fails().isEmpty()).isEqualTo(WITHOUT_EXAMPLE.contains(page.code()));
        assertThat(page.passes().isPresent()).isEqualTo(page.fails().isPresent());
        if (page.fails().isPresent()) {
            assertThat(codes(page.fails().get())).contains(page.code());
            assertThat(codes(page.passes().get())).doesNotContain(page.code());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageSaysWhatToDo(CodePage page) {
        assertThat(page.text()).startsWith(page.code() + "\n\n").contains("\n\nTo do: ");
        assertThat(page.meaning()).endsWith(".").doesNotContain("\n");
        assertThat(page.remedy()).endsWith(".").doesNotContain("\n");
    }

    private Set<String> codes(String users) throws IOException {
        String list = users.startsWith("[") ? users : "[" + users + "]";
        Set<String> codes = new TreeSet<>();
        FileJudge judge = new FileJudge(new ValidationSettings(20_000), temporary);
        Path file = Files.writeString(temporary.resolve("users.json"), list);
        UsersFiles files = new UsersFiles(List.of(new UsersFile(file, "users.json")), ReadingOptions.DEFAULT);
        judge.judge(files, violation -> codes.add(violation.code()));
        return codes;
    }
}
