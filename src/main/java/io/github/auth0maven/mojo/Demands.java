package io.github.auth0maven.mojo;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.mojo.files.Outputs;
import io.github.auth0maven.mojo.files.UsersFilesFinder;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.schema.SchemaFile;
import io.github.auth0maven.schema.SchemaFileException;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ProjectSchema;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.WarningPolicy;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** What has been asked for of users, read and checked before any of them is read. */
record Demands(
        RootAttributes rootAttributes,
        Optional<ProjectSchema> projectSchema,
        WarningPolicy warnings,
        ConnectionRules connection) {

    /** What an import file has around its users: a user alone in one has that much less room. */
    private static final int BRACKETS = 2;

    /**
     * What holds the users to the rules.
     *
     * @param capacity the size of the largest import file, in bytes
     */
    FileJudge judge(int capacity) {
        ValidationSettings settings =
                new ValidationSettings(capacity - BRACKETS, rootAttributes, projectSchema, warnings, connection);
        return new FileJudge(settings, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The project's own schema; without one, no class of the library that knows schemas is loaded. */
    static Optional<ProjectSchema> projectSchema(Invocation invocation, @Nullable String schema, Outputs outputs)
            throws MojoExecutionException {
        if (schema == null) {
            return Optional.empty();
        }
        UsersFile file = new UsersFilesFinder(invocation).findSchema(schema);
        outputs.spare("schema", file.name(), file.path());
        try {
            ProjectSchema read = SchemaFile.read(file.path(), file.name());
            for (Path part : read.files()) {
                outputs.spare("schema", part.toString(), part);
            }
            return Optional.of(read);
        } catch (SchemaFileException e) {
            throw new MojoExecutionException("schema (-Dauth0.schema): " + e.getMessage(), e);
        }
    }
}
