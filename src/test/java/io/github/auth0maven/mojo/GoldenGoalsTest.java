package io.github.auth0maven.mojo;

import io.github.auth0maven.GoldenCopy;
import io.github.auth0maven.mojo.Descriptor.Goal;
import io.github.auth0maven.mojo.Descriptor.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The goals are what POMs and command lines are written with. */
class GoldenGoalsTest {

    private static final Set<String> NO_PART_OF_THE_API =
            Set.of("goal", "description", "implementation", "language", "parameters", "configuration");

    @Test
    void goalsAndTheirParametersAreWhatTheyWere() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Goal goal : Descriptor.goals()) {
            lines.add("auth0:" + goal.name());
            goal.texts().forEach((name, text) -> {
                if (!NO_PART_OF_THE_API.contains(name)) {
                    lines.add("  " + name + " " + text);
                }
            });
            goal.parameters().forEach(parameter -> lines.add("  parameter " + line(parameter)));
        }

        GoldenCopy.assertUnchanged("goals.txt", lines);
    }

    private static String line(Parameter parameter) {
        return parameter.name() + " : " + parameter.type()
                + (parameter.isRequired() ? ", required" : "")
                + (parameter.property().isEmpty() ? "" : ", -D" + parameter.property())
                + (parameter.defaultValue().isEmpty() ? "" : " = " + parameter.defaultValue());
    }
}
