package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Access to a tenant is asked for in the same words by all goals, whether they read users files or not. */
class ParametersOfAccessTest {

    private static final Path GOALS = Path.of("src/main/java/io/github/auth0maven/mojo");

    @Test
    void theyAreDeclaredAlikeWithAndWithoutUsersFiles() throws Exception {
        assertThat(body("UsersTenantGoal")).isEqualTo(body("TenantGoal")).contains("@Parameter(");
    }

    /** What the class is, without its name. */
    private static String body(String type) throws IOException {
        String source = Files.readString(GOALS.resolve(type + ".java"));
        return source.substring(source.indexOf('{', source.indexOf("abstract class")))
                .replace(type, "");
    }
}
