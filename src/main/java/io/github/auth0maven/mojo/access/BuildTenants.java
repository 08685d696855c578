package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Domain;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.SessionData;

/**
 * The local tenants that this build has started, kept in its session. A tenant with an id is one for the whole build: the first
 * project that starts it does, others join, and it stops when the last of them stops it. A tenant without an id is its project's
 * own.
 */
public final class BuildTenants {

    private static final String KEY = "auth0-maven-plugin.tenants";
    private static final String PROJECTS = "projects";

    private final Map<String, Map<String, Object>> tenants;

    private BuildTenants(Map<String, Map<String, Object>> tenants) {
        this.tenants = tenants;
    }

    /** What starts a tenant. */
    public interface Start {
        BuildTenant start() throws MojoExecutionException;
    }

    /** Those of a session. */
    @SuppressWarnings("unchecked") // nobody else has this key
    public static BuildTenants of(MavenSession session) {
        Map<String, Map<String, Object>> fresh = new HashMap<>();
        if (session.getRepositorySession() == null) {
            return new BuildTenants(fresh);
        }
        SessionData data = session.getRepositorySession().getData();
        data.set(KEY, null, fresh);
        return new BuildTenants((Map<String, Map<String, Object>>) Objects.requireNonNull(data.get(KEY)));
    }

    /**
     * Starts a tenant for a project, or joins one that another project has started.
     *
     * @throws MojoExecutionException if this project has started it already, or it cannot be started
     */
    public BuildTenant start(String id, Invocation invocation, Start start) throws MojoExecutionException {
        synchronized (tenants) {
            String key = key(id, invocation);
            Map<String, Object> kept = tenants.get(key);
            if (kept == null) {
                kept = new HashMap<>(start.start().kept());
                kept.put(PROJECTS, new HashSet<String>());
                tenants.put(key, kept);
            }
            if (!projects(kept).add(project(invocation))) {
                throw new MojoExecutionException("id (-Dauth0.tenant.id): "
                        + (id.isEmpty() ? "a local tenant without an id" : "the local tenant \"" + id + "\"")
                        + " of this project has been started already: give each of them an <id> of its own");
            }
            return BuildTenant.of(kept);
        }
    }

    /**
     * Takes leave of a tenant, and stops it if no other project uses it.
     *
     * @return the tenant; empty if this project has not started it
     */
    public Optional<BuildTenant> leave(String id, Invocation invocation) {
        synchronized (tenants) {
            String key = key(id, invocation);
            Map<String, Object> kept = tenants.get(key);
            if (kept == null || !projects(kept).remove(project(invocation))) {
                return Optional.empty();
            }
            if (projects(kept).isEmpty()) {
                tenants.remove(key);
            }
            return Optional.of(BuildTenant.of(kept));
        }
    }

    /** Whether a tenant still serves projects. */
    public boolean isRunning(BuildTenant tenant) {
        synchronized (tenants) {
            return tenants.values().stream()
                    .anyMatch(kept -> BuildTenant.of(kept).url().equals(tenant.url()));
        }
    }

    /** The one that a domain leads to, whether that has its scheme or not. */
    Optional<BuildTenant> at(Domain domain) {
        synchronized (tenants) {
            return tenants.values().stream()
                    .map(BuildTenant::of)
                    .filter(each -> URI.create(each.properties().getOrDefault(TenantProperty.URL, ""))
                            .getAuthority()
                            .equals(domain.url().getAuthority()))
                    .findFirst();
        }
    }

    @SuppressWarnings("unchecked") // start() has put it there
    private static Set<String> projects(Map<String, Object> kept) {
        return (Set<String>) Objects.requireNonNull(kept.get(PROJECTS));
    }

    private static String key(String id, Invocation invocation) {
        return id.isEmpty() ? project(invocation) : "<" + id + ">";
    }

    private static String project(Invocation invocation) {
        return invocation.baseDirectory().toAbsolutePath().normalize().toString();
    }
}
