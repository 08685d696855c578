package io.github.auth0maven.report.html;

import io.github.auth0maven.report.ReportHead.Tone;
import java.util.List;

/** A page that leads to the reports of a build, in the order in which they were made. */
public record IndexPage(String title, List<Entry> entries) {

    public IndexPage {
        entries = List.copyOf(entries);
    }

    /**
     * A report.
     *
     * @param project whose it is
     * @param execution what made it, such as {@code import-users (default-cli)}
     * @param link to its page, from this one; empty if it has none
     */
    public record Entry(String project, String execution, Tone tone, String verdict, String summary, String link) {}

    /** The verdict of all: that of the worst. */
    public Tone tone() {
        return entries.stream().anyMatch(entry -> entry.tone() == Tone.BAD) ? Tone.BAD : Tone.GOOD;
    }
}
