package io.github.auth0maven.mojo.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * The process's own standard output. Maven puts a level before each line that is logged, and Maven 4 does so with what is
 * printed to {@link System#out} too; a workflow command has to begin its line.
 */
public final class RawConsole implements Consumer<String> {

    /** Never closed: it is everybody's. */
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    /** Prints the line in one piece, so that modules which are built at the same time do not mix theirs into it. */
    @Override
    public void accept(String line) {
        write(line + "\n");
    }

    /** Prints a text without ending the line. */
    void write(String text) {
        try {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            // Nobody listens any more; the log has told it too.
        }
    }
}
