package io.github.auth0maven.mojo.parameters;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.mojo.DeclaredGoals;
import io.github.auth0maven.mojo.RecordedLog;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a parameter of this plugin and is none. */
class UnknownNamesTest {

    private static final String OTHERS = " What belongs to another tool can be named in auth0.otherProperties";

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject project = new MavenProject();
    private final MojoExecution execution = DeclaredGoals.of("load")
            .with("dryRun", "auth0.dryRun")
            .with("usersFile", "auth0.usersFile")
            .with("usersFiles", "")
            .and("check")
            .with("usersFile", "auth0.usersFile")
            .with("schema", "auth0.schema")
            .and("start")
            .with("port", "auth0.tenant.port")
            .writing("url", "auth0.tenant.url")
            .execution("load");

    @ParameterizedTest
    @CsvSource({
        "auth0.dryrun, auth0.dryRun",
        "auth0.DRYRUN, auth0.dryRun",
        "Auth0.dryRun, auth0.dryRun",
        "auth0.userFile, auth0.usersFile",
        "auth0.shema, auth0.schema",
        "auth0.tenant.ports, auth0.tenant.port",
        "auth0.tenant.one.port, auth0.tenant.port",
        "auth0.tenant.ulr, auth0.tenant.url"
    })
    void aPropertyOfTheCommandLineIsTakenForTheNearest(String slip, String meant) {
        request.getUserProperties().setProperty(slip, "true");

        assertRefused(slip + " (the command line) is no property of this plugin; did you mean " + meant + "?" + OTHERS);
    }

    @Test
    void whatAnyGoalDeclaresIsKnown() {
        request.getUserProperties().setProperty("auth0.schema", "s");
        project.getProperties().setProperty("auth0.tenant.port", "0");

        assertNotRefused();
    }

    @Test
    void whatAGoalHasWrittenForOthersIsKnown() {
        project.getProperties().setProperty("auth0.tenant.url", "http://127.0.0.1:1");

        assertNotRefused();
    }

    @Test
    void whatALocalTenantTellsOfItselfIsKnownByItsIdToo() {
        project.getProperties().setProperty("auth0.tenant.clientSecret", "s");
        project.getProperties().setProperty("auth0.tenant.orders-2.url", "http://localhost:1/");

        assertNotRefused();
    }

    @Test
    void whatBelongsToOthersByItsPrefixIsNoneOfOurs() {
        request.getUserProperties().setProperty("auth0-java.version", "2");
        request.getUserProperties().setProperty("my.auth0.dryrun", "true");

        assertNotRefused();
    }

    @Test
    void aPropertyOfThePomIsToldAsSuch() {
        project.getProperties().setProperty("auth0.sdk", "2");

        assertRefused("auth0.sdk (the POM) is no property of this plugin; mvn auth0:help -Ddetail tells all there are."
                + OTHERS);
    }

    @Test
    void aPropertyOfAProfileInSettingsIsToldAsSuch() {
        Profile profile = new Profile();
        profile.setId("ci");
        profile.setSource("settings.xml");
        profile.addProperty("auth0.dryrun", "true");
        project.setActiveProfiles(List.of(profile));
        project.getProperties().setProperty("auth0.dryrun", "true");

        assertRefused("auth0.dryrun (the profile \"ci\" of settings.xml) is no property of this plugin; did you mean"
                + " auth0.dryRun?" + OTHERS);
    }

    @Test
    void aPropertyOfTheJvmIsToldAsSuch() {
        Properties system = new Properties();
        system.setProperty("auth0.dryrun", "true");
        request.setSystemProperties(system);

        assertRefused("auth0.dryrun (the JVM's command line) is no property of this plugin; did you mean auth0.dryRun?"
                + OTHERS);
    }

    @Test
    void whatHasNoPropertyIsToldToBeWrittenIntoThePom() {
        request.getUserProperties().setProperty("auth0.usersFiles", "a,b");

        assertRefused("auth0.usersFiles (the command line) is no property of this plugin: usersFiles can be set in the"
                + " <configuration> only." + OTHERS);
    }

