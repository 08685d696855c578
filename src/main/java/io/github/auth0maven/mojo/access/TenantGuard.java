package io.github.auth0maven.mojo.access;

import io.github.auth0maven.mojo.parameters.Invocation;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the POM says of the tenants that are allowed, even where Maven does not pass it on: a property gives way to the command
 * line, and an element that is empty becomes no parameter at all.
 */
final class TenantGuard {

    private static final String PARAMETER = "allowedDomains";
    private static final String PROPERTY = "auth0." + PARAMETER;

    private final Invocation invocation;
    private final MojoExecution execution;
    private final MavenProject project;

    TenantGuard(Invocation invocation) {
        this.invocation = invocation;
        execution = invocation.execution();
        project = invocation.project();
    }

    /**
     * All lists that have to allow a tenant.
     *
     * @param given the parameter, as Maven has set it
     * @throws MojoExecutionException if a list is empty or wrong, or what the POM allows cannot be known
     */
    AllowedDomains with(@Nullable String given) throws MojoExecutionException {
        @Nullable
        String onCommandLine = invocation.session().getUserProperties().getProperty(PROPERTY);
        if (onCommandLine != null && invocation.isMaven4() && isDeclaredAsProperty()) {
            throw new MojoExecutionException(PARAMETER + " (-D" + PROPERTY
                    + "): the POM has it as a property, whose value Maven 4 replaces by that of the"
                    + " command line, so that nobody knows what the POM allows: leave out -D" + PROPERTY
                    + ", or have the POM's list moved into <" + PARAMETER + "> in the <configuration> of this plugin");
        }
        return AllowedDomains.of(
                given == null && isEmptyInPom() ? "" : given,
                project.getProperties().getProperty(PROPERTY),
                onCommandLine);
    }

    private boolean isDeclaredAsProperty() {
        return Stream.<@Nullable MavenProject>iterate(project, pom -> pom != null, MavenProject::getParent)
                .flatMap(TenantGuard::properties)
                .anyMatch(properties -> properties.containsKey(PROPERTY));
    }

    private static Stream<Properties> properties(MavenProject pom) {
        return Stream.concat(
                pom.getActiveProfiles().stream().map(Profile::getProperties),
                Stream.ofNullable(pom.getOriginalModel()).map(model -> model.getProperties()));
    }

    /** Maven 3 has replaced an empty element by the parameter's default by then, and shows it in the project's own plugin only. */
    private boolean isEmptyInPom() {
        @Nullable
        Plugin plugin = execution.getPlugin() == null
                ? null
                : project.getPlugin(execution.getPlugin().getKey());
        @Nullable
        PluginExecution own =
                plugin == null ? null : plugin.getExecutionsAsMap().get(execution.getExecutionId());
        return isEmptyIn(execution.getConfiguration())
                || (plugin != null && isEmptyIn(plugin.getConfiguration()))
                || (own != null && isEmptyIn(own.getConfiguration()));
    }

    private static boolean isEmptyIn(@Nullable Object configuration) {
        @Nullable Xpp3Dom element = configuration instanceof Xpp3Dom all ? all.getChild(PARAMETER) : null;
        return element != null
                && (element.getValue() == null || element.getValue().isBlank());
    }
}
