package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.mojo.files.UsersFileSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that start and stop a local tenant in one build. */
class StartingAndStoppingTenantsTest {

    private static final String URL = "auth0.tenant.url";
    private static final String ADA = "{\"email\": \"ada@example.com\", \"email_verified\": true}";

    private final RecordedLog log = new RecordedLog();
    private final MavenProject project = new MavenProject();
    private final MavenSession session = session();

    @TempDir
    Path directory;

    @SuppressWarnings("deprecation") // the one constructor that all versions of Maven have
    private static MavenSession session() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(Path.of("").toAbsolutePath().toFile());
        return new MavenSession(
                null, MavenRepositorySystemUtils.newSession(), request, new DefaultMavenExecutionResult());
    }

    private Path file(String name) {
        return directory.resolve("target").resolve(name);
    }

    private StartTenantMojo start(@Nullable String id) {
        StartTenantMojo goal = new StartTenantMojo();
        prepare(goal, "start-tenant");
        goal.format = "auto";
        goal.csvSeparator = "auto";
        goal.export = "auto";
        goal.filtering = "false";
        goal.hashes = "auto";
        goal.hashPasswords = "false";
        goal.maxGzipRatio = "200";
        goal.maxUnpackedSize = "16g";
        goal.failOnWarnings = "false";
        goal.port = "0";
        goal.tls = "false";
        goal.id = id;
        goal.buildDirectory = directory.resolve("target").toFile();
        return goal;
    }

    private StopTenantMojo stop(@Nullable String id) {
        StopTenantMojo goal = new StopTenantMojo();
        prepare(goal, "stop-tenant");
        goal.id = id;
        goal.buildDirectory = directory.resolve("target").toFile();
        return goal;
    }

    private void prepare(Goal goal, String name) {
        project.setFile(directory.resolve("pom.xml").toFile());
        goal.setLog(log);
        goal.project = project;
        project.getBuild().setDirectory(directory.resolve("target").toString());
        project.getBuild().setOutputDirectory(file("classes").toString());
        project.getBuild().setTestOutputDirectory(file("test-classes").toString());
        session.setProjects(List.of(project));
        goal.session = session;
        goal.execution = DeclaredGoals.of(name).execution(name);
        goal.failOnError = "true";
        goal.annotations = "none";
        goal.redact = "none";
        goal.reports = "none";
        goal.skip = "false";
        goal.reportDirectory = directory.resolve("target/auth0").toFile();
    }

    private static int ask(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + ".well-known/openid-configuration"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aTenantAnswersFromItsStartToItsStop() throws Exception {
        start(null).execute();
        String url = project.getProperties().getProperty(URL);

        assertThat(ask(url)).isEqualTo(200);
        assertThat(file("auth0-tenant.properties")).exists();
        assertThat(log.at("info"))
                .contains("Local tenant: " + url + " (it imitates Auth0 on this machine, for tests, and is not Auth0)");

        stop("").execute();

        assertThatThrownBy(() -> ask(url)).isInstanceOf(IOException.class);
        assertThat(project.getProperties()).isEmpty();
        assertThat(file("auth0-tenant.properties")).doesNotExist();
        assertThat(log.at("info"))
                .last()
                .isEqualTo("The local tenant " + url + " has stopped: 1 request, 0 logins, 0 users");
    }

    @Test
    void tenantsWithIdsStandSideBySide() throws Exception {
        start("orders").execute();
        start(null).execute();
        String orders = project.getProperties().getProperty("auth0.tenant.orders.url");

        assertThat(orders).isNotEqualTo(project.getProperties().getProperty(URL));
        stop(null).execute();
        assertThat(ask(orders)).isEqualTo(200);
        assertThat(file("auth0-tenant-orders.properties")).exists();
        stop("orders").execute();
        assertThat(file("auth0-tenant-orders.properties")).doesNotExist();
    }

    @Test
    void whereThereIsNoneThereIsNothingToStop() throws Exception {
        stop(null).execute();

        assertThat(log.lines).containsExactly("info There is no local tenant to stop");
    }

    @Test
    void itBeginsWithTheUsersOfItsFile() throws Exception {
        Files.writeString(directory.resolve("users.json"), "[" + ADA + "]");
        StartTenantMojo goal = start(null);
        goal.usersFile = "users.json";

        goal.execute();
        stop(null).execute();

        assertThat(log.at("info"))
                .contains("It begins with 1 user")
                .last()
                .asString()
                .endsWith(": 0 requests, 0 logins, 1 user");
    }

    @Test
    void whereAUserIsInvalidTheViolationIsToldAndThereIsNoTenant() throws Exception {
        Files.writeString(directory.resolve("users.json"), "[" + ADA + ",\n{\"email\": \"ada\"}]");
        StartTenantMojo goal = start(null);
        UsersFileSet set = new UsersFileSet();
        set.set("users.json");
        goal.usersFiles = List.of(set);

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 of 2 users is invalid: the local tenant is not started");

        assertThat(log.at("error")).anyMatch(line -> line.contains("users.json:[2,") && line.contains("email"));
        assertThat(file("auth0/tenant/validation-report.json")).exists();
        assertThat(file("auth0-tenant.properties")).doesNotExist();
        assertThat(project.getProperties()).isEmpty();
        stop(null).execute();
        assertThat(log.at("info")).last().isEqualTo("There is no local tenant to stop");
    }

    @Test
    void anIdIsAPartOfNames() {
        assertThatThrownBy(start("a.b")::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("tenant.id (-Dauth0.tenant.id): \"a.b\" is not an id of a letter and");
    }
}
