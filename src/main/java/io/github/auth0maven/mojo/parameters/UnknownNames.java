package io.github.auth0maven.mojo.parameters;

import io.github.auth0maven.validation.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what Maven passes over: a property or an element of the POM that looks like one of this plugin's and is none. With
 * {@code -Dauth0.dryrun} an import would be real.
 */
public final class UnknownNames {

    private static final String PREFIX = "auth0.";

    private final Invocation invocation;
    private final PluginDescriptor plugin;
    private final DeclaredNames declared;
    private final OtherProperties others;
    private final List<String> wrong = new ArrayList<>();

    private UnknownNames(Invocation invocation, @Nullable String otherProperties) {
        this.invocation = invocation;
        plugin = invocation.execution().getMojoDescriptor().getPluginDescriptor();
        declared = new DeclaredNames(plugin);
        others = new OtherProperties(otherProperties);
    }

    /**
     * Looks through the properties of this build that begin with {@code auth0.}, and what the POM configures of this plugin.
     *
     * @param otherProperties those that are another tool's
     * @throws MojoExecutionException if one of them is none that any goal declares, with the nearest that one does
     */
    public static void refuse(Invocation invocation, @Nullable String otherProperties) throws MojoExecutionException {
        UnknownNames names = new UnknownNames(invocation, otherProperties);
        names.lookThroughProperties();
        names.lookThroughPom();
        if (!names.wrong.isEmpty()) {
            throw new MojoExecutionException(String.join(" ", names.wrong));
        }
    }

    private void lookThroughProperties() {
        Set<String> known = declared.properties();
        boolean isAnyUnknown = false;
        for (Map.Entry<String, String> property : properties().entrySet()) {
            String name = property.getKey();
            if (!known.contains(name) && !TenantProperty.isWritten(name) && !others.allow(name, known)) {
                wrong.add(name + " (" + property.getValue() + ") is no property of this plugin" + hint(name, known));
                isAnyUnknown = true;
            }
        }
        if (isAnyUnknown) {
            wrong.add("What belongs to another tool can be named in auth0.otherProperties");
        }
    }

    private String hint(String property, Set<String> known) {
        String parameter = property.substring(PREFIX.length());
        return declared.elements().contains(parameter) && !known.contains(PREFIX + parameter)
                ? ": " + parameter + " can be set in the <configuration> only."
                : closest(property, known);
    }

    /** The names of all properties that may be meant for this plugin, each with what has set it. */
    private Map<String, String> properties() {
        Map<String, String> sources = new LinkedHashMap<>();
        addAll(invocation.session().getUserProperties(), "the command line", sources);
        for (Profile profile : invocation.project().getActiveProfiles()) {
            if ("settings.xml".equals(profile.getSource())) {
                addAll(profile.getProperties(), "the profile \"" + profile.getId() + "\" of settings.xml", sources);
            }
        }
        addAll(invocation.project().getProperties(), "the POM", sources);
        addAll(invocation.session().getSystemProperties(), "the JVM's command line", sources);
        return sources;
    }

    private static void addAll(Properties properties, String source, Map<String, String> sources) {
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                sources.putIfAbsent(name, source);
            }
        }
    }

    private void lookThroughPom() {
        @Nullable Plugin inPom = inPom();
        if (inPom == null) {
            return;
        }
        Set<String> forAll = elements(inPom.getConfiguration());
        lookThrough(forAll, declared.elements(), "this plugin");
        for (PluginExecution execution : inPom.getExecutions()) {
            Set<String> own = elements(execution.getConfiguration());
            own.removeAll(forAll);
            // without goals it is for whatever the command line names
            Set<String> known =
                    execution.getGoals().isEmpty() ? declared.elements() : declared.elements(execution.getGoals());
            lookThrough(own, known, "the execution \"" + execution.getId() + "\"");
        }
    }

    private void lookThrough(Set<String> elements, Set<String> known, String owner) {
        for (String element : elements) {
            if (!known.contains(element)) {
                List<String> elsewhere = declared.goalsWith(element);
                wrong.add("<" + element + "> in the <configuration> of " + owner + " is no parameter of "
                        + (elsewhere.isEmpty()
                                ? "any goal" + closest(element, known)
                                : "its goals, but of " + String.join(", ", elsewhere) + "."));
            }
        }
    }

    /** As Maven does, what is managed is asked only if there is nothing else. */
    private @Nullable Plugin inPom() {
        String key = Plugin.constructKey(plugin.getGroupId(), plugin.getArtifactId());
        Plugin own = invocation.project().getPlugin(key);
        return own != null || invocation.project().getPluginManagement() == null
                ? own
                : invocation.project().getPluginManagement().getPluginsAsMap().get(key);
    }

    private static Set<String> elements(@Nullable Object configuration) {
        Set<String> elements = new TreeSet<>();
        if (configuration instanceof Xpp3Dom all) {
            for (Xpp3Dom child : all.getChildren()) {
                elements.add(child.getName());
            }
        }
        return elements;
    }

    private static String closest(String name, Set<String> known) {
        return Suggestions.closest(name, List.copyOf(known))
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("; mvn auth0:help -Ddetail tells all there are.");
    }
}
