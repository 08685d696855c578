package io.github.auth0maven.mojo.parameters;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * The names that the goals of this plugin declare, read from its descriptor: whoever adds a parameter has told them. What a goal
 * writes into the project's properties it declares as a read-only parameter.
 */
final class DeclaredNames {

    private final List<MojoDescriptor> goals;

    DeclaredNames(PluginDescriptor plugin) {
        goals = plugin.getMojos();
    }

    /** The properties that parameters are set by, or that goals write. */
    Set<String> properties() {
        Set<String> properties = new LinkedHashSet<>();
        for (MojoDescriptor goal : goals) {
            for (Parameter parameter : goal.getParameters()) {
                String expression = parameter.getExpression();
                if (expression != null && expression.startsWith("${") && expression.endsWith("}")) {
                    properties.add(expression.substring(2, expression.length() - 1));
                }
            }
        }
        return properties;
    }

    /** The elements of a {@code <configuration>} that any goal has a parameter for. */
    Set<String> elements() {
        return elements(goals.stream());
    }

    /** The elements that one of these goals has a parameter for. */
    Set<String> elements(Collection<String> ofGoals) {
        return elements(goals.stream().filter(goal -> ofGoals.contains(goal.getGoal())));
    }

    /** The goals that have a parameter for an element. */
    List<String> goalsWith(String element) {
        return goals.stream()
                .filter(goal -> elements(Stream.of(goal)).contains(element))
                .map(MojoDescriptor::getGoal)
                .sorted()
                .toList();
    }

    private static Set<String> elements(Stream<MojoDescriptor> goals) {
        Set<String> elements = new LinkedHashSet<>();
        goals.flatMap(goal -> goal.getParameters().stream())
                .filter(Parameter::isEditable)
                .flatMap(parameter -> Stream.of(parameter.getName(), parameter.getAlias()))
                .filter(name -> name != null && !name.isEmpty())
                .forEach(elements::add);
        return elements;
    }
}
