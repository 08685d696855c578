package io.github.auth0maven.mojo.files;

import io.github.auth0maven.codes.CodePages;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.ReportContents;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.report.ReportForm;
import io.github.auth0maven.report.github.StepSummary;
import io.github.auth0maven.report.gitlab.CodeQualityReport;
import io.github.auth0maven.report.html.HtmlReport;
import io.github.auth0maven.report.junit.JunitReport;
import io.github.auth0maven.report.sarif.SarifReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;

/** The forms in which a report is told beside its JSON. */
public final class ReportForms {

    private static final String NONE = "none";
    private static final String SUMMARY = "env.GITHUB_STEP_SUMMARY";

    private final Set<Kind> kinds;
    private final JunitReport.Cases junitCases;

    /** What can be asked for. */
    private enum Kind {
        HTML,
        JUNIT,
        SARIF,
        GITLAB
    }

    private ReportForms(Set<Kind> kinds, JunitReport.Cases junitCases) {
        this.kinds = kinds;
        this.junitCases = junitCases;
    }

    /**
     * Reads what is asked for.
     *
     * @param reports kinds, separated by commas, or none
     * @param junitCases what a test case is: codes or users
     */
    public static ReportForms of(String reports, String junitCases) throws MojoExecutionException {
        Set<Kind> kinds = new TreeSet<>();
        for (String name : reports.strip().toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
            if (!name.equals(NONE) && !name.isEmpty()) {
                kinds.add(one(
                        Kind.values(), name, "reports (-Dauth0.reports) takes html, junit, sarif and gitlab, or none"));
            }
        }
        String cases = "junitCases (-Dauth0.junit.cases) takes codes or users";
        return new ReportForms(
                kinds, one(JunitReport.Cases.values(), junitCases.strip().toLowerCase(Locale.ROOT), cases));
    }

    private static <E extends Enum<E>> E one(E[] all, String name, String takes) throws MojoExecutionException {
        for (E each : all) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        throw new MojoExecutionException(takes + ", not \"" + name + "\"");
    }

    /** Whether a page for a browser is asked for. */
    public boolean hasPage() {
        return kinds.contains(Kind.HTML);
    }

    /** Writes them, and the summary of the job if this is one of GitHub's. */
    public void write(ReportDirectory directory, Invocation invocation) throws IOException {
        if (kinds.isEmpty() || directory.contents().isEmpty()) {
            return;
        }
        ReportContents contents = directory.contents().get();
        for (ReportForm form : forms(invocation.version())) {
            form.write(contents, form.file(directory.files()));
        }
        if (hasPage()) {
            new BuildIndex(invocation)
                    .add(HtmlReport.lead(contents), directory.files().page());
        }
        String summary = invocation.session().getSystemProperties().getProperty(SUMMARY, "");
        if (!summary.isBlank()) {
            append(contents, summary, invocation);
        }
    }

    private static void append(ReportContents contents, String summary, Invocation invocation) {
        try {
            StepSummary.append(contents, Path.of(summary));
        } catch (IOException e) {
            invocation.log().warn("GITHUB_STEP_SUMMARY names a file that cannot be added to: " + e);
        }
    }

    private List<ReportForm> forms(String version) {
        List<ReportForm> forms = new ArrayList<>();
        CodePages codes = CodePages.read();
        for (Kind kind : kinds) {
            forms.add(
                    switch (kind) {
                        case HTML -> new HtmlReport(codes);
                        case JUNIT -> new JunitReport(junitCases);
                        case SARIF -> new SarifReport(codes, version);
                        case GITLAB -> new CodeQualityReport();
                    });
        }
        return forms;
    }
}
