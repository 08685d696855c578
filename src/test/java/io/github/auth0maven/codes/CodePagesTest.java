package io.github.auth0maven.codes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.schema.SchemaFile;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.KnownConnection;
import io.github.auth0maven.validation.Rule;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever meets a code finds its page, and the examples of the page are what they are said to be. */
class CodePagesTest {

    /** What Auth0 alone can say of users whose fault is not known, and what is about samples and no user. */
    private static final Set<String> WITHOUT_EXAMPLE =
            Set.of("JOB_FAILED", "MFA_FACTORS_FAILED", "NO_CODE", "SAMPLE_MISSING", "SAMPLE_UNUSED");

    /** What no rule says, but something else that this plugin does. */
    private static final Set<String> OF_NO_RULE = Set.of(
            "JOB_FAILED", "MFA_FACTORS_FAILED", "NO_CODE", "PASSWORD_MISMATCH", "SAMPLE_MISSING", "SAMPLE_UNUSED");

    private static final Pattern LONG = Pattern.compile("\\(([\\d,]+) characters\\)");
    private static final Pattern MANY = Pattern.compile("\"\\((\\d+) properties\\)\": (\"[^\"]*\")");
    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final int CAPACITY = 511_000;

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
    void everyPageIsOfARule() {
        assertThat(pages().map(CodePage::code))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(Rule.values()).map(Rule::code), OF_NO_RULE.stream())
                                .collect(Collectors.toSet()));
    }

    /** Whoever makes up a code has to write its page. */
    @Test
    void everyCodeThatTheSourcesNameHasAPage() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String room : List.of("jobs", "passwords", "management")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/github/auth0maven", room))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    CODE.matcher(Files.readString(source)).results().forEach(code -> named.add(code.group(1)));
                }
            }
        }
        assertThat(named).contains("JOB_FAILED", "NO_CODE");
        assertThat(named)
                .allSatisfy(
                        code -> assertThat(CodePages.read().of(code)).as(code).isPresent());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theExamplesAreWhatTheyAreSaidToBe(CodePage page) throws IOException {
        assertThat(page.fails().isEmpty()).isEqualTo(WITHOUT_EXAMPLE.contains(page.code()));
        assertThat(page.passes().isPresent()).isEqualTo(page.fails().isPresent());
        // whether a password matches is known where passwords are proven, by the VerifierTest
        if (page.fails().isPresent() && !page.code().equals("PASSWORD_MISMATCH")) {
            assertThat(codes(page, page.fails().get())).contains(page.code());
            assertThat(codes(page, page.passes().get())).doesNotContain(page.code());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageSaysWhatToDo(CodePage page) {
        assertThat(page.text()).startsWith(page.code() + "\n\n").contains("\n\nTo do: ");
        assertThat(page.meaning()).endsWith(".").doesNotContain("\n");
        assertThat(page.remedy()).endsWith(".").doesNotContain("\n");
    }

    private Set<String> codes(CodePage page, String example) throws IOException {
        Set<String> codes = new TreeSet<>();
        Path file = Files.writeString(temporary.resolve("users"), written(example));
        UsersFiles files = new UsersFiles(List.of(new UsersFile(file, "users")), ReadingOptions.DEFAULT);
        new FileJudge(settings(page), temporary).judge(files, violation -> codes.add(violation.code()));
        return codes;
    }

    private ValidationSettings settings(CodePage page) throws IOException {
        if (page.code().equals("CONNECTION_IDENTIFIERS")) {
            return new ValidationSettings(CAPACITY).with(KnownConnection.demanding(Set.of("email")));
        }
        if (page.schema().isEmpty()) {
            return new ValidationSettings(CAPACITY);
        }
        Path schema = Files.writeString(
                temporary.resolve("schema.json"), page.schema().get());
        return new ValidationSettings(
                CAPACITY, RootAttributes.NONE, Optional.of(SchemaFile.read(schema, "schema.json")));
    }

    /** The example as a file, with what it only counts. */
    private static String written(String example) {
        String whole = LONG.matcher(example)
                .replaceAll(many -> "x".repeat(Integer.parseInt(many.group(1).replace(",", ""))));
        whole = MANY.matcher(whole)
                .replaceAll(many -> IntStream.range(0, Integer.parseInt(many.group(1)))
                        .mapToObj(i -> "\"other" + i + "\": " + many.group(2))
                        .collect(Collectors.joining(", ")));
        return whole.startsWith("{") && !whole.contains("}\n{") ? "[" + whole + "]" : whole;
    }
}
