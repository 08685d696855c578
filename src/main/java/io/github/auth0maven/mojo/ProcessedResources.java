package io.github.auth0maven.mojo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells from the phase at which a goal runs, or from the phases that the command line named before it, what has been processed. */
final class ProcessedResources {

    private static final List<String> PHASES = List.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test",
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy");

    private ProcessedResources() {}

    /**
     * What has been processed by now.
     *
     * @param phase the phase that the goal is bound to; nothing if the command line named the goal itself
     * @param commandLine the goals and phases that the command line named
     * @param goal the goal, which the command line may name with or without an execution's id
     */
    static UsersFileLocator.Processed at(@Nullable String phase, List<String> commandLine, String goal) {
        int reached = phase == null
                ? commandLine.stream()
                        .takeWhile(named -> !isGoal(goal, named))
                        .mapToInt(PHASES::indexOf)
                        .max()
                        .orElse(-1)
                : PHASES.indexOf(phase);
        return new UsersFileLocator.Processed(
                reached >= PHASES.indexOf("process-resources"), reached >= PHASES.indexOf("process-test-resources"));
    }

    private static boolean isGoal(String goal, String named) {
        return named.replaceFirst("@.*", "").endsWith(":" + goal);
    }
}
