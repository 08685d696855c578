package io.github.auth0maven.mojo.files;

import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.users.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** The files that a run writes over or deletes, none of which may be one that it reads, whatever that is called. */
public final class Outputs {

    private static final String FOR_REPORT =
            "for its report: name another file, or another directory for the report" + " (-Dauth0.reportDirectory)";
    private static final String FOR_JOURNAL =
            "for its journal: name another file, or another journal (-Dauth0.journal)";

    private final ReportFiles report;
    /** What each file is for, and what to do about it. */
    private final Map<Path, String> files = new LinkedHashMap<>();

    /** Those of a run without a journal. */
    public Outputs(ReportFiles report) {
        this.report = report;
        write(report);
    }

    /** A report that is written as well. */
    public void write(ReportFiles another) {
        for (Path file : another.all()) {
            files.put(file, FOR_REPORT);
        }
    }

    /**
     * Those of a run with a journal.
     *
     * @throws MojoExecutionException if the journal is a file of the report
     */
    public static Outputs with(ReportFiles report, Path journal) throws MojoExecutionException {
        Outputs outputs = new Outputs(report);
        outputs.spare("journal", journal.toString(), journal);
        outputs.files.put(journal, FOR_JOURNAL);
        return outputs;
    }

    /**
     * The files of the report, once it is certain that no users file is one of them, but for the list that an earlier run left:
     * that can be imported again by itself.
     *
     * @throws MojoExecutionException if one is
     */
    public ReportFiles sparing(List<UsersFile> users) throws MojoExecutionException {
        if (users.size() == 1) {
            for (Path list : report.lists()) {
                if (isSame(users.get(0).path(), list)) {
                    return report.retrying(list);
                }
            }
        }
        for (UsersFile file : users) {
            spare("users file", file.name(), file.path());
        }
        return report;
    }

    /**
     * Makes sure that a file is spared.
     *
     * @param noun what it is
     * @param name what messages call it
     * @throws MojoExecutionException if it is not
     */
    public void spare(String noun, String name, Path input) throws MojoExecutionException {
        for (Map.Entry<Path, String> output : files.entrySet()) {
            if (isSame(input, output.getKey())) {
                throw new MojoExecutionException("The " + noun + " " + name + " would be lost: this run writes "
                        + output.getKey() + " " + output.getValue());
            }
        }
    }

    /** Whether these are one file, by whatever names: links, too, and other cases where the file system does not tell them apart. */
    private static boolean isSame(Path one, Path other) {
        try {
            boolean exists = Files.exists(one);
            if (exists != Files.exists(other)) {
                return false;
            }
            return exists ? Files.isSameFile(one, other) : real(one).equalsIgnoreCase(real(other));
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    /** The path that a file would have if it were made. */
    private static String real(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        for (Path there = path; there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                return there.toRealPath().resolve(there.relativize(path)).toString();
            }
        }
        return path.toString();
    }
}
