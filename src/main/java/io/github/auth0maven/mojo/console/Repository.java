package io.github.auth0maven.mojo.console;

import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The checkout that users files are in.
 *
 * @param root of the repository
 */
public record Repository(Path root, List<UsersFile> files) {

    /** The repository that a workflow has checked out, or else the directory that Maven runs in. */
    public static Repository of(Optional<String> workspace, Path otherwise, UsersFiles files) {
        return new Repository(real(workspace.map(Path::of).orElse(otherwise)), files.files());
    }

    /** The path from the root, with slashes, of the users file that messages name so; nothing if it is elsewhere. */
    public Optional<String> pathOf(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .map(file -> real(file.path()))
                .filter(path -> path.startsWith(root))
                .map(path -> root.relativize(path).toString().replace(File.separatorChar, '/'))
                .findFirst();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
