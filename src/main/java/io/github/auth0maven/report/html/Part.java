package io.github.auth0maven.report.html;

import io.github.auth0maven.report.ReportHead.Count;
import io.github.auth0maven.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A part of a bar that stands for all users. */
public record Part(int x, int width, String tone, String title) {

    static final int WIDTH = 1_000;

    /** Few of many are seen, too. */
    private static final int LEAST = 4;

    static List<Part> of(List<Count> counts) {
        List<Count> shown =
                counts.stream().skip(1).filter(count -> count.users() > 0).toList();
        long all = shown.stream().mapToLong(Count::users).sum();
        List<Part> parts = new ArrayList<>();
        int room = WIDTH - LEAST * shown.size();
        int x = 0;
        for (Count count : shown) {
            int width = LEAST + (int) Math.round((double) room * count.users() / all);
            parts.add(new Part(x, width, Page.tone(count.tone()), Verdict.grouped(count.users()) + " " + count.what()));
            x += width;
        }
        return parts;
    }
}
