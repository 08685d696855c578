package io.github.auth0maven.report;

import io.github.auth0maven.users.UsersFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files of a report are called.
 *
 * @param retried the list of an earlier run, if that is the users file of this one
 */
public record ReportFiles(Path directory, Kind kind, Optional<Path> retried) {

    /** What a report is of: each kind has names of its own, so that none replaces another. */
    public enum Kind {
        IMPORT("import-report", "failures", "failed-users"),
        VALIDATION("validation-report", "violations", "invalid-users"),
        /** Has no users that would have to be mended: how their hashes are read has. */
        PASSWORDS("password-report", "password-failures", "");

        private final String report;
        private final String failures;
        private final String list;

        Kind(String report, String failures, String list) {
            this.report = report;
            this.failures = failures;
            this.list = list;
        }

        /** What the file that says everything is called. */
        public String reportFile() {
            return report + ".json";
        }

        /** What the file with the failures is called. */
        public String failuresFile() {
            return failures + ".jsonl";
        }
    }

    private static final String NEXT = ".next";

    /** The files of a report in this directory. */
    public static ReportFiles in(Path directory, Kind kind) {
        return new ReportFiles(directory, kind, Optional.empty());
    }

    /** The same, where the users file is one of the {@link #lists}. */
    public ReportFiles retrying(Path list) {
        return new ReportFiles(directory, kind, Optional.of(list));
    }

    /** Says everything. */
    public Path report() {
        return directory.resolve(kind.reportFile());
    }

    /** Shows it in a browser. */
    public Path page() {
        return directory.resolve(kind.report + ".html");
    }

    /** Is what CI systems show of tests. */
    public Path junit() {
        return directory.resolve("TEST-auth0-" + kind.name().toLowerCase(Locale.ROOT) + ".xml");
    }

    /** Is what code scanning shows. */
    public Path sarif() {
        return directory.resolve(kind.report + ".sarif");
    }

    /** Is what GitLab shows beside lines. */
    public Path codeQuality() {
        return directory.resolve(kind.report + ".gitlab.json");
    }

    /** Has the failures, one a line. */
    public Path failures() {
        return directory.resolve(kind.failuresFile());
    }

    /** Has the users to be mended. */
    Path list(String extension) {
        return directory.resolve(kind.list + "." + extension);
    }

    /** Says what is wrong with each user of the list. */
    public Path errors() {
        return directory.resolve(kind.list + ".errors.jsonl");
    }

    /** What a list will be, once the one that is being imported again is no longer needed. */
    Path nextList(String extension) {
        return directory.resolve(kind.list + NEXT + "." + extension);
    }

    /** The same, if there are lists. */
    List<Path> allErrors() {
        return kind.list.isEmpty() ? List.of() : List.of(errors());
    }

    /** What the errors will be. */
    Path nextErrors() {
        return directory.resolve(kind.list + NEXT + ".errors.jsonl");
    }

    /** The list that was imported again, as it was. */
    public Path retriedList(String extension) {
        return directory.resolve("retried-users." + extension);
    }

    /** The lists of users, in every form that there is. */
    public List<Path> lists() {
        return extensions().map(this::list).toList();
    }

    /** The lists and the errors that are yet to come. */
    List<Path> next() {
        List<Path> files = new ArrayList<>(extensions().map(this::nextList).toList());
        if (!files.isEmpty()) {
            files.add(nextErrors());
        }
        return files;
    }

    /** The lists that were imported again. */
    List<Path> retriedLists() {
        return kind == Kind.IMPORT ? extensions().map(this::retriedList).toList() : List.of();
    }

    /** What a run begins without. */
    List<Path> passing() {
        List<Path> files =
                new ArrayList<>(List.of(report(), draft(), failures(), page(), junit(), sarif(), codeQuality()));
        List<Path> drafted = new ArrayList<>(lists());
        drafted.addAll(allErrors());
        drafted.addAll(next());
        for (Path file : drafted) {
            files.addAll(UserList.drafts(file));
        }
        if (retried.isEmpty()) {
            files.addAll(next());
        }
        return files;
    }

    /** All that a run writes or deletes. */
    public List<Path> all() {
        List<Path> files = new ArrayList<>(passing());
        files.addAll(next());
        files.addAll(lists());
        files.addAll(allErrors());
        files.addAll(retriedLists());
        return files;
    }

    Path draft() {
        return directory.resolve(kind.report + ".json.1");
    }

    static void delete(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Of the lists, if there are any. */
    private Stream<String> extensions() {
        return Stream.of(UsersFormat.values())
                .filter(format -> format != UsersFormat.AUTO && !kind.list.isEmpty())
                .map(ListForm::extension);
    }
}
