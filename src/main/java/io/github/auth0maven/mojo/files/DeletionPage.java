package io.github.auth0maven.mojo.files;

import io.github.auth0maven.deletions.DeletionReport;
import io.github.auth0maven.deletions.Outcome;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.ReportHead.Count;
import io.github.auth0maven.report.ReportHead.Span;
import io.github.auth0maven.report.ReportHead.Tone;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.report.html.Page;
import io.github.auth0maven.report.html.PageWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what became of a deletion as a page, beside its JSON, which has the users one by one. */
public final class DeletionPage {

    private static final String FILE = "deletion-report.html";

    private final Invocation invocation;
    private final DeletionReport report;

    public DeletionPage(Invocation invocation, DeletionReport report) {
        this.invocation = invocation;
        this.report = report;
    }

    /** Writes it beside the JSON. */
    public void write(Path json) throws IOException {
        Path file = json.resolveSibling(FILE);
        Page page = page();
        new PageWriter().write(page, file);
        new BuildIndex(invocation).add(page.lead(), file);
    }

    private Page page() {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        settings.put(
                "Tenant",
                Map.of("Domain", report.domain(), "Connection", report.connection(), "Import", report.imported()));
        settings.putAll(RunSettings.of(invocation));
        return new Page(lead(), counts(), Page.Findings.NONE, Optional.empty(), List.of(), settings);
    }

    private Page.Lead lead() {
        boolean failed = report.problem().isPresent();
        return new Page.Lead(
                "Deletion report",
                (report.dryRun() ? "Dry run: deletion from " : "Deletion from ") + report.connection(),
                failed ? Tone.BAD : Tone.GOOD,
                failed ? "Failed" : "Succeeded",
                Verdict.plural(all(), "user") + ": " + Verdict.grouped(report.count(Outcome.DELETED)) + " deleted",
                report.problem(),
                report.dryRun() ? List.of("Nobody has been deleted: this is what would be.") : List.of(),
                new Span(report.startedAt(), report.finishedAt()));
    }

    private List<Count> counts() {
        List<Count> counts = new ArrayList<>(List.of(new Count("users", all(), Tone.PLAIN)));
        for (Outcome outcome : Outcome.values()) {
            Tone tone = switch (outcome) {
                case DELETED, GONE -> Tone.GOOD;
                case BEFORE, CHANGED, LINKED -> Tone.ODD;
            };
            counts.add(new Count(outcome.words(), report.count(outcome), tone));
        }
        return counts;
    }

    private long all() {
        return report.counts().values().stream().mapToLong(Long::longValue).sum();
    }
}
