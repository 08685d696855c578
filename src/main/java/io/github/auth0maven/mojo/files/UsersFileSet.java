package io.github.auth0maven.mojo.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the users files, in the configuration of a goal: either a path, as {@code usersFile} takes it, or a directory with
 * patterns for what is in it.
 *
 * <pre>{@code
 * <usersFiles>
 *   <usersFile>fixtures/admins.yaml</usersFile>
 *   <files>
 *     <directory>fixtures/customers</directory>
 *     <includes><include>europe-*.csv</include></includes>
 *     <excludes><exclude>old/</exclude></excludes>
 *   </files>
 * </usersFiles>
 * }</pre>
 */
public final class UsersFileSet {

    /** The path, if there is no more than that. */
    @Nullable
    String path;

    /** Where the files are, from the base directory or among the resources. */
    @Nullable
    String directory;

    /** Patterns for paths in the directory; by default all users files. */
    List<String> includes = List.of();

    /** Patterns for what is left out of them. */
    List<String> excludes = List.of();

    /** Takes the text of an element that has no others in it. */
    public void set(String path) {
        this.path = path;
    }

    @Override
    public String toString() {
        return path != null ? path : directory + " " + includes + " without " + excludes;
    }
}
