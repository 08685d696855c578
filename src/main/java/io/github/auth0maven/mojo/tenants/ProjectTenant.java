package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.mojo.access.BuildTenant;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.mojo.parameters.TenantProperty;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** Tells a project of a local tenant: in its properties, and in a file of its build directory. */
public final class ProjectTenant {

    private final Invocation invocation;
    private final TenantFiles files;

    /**
     * @param id the tenant's; empty for one that has none
     */
    public ProjectTenant(Invocation invocation, File buildDirectory, String id) {
        this.invocation = invocation;
        Path directory = invocation
                .baseDirectory()
                .resolve(invocation.path(buildDirectory))
                .toAbsolutePath()
                .normalize();
        files = new TenantFiles(directory, id);
    }

    /** The files that tell of it. */
    public TenantFiles files() {
        return files;
    }

    /** The name of the file with the properties, from the base directory. */
    public String fileName() {
        Path base = invocation.baseDirectory().toAbsolutePath().normalize();
        Path file = files.properties();
        return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
    }

    /**
     * Tells of a tenant that answers.
     *
     * @throws MojoExecutionException if the file cannot be written
     */
    public void tellOf(BuildTenant tenant) throws MojoExecutionException {
        try {
            files.write(tenant.properties());
        } catch (IOException e) {
            throw new MojoExecutionException(fileName() + " cannot be written: " + e, e);
        }
        tenant.properties()
                .forEach((property, value) ->
                        invocation.project().getProperties().setProperty(property.of(files.id()), value));
    }

    /** Tells no more of it. */
    public void forget() throws MojoExecutionException {
        for (TenantProperty property : TenantProperty.values()) {
            invocation.project().getProperties().remove(property.of(files.id()));
        }
        try {
            files.remove();
        } catch (IOException e) {
            throw new MojoExecutionException(fileName() + " cannot be removed: " + e, e);
        }
    }
}
