package io.github.auth0maven.benchmark;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.NopIndenter;
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
        return new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.NONE))
                .withObjectIndenter(NopIndenter.instance)
                .withArrayIndenter(new LineForEachUser());
    }

    /** Breaks lines in the outermost array only. */
    private static final class LineForEachUser extends NopIndenter {

        private static final long serialVersionUID = 1L;

        @Override
        public void writeIndentation(JsonGenerator to, int level) throws IOException {
            if (level <= 1) {
                to.writeRaw(LINE_END);
            }
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