    @Test
    void propertiesOfOtherToolsCanBeNamed() {
        project.getProperties().setProperty("auth0.version", "1");
        project.getProperties().setProperty("auth0.sdk.version", "2");

        assertThatCode(() -> refuse("auth0.version, auth0.sdk.*")).doesNotThrowAnyException();
        assertThatThrownBy(() -> refuse("auth0.sdk")).hasMessageContaining("auth0.sdk.version (the POM)");
    }

    @Test
    void noPatternAllowsAParameterInOtherCapitals() {
        request.getUserProperties().setProperty("auth0.dryrun", "true");
        request.getUserProperties().setProperty("auth0.other", "true");

        assertThatThrownBy(() -> refuse("auth0.*"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("auth0.dryrun (the command line) is no property of this plugin; did you mean auth0.dryRun?"
                        + OTHERS);
    }

    @Test
    void anElementThatNoGoalKnowsIsTakenForTheNearest() {
        project.getBuild().addPlugin(plugin("<dryrun>true</dryrun>"));

        assertRefused(
                "<dryrun> in the <configuration> of this plugin is no parameter of any goal; did you mean dryRun?");
    }

    @Test
    void anElementThatIsManagedIsAsWrongWhereThePluginIsNotUsed() {
        project.getBuild().setPluginManagement(new PluginManagement());
        project.getBuild().getPluginManagement().addPlugin(plugin("<dryrun>true</dryrun>"));

        assertRefused(
                "<dryrun> in the <configuration> of this plugin is no parameter of any goal; did you mean dryRun?");
    }

    @Test
    void allGoalsAreConfiguredInOnePlace() {
        project.getBuild().addPlugin(plugin("<dryRun>true</dryRun><schema>s</schema><usersFiles/>"));

        assertNotRefused();
    }

    @Test
    void anExecutionConfiguresItsOwnGoalsAlone() {
        Plugin plugin = plugin("<dryRun>true</dryRun>");
        // merged, as Maven does it
        plugin.addExecution(execution("judge", "<dryRun>true</dryRun><port>1</port><shema>s</shema>", "check"));
        project.getBuild().addPlugin(plugin);

        assertRefused("<port> in the <configuration> of the execution \"judge\" is no parameter of its goals, but of"
                + " start. <shema> in the <configuration> of the execution \"judge\" is no parameter of any goal; did"
                + " you mean schema?");
    }

    @Test
    void anExecutionWithoutGoalsIsForWhateverTheCommandLineNames() {
        Plugin plugin = plugin("");
        plugin.addExecution(execution("default-cli", "<port>1</port>"));
        plugin.addExecution(execution("both", "<dryRun>true</dryRun><schema>s</schema>", "check", "load"));
        project.getBuild().addPlugin(plugin);

        assertNotRefused();
    }

    @Test
    void whatAGoalWritesCannotBeConfigured() {
        project.getBuild().addPlugin(plugin("<url>u</url>"));

        assertRefused("<url> in the <configuration> of this plugin is no parameter of any goal;"
                + " mvn auth0:help -Ddetail tells all there are.");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> refuse(null))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
    }

    private void assertNotRefused() {
        assertThatCode(() -> refuse(null)).doesNotThrowAnyException();
    }

    @SuppressWarnings("deprecation") // there is no other constructor that takes no container's lookup
    private void refuse(@Nullable String otherProperties) throws MojoExecutionException {
        MavenSession session = new MavenSession(null, request, new DefaultMavenExecutionResult(), project);
        UnknownNames.refuse(new Invocation(session, project, execution, new RecordedLog()), otherProperties);
    }

    private static Plugin plugin(String elements) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(DeclaredGoals.GROUP_ID);
        plugin.setArtifactId(DeclaredGoals.ARTIFACT_ID);
        plugin.setConfiguration(configuration(elements));
        return plugin;
    }

    private static PluginExecution execution(String id, String elements, String... goals) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setGoals(List.of(goals));
        execution.setConfiguration(configuration(elements));
        return execution;
    }

    private static Xpp3Dom configuration(String elements) {
        try {
            return Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"));
        } catch (XmlPullParserException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
