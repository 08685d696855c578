package io.github.auth0maven.report.html;

import io.github.auth0maven.codes.CodePages;
import io.github.auth0maven.jobs.JobRecord;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.Pace;
import io.github.auth0maven.report.ReportContents;
import io.github.auth0maven.report.ReportHead;
import io.github.auth0maven.report.ReportHead.Input;
import io.github.auth0maven.report.ReportHead.Tone;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.report.html.Page.Group;
import io.github.auth0maven.report.html.Page.Row;
import io.github.auth0maven.report.html.Page.Sheet;
import io.github.auth0maven.report.html.Page.Sheet.Column;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the page of an import or a validation of its report. */
record ImportPage(ReportContents contents, CodePages codes) {

    /** More would make a page that browsers are slow with. */
    static final int MOST_FAILURES = 10_000;

    private static final int MOST_JOBS = 1_000;

    Page page() throws IOException {
        ReportHead head = contents.head();
        List<Sheet> sheets = new ArrayList<>();
        if (!head.inputs().isEmpty()) {
            sheets.add(inputs());
        }
        if (!head.shapes().isEmpty()) {
            sheets.add(ShapesSheet.of(head.shapes()));
        }
        if (!head.jobs().isEmpty()) {
            sheets.add(jobs());
        }
        return new Page(lead(head), head.counts(), findings(), Charts.of(head), sheets, head.settings());
    }

    static Page.Lead lead(ReportHead head) {
        return new Page.Lead(
                switch (head.kind()) {
                    case IMPORT -> "Import report";
                    case VALIDATION -> "Validation report";
                    case PASSWORDS -> "Password report";
                },
                head.title(),
                switch (head.status()) {
                    case SUCCEEDED -> Tone.GOOD;
                    case FAILED -> Tone.BAD;
                    case SKIPPED -> Tone.ODD;
                },
                head.verdict(),
                head.summary(),
                head.problem(),
                head.remarks(),
                head.span());
    }

    private Page.Findings findings() throws IOException {
        List<Row> rows = new ArrayList<>();
        contents.failures().first(MOST_FAILURES, failure -> rows.add(new Row(failure, false)));
        long more = contents.allFailures() - rows.size();
        for (Failure warning : contents.warnings()) {
            rows.add(new Row(warning, true));
        }
        return new Page.Findings(
                groups(contents.failureCounts()),
                groups(contents.warningCounts()),
                rows,
                more,
                contents.head().kind().failuresFile());
    }

    /** The most frequent first. */
    private List<Group> groups(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new Group(count.getKey(), count.getValue(), codes.of(count.getKey())))
                .sorted(Comparator.comparingLong(Group::count).reversed())
                .toList();
    }

    private Sheet inputs() {
        ReportHead head = contents.head();
        List<List<String>> rows = new ArrayList<>();
        for (Input input : head.inputs()) {
            rows.add(cells(
                    input.file(), input.users(), input.valid(), input.duplicates(), input.warnings(), input.bytes()));
        }
        return new Sheet(
                "Inputs",
                "The valid users fill " + Verdict.plural(head.sent().jobs(), "job") + " of "
                        + Verdict.grouped(head.sent().bytes()) + " bytes in all, "
                        + String.format(
                                Locale.ROOT, "%.1f %%", 100 * head.sent().fill())
                        + " of what these can take. An import would take "
                        + Pace.estimate(validUsers(), head.sent().jobs()) + ". " + Pace.BASIS + ".",
                List.of(
                        new Column("Users file", false),
                        new Column("Users", true),
                        new Column("Valid", true),
                        new Column("Duplicates", true),
                        new Column("Warnings", true),
                        new Column("Bytes to send", true)),
                rows,
                false);
    }

    private long validUsers() {
        return contents.head().inputs().stream().mapToLong(Input::valid).sum();
    }

    private Sheet jobs() {
        ReportHead head = contents.head();
        List<List<String>> rows =
                head.jobs().stream().limit(MOST_JOBS).map(job -> row(job, head)).toList();
        return new Sheet(
                "Jobs one by one",
                rows.size() == head.jobs().size()
                        ? ""
                        : "The first " + Verdict.grouped(rows.size()) + " are here; all are in "
                                + head.kind().reportFile() + " beside this page.",
                List.of(
                        new Column("Job", true),
                        new Column("Id", false),
                        new Column("Status", false),
                        new Column("Users", true),
                        new Column("Bytes", true),
                        new Column("Submitted after", true),
                        new Column("Took", true)),
                rows,
                true);
    }

    private static List<String> row(JobRecord job, ReportHead head) {
        return List.of(
                Verdict.grouped(job.number()),
                job.id(),
                job.status(),
                Verdict.grouped(job.users()),
                Verdict.grouped(job.bytes()),
                Verdict.shown(Duration.between(head.span().start(), job.submittedAt())),
                Verdict.shown(job.age(head.span().end())));
    }

    private static List<String> cells(String name, long... numbers) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (long number : numbers) {
            cells.add(Verdict.grouped(number));
        }
        return cells;
    }
}
