package io.github.auth0maven.report;

import java.io.IOException;
import java.nio.file.Path;

/** A form in which a report is told, beside the JSON that every report has. */
public interface ReportForm {

    /** Where it goes. */
    Path file(ReportFiles files);

    /** Writes it. */
    void write(ReportContents contents, Path file) throws IOException;
}
