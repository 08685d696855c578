package io.github.auth0maven.report;

import static io.github.auth0maven.report.Verdict.grouped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Users files and what there is of them, as lines of aligned columns. */
public final class SummaryTable {

    private static final String[] HEADER = {
        "users file", "users", "valid", "invalid", "warnings", "jobs", "bytes", "fill"
    };
    private static final String GAP = "  ";
    /** Jobs go on from one file into the next. */
    private static final String NOT_OF_ONE_FILE = "";

    private final List<String[]> rows = new ArrayList<>();

    public SummaryTable() {
        rows.add(HEADER);
    }

    /**
     * What there is in a users file, or in all of them.
     *
     * @param bytes that are sent: of a file those of its valid users, of all what is around them in jobs too
     */
    public record Counts(long users, long valid, long warnings, long bytes) {

        private String[] cells(String name, String jobs, String fill) {
            return new String[] {
                name,
                grouped(users),
                grouped(valid),
                grouped(users - valid),
                grouped(warnings),
                jobs,
                grouped(bytes),
                fill
            };
        }
    }

    /** Adds a file of several. */
    public void add(String file, Counts counts) {
        rows.add(counts.cells(file, NOT_OF_ONE_FILE, NOT_OF_ONE_FILE));
    }

    /**
     * Adds all files together, or the only one.
     *
     * @param fill how much of what the jobs can take is used, from 0 to 1
     */
    public void addAll(String name, Counts counts, long jobs, double fill) {
        String percent = jobs == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * fill);
        rows.add(counts.cells(name, grouped(jobs), percent));
    }

    /** The lines: a header, then what was added. */
    public List<String> lines() {
        int[] widths = new int[HEADER.length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder(row[0]).append(" ".repeat(widths[0] - width(row[0])));
        for (int i = 1; i < row.length; i++) {
            line.append(GAP).append(" ".repeat(widths[i] - width(row[i]))).append(row[i]);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
