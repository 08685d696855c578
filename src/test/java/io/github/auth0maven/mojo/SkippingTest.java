package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.mojo.Descriptor.Goal;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goals there are or come to be: {@code auth0.skip} skips each of them. */
class SkippingTest {

    private final RecordedLog log = new RecordedLog();

    /** What these say, they say to whoever asks. */
    private static final Set<String> NOTHING = Set.of("help", "explain");

    /** All goals but those. */
    static Stream<String> goals() {
        return Descriptor.goals().stream().map(Goal::name).filter(goal -> !NOTHING.contains(goal));
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aGoalThatIsSkippedLooksAtNoOtherParameterAndCallsNobody(String goal, @TempDir Path reports) throws Exception {
        Mojo mojo = withNonsenseIn(goal);
        set(mojo, "skip", "true");
        set(mojo, "failOnError", "true");
        if (Descriptor.goal(goal).parameters().stream().anyMatch(p -> p.name().equals("reportDirectory"))) {
            set(mojo, "reportDirectory", reports.toFile());
        }

        mojo.execute();

        assertThat(log.lines).containsExactly("info Skipped (auth0.skip)");
    }

    @ParameterizedTest
    @MethodSource("goals")
    void oneProjectSkipsItInARealMaven(String goal) throws Exception {
        assertThat(Files.readString(Path.of("src/it/skip/invoker.properties"))).contains("auth0:" + goal + " ");
    }

    @Test
    void thereAreSuchGoals() {
        assertThat(goals()).contains("import-users", "validate-users");
    }

    private Mojo withNonsenseIn(String goal) throws ReflectiveOperationException {
        Constructor<?> constructor =
                Class.forName(Descriptor.goal(goal).text("implementation")).getDeclaredConstructors()[0];
        Mojo mojo = (Mojo) constructor.newInstance(new Object[constructor.getParameterCount()]);
        mojo.setLog(log);
        MavenProject project = new MavenProject();
        set(mojo, "project", project);
        set(mojo, "session", session(project));
        set(mojo, "execution", DeclaredGoals.of(goal).execution(goal));
        for (Descriptor.Parameter parameter : Descriptor.goal(goal).parameters()) {
            switch (parameter.type()) {
                case "java.lang.String" -> set(mojo, parameter.name(), "nonsense");
                case "java.io.File" -> set(mojo, parameter.name(), new File("/nonsense/is/nowhere"));
                default -> {
                    // stays null, as nobody has set it
                }
            }
        }
        return mojo;
    }

    @SuppressWarnings("deprecation") // there is no other constructor that takes no container's lookup
    private static MavenSession session(MavenProject project) {
        return new MavenSession(null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult(), project);
    }

    private static void set(Mojo mojo, String name, Object value) throws ReflectiveOperationException {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.set(mojo, value);
                    return;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
