package io.github.auth0maven.mojo;

import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.DuplicateMojoDescriptorException;
import org.apache.maven.plugin.descriptor.DuplicateParameterException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** A plugin's descriptor with goals and parameters of a test's own. */
public final class DeclaredGoals {

    public static final String GROUP_ID = "com.example";
    public static final String ARTIFACT_ID = "some-maven-plugin";

    private final PluginDescriptor plugin = new PluginDescriptor();
    private MojoDescriptor goal = new MojoDescriptor();

    private DeclaredGoals() {
        plugin.setGroupId(GROUP_ID);
        plugin.setArtifactId(ARTIFACT_ID);
    }

    /** A plugin with this goal. */
    public static DeclaredGoals of(String goal) {
        return new DeclaredGoals().and(goal);
    }

    /** Another goal. */
    public DeclaredGoals and(String name) {
        goal = new MojoDescriptor();
        goal.setGoal(name);
        goal.setImplementation("goal." + name);
        goal.setPluginDescriptor(plugin);
        try {
            plugin.addMojo(goal);
        } catch (DuplicateMojoDescriptorException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    /** The goal has this parameter, too. */
    public DeclaredGoals with(String parameter, String property) {
        return add(parameter, property, true);
    }

    /** The goal has this parameter, too, and nobody else sets it. */
    public DeclaredGoals writing(String parameter, String property) {
        return add(parameter, property, false);
    }

    private DeclaredGoals add(String name, String property, boolean editable) {
        Parameter parameter = new Parameter();
        parameter.setName(name);
        parameter.setExpression(property.isEmpty() ? "" : "${" + property + "}");
        parameter.setEditable(editable);
        try {
            goal.addParameter(parameter);
        } catch (DuplicateParameterException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    /** An execution of one of them, which the command line names. */
    public MojoExecution execution(String name) {
        return new MojoExecution(plugin.getMojo(name), "default-cli");
    }
}
