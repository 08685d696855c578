package io.github.auth0maven.mojo.files;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells from the phase at which a goal runs, or from the phases that the command line named before it, what has been processed. */
public final class ProcessedResources {

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

    /** Maven 4 has phases of other names, and takes Maven 3's for {@code before:} or {@code after:} one of them. */
    private static final Map<String, String> NAMES_IN_MAVEN_4 = Map.of(
            "sources", "generate-sources",
            "resources", "generate-resources",
            "ready", "process-classes",
            "test-sources", "generate-test-sources",
            "test-resources", "generate-test-resources",
            "unit-test", "test");

    private static final Pattern PHASE = Pattern.compile("(?:(before|after|at):)?([a-z-]+)(?:\\[.*])?");

    private ProcessedResources() {}

    /**
     * What has been processed by now.
     *
     * @param phase the phase that the goal is bound to; nothing if the command line named the goal itself
     * @param commandLine the goals and phases that the command line named
     * @param goal the goal, which the command line may name with or without an execution's id
     */
    public static UsersFileLocator.Processed at(@Nullable String phase, List<String> commandLine, String goal) {
        int reached = phase == null ? reachedBefore(goal, commandLine) : place(phase);
        return new UsersFileLocator.Processed(
                reached >= PHASES.indexOf("process-resources"), reached >= PHASES.indexOf("process-test-resources"));
    }

    private static int reachedBefore(String goal, List<String> commandLine) {
        int reached = -1;
        for (String named : commandLine) {
            if (isGoal(goal, named)) {
                break;
            }
            reached = Math.max(reached, place(named));
        }
        return reached;
    }

    /** A phase's place in the life cycle; before the first one for what is no phase. */
    private static int place(String phase) {
        Matcher matcher = PHASE.matcher(phase);
        if (!matcher.matches()) {
            return -1;
        }
        String name = matcher.group(2);
        int place = PHASES.indexOf(NAMES_IN_MAVEN_4.getOrDefault(name, name));
        if (place < 0 || matcher.group(1) == null) {
            return place;
        }
        return switch (matcher.group(1)) {
            case "before" -> place - 1;
            case "after" -> place + 1;
            default -> place;
        };
    }

    private static boolean isGoal(String goal, String named) {
        return named.replaceFirst("@.*", "").endsWith(":" + goal);
    }
}
