package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.mojo.DeclaredGoals;
import io.github.auth0maven.mojo.RecordedLog;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which local tenants a build has, and who takes them for its own. */
class BuildTenantsTest {

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenSession session = session();
    private final RecordedLog log = new RecordedLog();
    private final BuildTenants tenants = BuildTenants.of(session);
    private final List<String> stopped = new ArrayList<>();

    @SuppressWarnings("deprecation") // the one constructor that all versions of Maven have
    private MavenSession session() {
        return new MavenSession(
                null, MavenRepositorySystemUtils.newSession(), request, new DefaultMavenExecutionResult());
    }

    private Invocation in(String module) {
        MavenProject project = new MavenProject();
        project.setFile(new File("/reactor/" + module + "/pom.xml"));
        return new Invocation(session, project, DeclaredGoals.of("import-users").execution("import-users"), log);
    }

    private BuildTenant tenant(String url) {
        return new BuildTenant(
                Map.of(
                        TenantProperty.URL,
                        url,
                        TenantProperty.AUDIENCE,
                        url + "api/v2/",
                        TenantProperty.CLIENT_ID,
                        "its-own",
                        TenantProperty.CLIENT_SECRET,
                        "s3cret"),
                () -> "used",
                () -> stopped.add(url));
    }

    @Test
    void aTenantWithoutAnIdIsItsProjectsOwn() throws Exception {
        BuildTenant a = tenants.start("", in("a"), () -> tenant("http://localhost:1/"));
        BuildTenant b = BuildTenants.of(session).start("", in("b"), () -> tenant("http://localhost:2/"));

        assertThat(List.of(a.url(), b.url())).containsExactly("http://localhost:1/", "http://localhost:2/");
        assertThat(tenants.leave("", in("a")).map(BuildTenant::url)).contains("http://localhost:1/");
        assertThat(tenants.isRunning(a)).isFalse();
        assertThat(tenants.isRunning(b)).isTrue();
        assertThat(tenants.leave("", in("a"))).isEmpty();
    }

    @Test
    void aTenantWithAnIdIsOneForTheBuildUntilTheLastProjectLeaves() throws Exception {
        BuildTenant a = tenants.start("shared", in("a"), () -> tenant("http://localhost:1/"));
        BuildTenant b = tenants.start("shared", in("b"), () -> tenant("http://localhost:2/"));

        assertThat(b.url()).isEqualTo(a.url());
        assertThat(tenants.leave("shared", in("c"))).isEmpty();
        assertThat(tenants.leave("shared", in("a"))).isPresent();
        assertThat(tenants.isRunning(a)).isTrue();
        BuildTenant last = tenants.leave("shared", in("b")).orElseThrow();
        assertThat(tenants.isRunning(last)).isFalse();
        last.end().run();
        assertThat(stopped).containsExactly("http://localhost:1/");
        assertThat(last.usage().get()).isEqualTo("used");
    }

    @Test
    void aProjectStartsATenantOnce() throws Exception {
        tenants.start("", in("a"), () -> tenant("http://localhost:1/"));

        assertThatThrownBy(() -> tenants.start("", in("a"), () -> tenant("http://localhost:2/")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("give each of them an <id> of its own");
    }

    @Test
    void whatCannotBeStartedIsNotThere() throws Exception {
        assertThatThrownBy(() -> tenants.start("", in("a"), () -> {
                    throw new MojoExecutionException("taken");
                }))
                .hasMessage("taken");

        assertThat(tenants.leave("", in("a"))).isEmpty();
        assertThat(tenants.start("", in("a"), () -> tenant("http://localhost:2/"))
                        .url())
                .isEqualTo("http://localhost:2/");
    }

    @Test
    void itsOwnCredentialsGoToItAndNobodyElsesAndNoListHasToAllowIt() throws Exception {
        tenants.start("", in("a"), () -> tenant("http://localhost:4711/"));
        Server server = new Server();
        server.setId("auth0");
        server.setUsername("real-client");
        server.setPassword("real-secret");
        request.addServer(server);

        Access access = access("localhost:4711").open("offline");

        assertThat(access.domain()).isEqualTo(Domain.parse("http://localhost:4711/"));
        assertThat(access.audience()).isEqualTo("http://localhost:4711/api/v2/");
        assertThat(access.credentials()).isEqualTo(new Credentials.ClientSecret("its-own", "s3cret"));
        assertThat(log.lines).noneMatch(line -> line.contains("s3cret"));
        assertThatThrownBy(() -> access("http://localhost:4712").open("offline"))
                .hasMessageStartingWith(
                        "The tenant http://localhost:4712 (the POM) is not one that auth0.allowedDomains");
    }

    private TenantAccess access(@Nullable String domain) {
        AccessParameters parameters = new AccessParameters(
                new TenantChoice.InPom(domain, null, null, null),
                new Environment.Names("AUTH0_DOMAIN", "AUTH0_CLIENT_ID", "AUTH0_CLIENT_SECRET", "AUTH0_API_TOKEN"),
                new AccessParameters.Limits("15s", "60s", "60s", "5m"),
                "staging.eu.auth0.com",
                null);
        return new TenantAccess(in("a"), parameters, asked -> {
            throw new AssertionError("nothing is to be decrypted");
        });
    }
}
