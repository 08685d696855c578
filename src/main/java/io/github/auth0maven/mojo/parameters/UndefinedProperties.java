package io.github.auth0maven.mojo.parameters;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Refuses a parameter that the POM makes of a property nobody has defined: Maven takes it for one that is not given. */
public final class UndefinedProperties {

    private static final Pattern WHOLE = Pattern.compile("\\s*\\$\\{([^{}]+)}\\s*");
    /** That a switch follows a property which few builds define is usual. */
    private static final Set<String> SWITCHES = Set.of("true", "false");

    private UndefinedProperties() {}

    /** Goes through what the POM says, where this execution has any. */
    public static void check(MavenSession session, MojoExecution execution) throws MojoExecutionException {
        Xpp3Dom configuration = execution.getConfiguration();
        if (configuration == null) {
            return;
        }
        PluginParameterExpressionEvaluator evaluator = new PluginParameterExpressionEvaluator(session, execution);
        for (Xpp3Dom parameter : configuration.getChildren()) {
            String own = own(execution, parameter.getName());
            boolean isSwitch = SWITCHES.contains(String.valueOf(parameter.getAttribute("default-value")));
            if (!isSwitch && !session.getUserProperties().containsKey(own)) {
                check(parameter, own, evaluator);
            }
        }
    }

    private static void check(Xpp3Dom parameter, String own, PluginParameterExpressionEvaluator evaluator)
            throws MojoExecutionException {
        Matcher placeholder = WHOLE.matcher(String.valueOf(parameter.getValue()));
        if (placeholder.matches() && !placeholder.group(1).equals(own) && isUndefined(placeholder.group(), evaluator)) {
            throw new MojoExecutionException(parameter.getName() + " (-D" + own + ") is "
                    + placeholder.group().strip() + " in the POM, and nothing defines " + placeholder.group(1)
                    + ": define that property, or give it as -D" + placeholder.group(1) + "=…");
        }
    }

    private static boolean isUndefined(String placeholder, PluginParameterExpressionEvaluator evaluator)
            throws MojoExecutionException {
        try {
            return evaluator.evaluate(placeholder.strip()) == null;
        } catch (ExpressionEvaluationException e) {
            throw new MojoExecutionException(placeholder.strip() + " in the POM cannot be read", e);
        }
    }

    /** The property that the goal itself declares for a parameter. */
    private static String own(MojoExecution execution, String parameter) {
        MojoDescriptor descriptor = execution.getMojoDescriptor();
        PlexusConfiguration declared = descriptor == null ? null : descriptor.getMojoConfiguration();
        PlexusConfiguration own = declared == null ? null : declared.getChild(parameter, false);
        Matcher property = WHOLE.matcher(own == null ? "" : String.valueOf(own.getValue()));
        return property.matches() ? property.group(1) : "auth0." + parameter;
    }
}
