package io.github.auth0maven.benchmark;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.nio.file.Path;

/** The two forms in which people have JSON arrays of users. */
enum Form {
    LINES("one user a line"),
    PRETTY("pretty-printed");

    private static final String LINE_END = "\n";

    final String title;

    Form(String title) {
        this.title = title;
    }

    Path file(Path directory) {
        return directory.resolve("users-" + this + ".json");
    }

    PrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", LINE_END);
        if (this == PRETTY) {
            return new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }
        return new LineForEachUser();
    }

    /** Breaks lines between the items of the outermost array only. */
    private static final class LineForEachUser extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1L;

        @Override
        public void writeArrayValueSeparator(JsonGenerator to) throws IOException {
            super.writeArrayValueSeparator(to);
            if (to.getOutputContext().getParent().inRoot()) {
                to.writeRaw(LINE_END);
            }
        }
    }
}
