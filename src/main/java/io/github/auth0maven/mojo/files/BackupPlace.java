package io.github.auth0maven.mojo.files;

import io.github.auth0maven.mojo.parameters.Invocation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Where the backup of an import is. */
public final class BackupPlace {

    private BackupPlace() {}

    /**
     * The file.
     *
     * @param given the parameter, as Maven has set it; null for the default, in the report directory
     */
    public static Path of(Invocation invocation, @Nullable File given, File reportDirectory) {
        return given == null ? invocation.path(reportDirectory).resolve("backup-users.jsonl") : invocation.path(given);
    }

    /**
     * The file, which has to be there.
     *
     * @throws MojoExecutionException if it is not
     */
    public static Path existing(Invocation invocation, @Nullable File given, File reportDirectory)
            throws MojoExecutionException {
        Path file = of(invocation, given, reportDirectory);
        if (!Files.isRegularFile(file)) {
            throw new MojoExecutionException("backupFile (-Dauth0.backupFile): there is no " + file
                    + ": have import-users keep one by auth0.backup=true, or name another");
        }
        return file;
    }
}
