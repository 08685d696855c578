package io.github.auth0maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What others build upon, kept as a file, so that it does not change unseen. */
public final class GoldenCopy {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden");
    private static final String HINT =
            "%s has changed, and others build upon it; to accept that on purpose: mvn test -Dtest=Golden* -Dgolden.accept";

    private GoldenCopy() {}

    /** Compares the lines with the file; or writes them there, if the build was told to accept them. */
    public static void assertUnchanged(String name, List<String> lines) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (System.getProperty("golden.accept") != null) {
            Files.createDirectories(DIRECTORY);
            Files.write(file, lines);
        }
        assertThat(lines).as(HINT, file).containsExactlyElementsOf(Files.readAllLines(file));
    }
}
