package io.github.auth0maven.mojo.files;

import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.passwords.Samples;
import io.github.auth0maven.passwords.SamplesException;
import io.github.auth0maven.passwords.SamplesFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Finds the known passwords: in a file that is outside the repository, or of one user in the environment. */
public final class SamplesLocator {

    /** The environment variable with an identifier of the one user. */
    public static final String USER = "AUTH0_SAMPLE_USER";
    /** The environment variable with that user's password. */
    public static final String PASSWORD = "AUTH0_SAMPLE_PASSWORD";

    private SamplesLocator() {}

    /** The samples; empty if none are named anywhere. */
    public static Optional<Samples> find(Invocation invocation, @Nullable File samples) throws MojoExecutionException {
        if (samples != null) {
            return Optional.of(read(invocation, invocation.path(samples)));
        }
        String user = System.getenv(USER);
        String password = System.getenv(PASSWORD);
        return user == null || user.isBlank() || password == null
                ? Optional.empty()
                : Optional.of(Samples.ofOne(user, password.toCharArray()));
    }

    /** Makes sure that no run writes over the file with the samples. */
    public static void spare(Invocation invocation, @Nullable File samples, Outputs outputs)
            throws MojoExecutionException {
        if (samples != null) {
            outputs.spare("samples", samples.toString(), invocation.path(samples));
        }
    }

    private static Samples read(Invocation invocation, Path file) throws MojoExecutionException {
        try {
            checkOutside(file, invocation.baseDirectory());
            return SamplesFile.read(file);
        } catch (NoSuchFileException e) {
            throw new MojoExecutionException("samples (-Dauth0.samples): there is no file " + file, e);
        } catch (SamplesException e) {
            throw new MojoExecutionException("samples (-Dauth0.samples): " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "samples (-Dauth0.samples): " + file + " cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** Passwords that lie in a repository are soon everybody's. */
    private static void checkOutside(Path file, Path baseDirectory) throws IOException {
        Path real = file.toRealPath();
        Path project = baseDirectory.toRealPath();
        for (Path directory = real.getParent(); directory != null; directory = directory.getParent()) {
            if (directory.equals(project) || Files.exists(directory.resolve(".git"))) {
                throw new SamplesException("known passwords have to be outside the project and the repository in "
                        + directory + "; move the file, as to your home directory");
            }
        }
    }
}
