package io.github.auth0maven.plans;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Makes files that only their owner can read, for what does not fit into memory. */
@FunctionalInterface
public interface KeptFiles {

    /** Makes the file anew. */
    RandomAccessFile create(Path path) throws IOException;
}
