package io.github.auth0maven.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a secret is what keeps a file from being read, the message does not show it. */
class SecretsInMalformedFilesTest {

    @TempDir
    private Path directory;

    static Stream<List<String>> filesThatCannotBeRead() {
        Stream<List<String>> json = Stream.of(
                        "JBSWY3DPEHPK3PXP",
                        "9e107d9d372bb6826bd81d3542a419d6",
                        "5d41402abc4b2a76b9719d911017c592",
                        "N9qo8uLOickgx2ZMRZoMye")
                .flatMap(secret -> Stream.of(
                                "%s",
                                "%s\"",
                                "\"\"%s\"",
                                "\"ab\"%s\"",
                                "'%s'",
                                "\"x\" %s",
                                "[%s]",
                                "{%s}",
                                "{\"a\":1,%s}",
                                "{\"a\" %s}",
                                "1%s",
                                "-%s",
                                "t%s",
                                "\"\\%s\"")
                        .map(form -> List.of(secret, form.replace("%s", secret))))
                .flatMap(pair -> Stream.of(
                        List.of(pair.get(0), "json", "[{\"email\":\"a@b.cd\",\"password_hash\":" + pair.get(1) + "}]"),
                        List.of(
                                pair.get(0),
                                "ndjson",
                                "{\"email\":\"a@b.cd\",\"mfa_factors\":[{\"totp\":{\"secret\":" + pair.get(1)
                                        + "}}]}\n")));
        String secret = "JBSWY3DPEHPK3PXP";
        Stream<List<String>> others = Stream.of(
                List.of(secret, "yaml", "- email: a@b.cd\n  password_hash: *" + secret),
                List.of(secret, "yaml", "- email: a@b.cd\n  password_hash: !" + secret + "!x y"),
                List.of(secret, "yaml", "- email: a@b.cd\n  password_hash: \"a\" " + secret),
                List.of(secret, "yaml", "- email: a@b.cd\n  password_hash: @" + secret),
                List.of(secret, "yaml", "- email: a@b.cd\n  password_hash: a: " + secret),
                List.of(secret, "yaml", "- email: a@b.cd\n  password_hash: {" + secret + "]"),
                List.of(secret, "yaml", "- email: a@b.cd\n  password_hash: \"\\" + secret + "\""),
                List.of(secret, "csv", "email,password_hash\na@b.cd,\"a\"" + secret + "\n"),
                List.of(secret, "csv", "email,password_hash\na@b.cd,\"" + secret + "\n"),
                List.of(secret, "csv", "email,password_hash\na@b.cd,a," + secret + "\n"),
                List.of(secret, "csv", "email,mfa_factors\na@b.cd," + secret + "\n"),
                List.of(secret, "csv", "email,custom_password_hash\na@b.cd,{" + secret + "}\n"));
        return Stream.concat(json, others);
    }

    @ParameterizedTest
    @MethodSource("filesThatCannotBeRead")
    void aSecretIsNotShown(List<String> file) throws IOException {
        UsersFormat format = UsersFormat.valueOf(file.get(1).toUpperCase(Locale.ROOT));
        Path path = Files.writeString(directory.resolve("users"), file.get(2));
        ReadingOptions options =
                new ReadingOptions(format, ExportMode.FALSE, Optional.empty(), ReadingOptions.DEFAULT.gzip());

        UsersFileException failure = catchThrowableOfType(UsersFileException.class, () -> {
            try (UserReader reader = new UsersFiles(List.of(new UsersFile(path, "users")), options).open()) {
                while (reader.next()) {
                    assertThat(reader.user()).isNotNull();
                }
            }
        });

        if (failure != null) {
            assertThat(failure.getMessage()).doesNotContain(file.get(0).substring(4, 12));
        }
    }
}
