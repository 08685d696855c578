package io.github.auth0maven.schema;

import java.io.IOException;
import java.io.Serial;

/** A schema that nothing can be held against; the message is one line that says why. */
public final class SchemaFileException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    SchemaFileException(String name, String problem) {
        super(name + ": " + problem);
    }
}
