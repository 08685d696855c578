package io.github.auth0maven.report.html;

import io.github.auth0maven.codes.CodePage;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ReportHead.Count;
import io.github.auth0maven.report.ReportHead.Span;
import io.github.auth0maven.report.ReportHead.Tone;
import io.github.auth0maven.report.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a page shows, whatever it is a page of. What it has nothing of, it does not show.
 *
 * @param counts by what became of them, after the count of all
 * @param sheets further tables, in their order
 * @param settings what it was done with, by name, under titles
 */
public record Page(
        Lead lead,
        List<Count> counts,
        Findings findings,
        Optional<Charts> charts,
        List<Sheet> sheets,
        Map<String, Map<String, String>> settings) {

    public Page {
        counts = List.copyOf(counts);
        sheets = List.copyOf(sheets);
    }

    /**
     * What comes first.
     *
     * @param kind such as "Import report"
     * @param verdict in a word
     * @param summary the verdict in one line
     * @param problem what ended it before its end, if something did
     * @param remarks what a reader should know besides
     */
    public record Lead(
            String kind,
            String title,
            Tone tone,
            String verdict,
            String summary,
            Optional<String> problem,
            List<String> remarks,
            Span span) {}

    /**
     * What is wrong with single users, and what is odd about them.
     *
     * @param rows the first of them
     * @param more how many errors there are beyond those
     * @param file where these are
     */
    public record Findings(List<Group> errors, List<Group> warnings, List<Row> rows, long more, String file) {

        public static final Findings NONE = new Findings(List.of(), List.of(), List.of(), 0, "");
    }

    /** One thing that is wrong, or odd. */
    public record Row(Failure failure, boolean warning) {}

    /** What has the same code. */
    public record Group(String code, long count, Optional<CodePage> page) {}

    /**
     * A table.
     *
     * @param note a line above it, or nothing
     * @param folded whether it is opened by hand
     */
    public record Sheet(String title, String note, List<Column> columns, List<List<String>> rows, boolean folded) {

        /** What a column is called, and whether it holds numbers. */
        public record Column(String name, boolean number) {}

        /** What names it in links. */
        public String anchor() {
            return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
    }

    /** What a tone is called where colours are chosen. */
    public static String tone(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    /** The colour of a number: what did not happen has none. */
    public static String tone(Count count) {
        return count.users() == 0 ? "soft" : tone(count.tone());
    }

    /** A number with its thousands set apart. */
    public static String grouped(long number) {
        return Verdict.grouped(number);
    }

    /** The place of a failure. */
    public static String place(Failure failure) {
        return failure.position().map(Object::toString).orElse("");
    }

    /** The counts as parts of a bar, those of them that are parts of the first. */
    public List<Part> parts() {
        return Part.of(counts);
    }
}
