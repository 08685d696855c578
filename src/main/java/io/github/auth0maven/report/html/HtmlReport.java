package io.github.auth0maven.report.html;

import io.github.auth0maven.codes.CodePages;
import io.github.auth0maven.report.ReportContents;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.ReportForm;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the report as one page. */
public final class HtmlReport implements ReportForm {

    private final CodePages codes;

    public HtmlReport(CodePages codes) {
        this.codes = codes;
    }

    @Override
    public Path file(ReportFiles files) {
        return files.page();
    }

    /** What comes first on the page of a report. */
    public static Page.Lead lead(ReportContents contents) {
        return ImportPage.lead(contents.head());
    }

    @Override
    public void write(ReportContents contents, Path file) throws IOException {
        new PageWriter().write(new ImportPage(contents, codes).page(), file);
    }
}
