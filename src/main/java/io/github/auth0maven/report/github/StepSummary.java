package io.github.auth0maven.report.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.ReportContents;
import io.github.auth0maven.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;

/** Adds the short form of a report to the summary that GitHub Actions shows of a job. */
public final class StepSummary {

    private static final int MOST = 20;

    private StepSummary() {}

    /** Adds it to the file that {@code GITHUB_STEP_SUMMARY} names. */
    public static void append(ReportContents contents, Path summary) throws IOException {
        Files.writeString(summary, markdown(contents), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String markdown(ReportContents contents) throws IOException {
        StringBuilder text = new StringBuilder("### Auth0: ")
                .append(contents.head().status().name().toLowerCase(Locale.ROOT))
                .append("\n\n")
                .append(escaped(contents.head().usersFile()))
                .append(": ")
                .append(contents.head().summary())
                .append("\n\n");
        contents.head()
                .problem()
                .ifPresent(problem -> text.append(escaped(problem)).append("\n\n"));
        if (!contents.failureCounts().isEmpty()) {
            text.append("| code | failures |\n|---|---:|\n");
            for (Map.Entry<String, Long> count : contents.failureCounts().entrySet()) {
                text.append("| ").append(escaped(count.getKey())).append(" | ");
                text.append(Verdict.grouped(count.getValue())).append(" |\n");
            }
            text.append("\n| place | message | code |\n|---|---|---|\n");
            contents.failures().first(MOST, failure -> text.append(row(failure)));
            text.append('\n');
        }
        return text.toString();
    }

    private static String row(Failure failure) {
        return "| " + escaped(failure.position().map(Object::toString).orElse("")) + " | "
                + escaped(failure.attribute().map(name -> name + ": ").orElse("") + failure.message()) + " | "
                + escaped(failure.code()) + " |\n";
    }

    /** A text that is nothing but itself in Markdown, and in a cell of a table. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("\\R", " ")
                .replaceAll("([\\\\`*_{}\\[\\]()#+!|~@$-])", "\\\\$1");
    }
}
