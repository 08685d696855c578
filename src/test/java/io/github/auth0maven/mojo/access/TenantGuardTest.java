package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.management.Domain;
import io.github.auth0maven.mojo.RecordedLog;
import io.github.auth0maven.mojo.parameters.Invocation;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantGuardTest {

    private static final String PROPERTY = "auth0.allowedDomains";
    private static final Domain PRODUCTION = Domain.parse("production.auth0.com");

    private final Plugin plugin = plugin();
    private final Xpp3Dom merged = new Xpp3Dom("configuration");
    private final MavenProject project = new MavenProject(new Model());
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.auth0maven");
        plugin.setArtifactId("auth0-maven-plugin");
        return plugin;
    }

    private void check(String mavenVersion, String given) throws MojoExecutionException {
        request.getSystemProperties().setProperty("maven.version", mavenVersion);
        @SuppressWarnings("deprecation")
        MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
        MojoExecution execution = new MojoExecution(plugin, "import-users", "an-execution");
        execution.setConfiguration(merged);
        new TenantGuard(new Invocation(session, project, execution, new RecordedLog()))
                .with(given)
                .check(PRODUCTION, "the command line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.6.3", "3.9.16", "4.0.0-rc-6"})
    void aPropertyOfThePomHolds(String maven) {
        project.getProperties().setProperty(PROPERTY, "staging.auth0.com");

        assertThatThrownBy(() -> check(maven, "production.auth0.com")).hasMessageContaining("(staging.auth0.com)");
    }

    @Test
    void onMaven3TheCommandLineCannotWidenIt() {
        project.getProperties().setProperty(PROPERTY, "staging.auth0.com");
        request.getUserProperties().setProperty(PROPERTY, "production.auth0.com");

        assertThatThrownBy(() -> check("3.9.16", "production.auth0.com")).hasMessageContaining("(staging.auth0.com)");
    }

    /** By then, Maven 4 has replaced it. */
    @ParameterizedTest
    @ValueSource(strings = {"pom", "profile", "parent", "profile of the parent"})
    void onMaven4ItCannotBeKnownBesideTheCommandLineAndThatIsRefused(String where) {
        MavenProject parent = new MavenProject(new Model());
        project.setParent(parent);
        MavenProject declaring = where.endsWith("parent") ? parent : project;
        Profile profile = new Profile();
        declaring.setOriginalModel(new Model());
        declaring.getActiveProfiles().add(profile);
        (where.startsWith("profile") ? profile : declaring.getOriginalModel())
                .addProperty(PROPERTY, "production.auth0.com");
        request.getUserProperties().setProperty(PROPERTY, "production.auth0.com");

        assertThatThrownBy(() -> check("4.0.0-rc-6", "production.auth0.com"))
                .hasMessageContaining("the POM has it as a property, whose value Maven 4 replaces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.6.3", "3.9.16"})
    void onMaven3ItIsKnownBesideTheCommandLineAndBothHold(String maven) {
        project.setOriginalModel(new Model());
        project.getOriginalModel().addProperty(PROPERTY, "staging.auth0.com, production.auth0.com");
        project.getProperties().setProperty(PROPERTY, "staging.auth0.com, production.auth0.com");
        request.getUserProperties().setProperty(PROPERTY, "production.auth0.com");

        assertThatCode(() -> check(maven, "production.auth0.com")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.9.16", "4.0.0-rc-6"})
    void whereThePomSaysNothingTheCommandLineDecides(String maven) {
        request.getUserProperties().setProperty(PROPERTY, "production.auth0.com");

        assertThatCode(() -> check(maven, "production.auth0.com")).doesNotThrowAnyException();
    }

    /** As a placeholder leaves it whose property is empty; Maven passes on no parameter then. */
    @ParameterizedTest
    @CsvSource({"plugin,", "plugin,' '", "execution,", "execution,''", "merged,''"})
    void aListThatIsEmptyInThePomAllowsNobody(String where, String value) {
        Xpp3Dom element = new Xpp3Dom("allowedDomains");
        element.setValue(value);
        configuration(where).addChild(element);

        assertThatThrownBy(() -> check("3.9.16", null)).hasMessageContaining("is empty, and so would allow no tenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin", "execution", "merged"})
    void anythingElseInTheConfigurationIsNoGuard(String where) {
        configuration(where).addChild(new Xpp3Dom("externalId"));

        assertThatCode(() -> check("3.9.16", null)).doesNotThrowAnyException();
    }

    private Xpp3Dom configuration(String where) {
        Xpp3Dom configuration = where.equals("merged") ? merged : new Xpp3Dom("configuration");
        PluginExecution own = new PluginExecution();
        own.setId("an-execution");
        plugin.addExecution(own);
        project.setBuild(new Build());
        project.getBuild().addPlugin(plugin);
        if (where.equals("plugin")) {
            plugin.setConfiguration(configuration);
        } else if (where.equals("execution")) {
            own.setConfiguration(configuration);
        }
        return configuration;
    }
}
