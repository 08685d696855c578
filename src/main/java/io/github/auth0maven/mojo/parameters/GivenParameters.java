package io.github.auth0maven.mojo.parameters;

import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The parameters that an invocation was given, by a POM or by the command line, as far as they are not what they would be without. */
public final class GivenParameters {

    private static final String SET = "is set";

    private final Invocation invocation;

    private GivenParameters(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Of an invocation, each by its name; one that has parts is said to be set. */
    public static Map<String, String> of(Invocation invocation) {
        return new GivenParameters(invocation).values();
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        Xpp3Dom configuration = invocation.execution().getConfiguration();
        MojoDescriptor goal = invocation.execution().getMojoDescriptor();
        if (configuration == null || goal == null) {
            return values;
        }
        for (Parameter parameter : goal.getParameters()) {
            Xpp3Dom given = parameter.isEditable() ? configuration.getChild(parameter.getName()) : null;
            String value = given == null ? null : value(given);
            if (value != null) {
                values.put(parameter.getName(), value);
            }
        }
        return values;
    }

    /** What was asked for; nothing if that is what would have been without. */
    private @Nullable String value(Xpp3Dom given) {
        if (given.getChildCount() > 0) {
            return SET;
        }
        String byDefault = evaluated(given.getAttribute("default-value"));
        String value = evaluated(given.getValue());
        return value == null || value.isBlank() || value.equals(byDefault) ? null : value;
    }

    private @Nullable String evaluated(@Nullable String expression) {
        if (expression == null) {
            return null;
        }
        try {
            Object value = new PluginParameterExpressionEvaluator(invocation.session(), invocation.execution())
                    .evaluate(expression);
            return value == null ? null : value.toString();
        } catch (ExpressionEvaluationException e) {
            return null;
        }
    }
}
