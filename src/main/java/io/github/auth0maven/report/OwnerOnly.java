package io.github.auth0maven.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner can read, from the moment they exist. */
public final class OwnerOnly {

    private static final FileAttribute<?> PERMISSIONS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnly() {}

    /** Creates the file anew; one that is there is deleted first, for its permissions would stay. */
    public static RandomAccessFile create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return open(file);
    }

    /** Opens a file for reading and writing; if there is none, it is created. Interrupting the thread does not close it. */
    public static RandomAccessFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            boolean posix =
                    Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
            Files.createFile(file, posix ? new FileAttribute<?>[] {PERMISSIONS} : new FileAttribute<?>[0]);
        }
        return new RandomAccessFile(file.toFile(), "rw");
    }
}
