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
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProtectedDomainsTest {

    private static final String PROPERTY = "auth0.protectedDomains";

    private final MavenProject project = new MavenProject(new Model());
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    private void check(@Nullable String given, String domain) throws MojoExecutionException {
        @SuppressWarnings("deprecation")
        MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
        MojoExecution execution = new MojoExecution(new MojoDescriptor(), "default");
        ProtectedDomains.check(
                new Invocation(session, project, execution, new RecordedLog()), given, Domain.parse(domain));
    }

    @Test
    void aTenantThatIsNamedIsRefused() {
        assertThatThrownBy(() -> check("example.eu.auth0.com, *.example.com", "login.example.com"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The tenant login.example.com is one that protectedDomains (-Dauth0.protectedDomains)"
                        + " protects (example.eu.auth0.com, *.example.com): nothing has been changed there");
        assertThatThrownBy(() -> check("example.eu.auth0.com", "example.eu.auth0.com"))
                .isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void anyOtherIsNot() {
        assertThatCode(() -> check("example.eu.auth0.com", "staging.eu.auth0.com"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(null, "staging.eu.auth0.com")).doesNotThrowAnyException();
    }

    @Test
    void whatThePomProtectsTheCommandLineDoesNotExpose() {
        project.getProperties().setProperty(PROPERTY, "example.eu.auth0.com");
        request.getUserProperties().setProperty(PROPERTY, "other.eu.auth0.com");

        assertThatThrownBy(() -> check("other.eu.auth0.com", "example.eu.auth0.com"))
                .isInstanceOf(MojoExecutionException.class);
        assertThatThrownBy(() -> check(null, "other.eu.auth0.com")).isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> check("https:/nonsense", "example.eu.auth0.com"))
                .hasMessageStartingWith("protectedDomains (-Dauth0.protectedDomains): \"");
    }
}
