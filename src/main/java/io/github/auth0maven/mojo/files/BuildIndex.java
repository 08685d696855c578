package io.github.auth0maven.mojo.files;

import static java.util.Objects.requireNonNull;

import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.ReportHead.Tone;
import io.github.auth0maven.report.html.IndexPage;
import io.github.auth0maven.report.html.IndexPage.Entry;
import io.github.auth0maven.report.html.Page;
import io.github.auth0maven.report.html.PageWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.project.MavenProject;

/**
 * Leads to the reports of one build, from the build directory of its first project; there is none of a build with a single report.
 *
 * <p>What is remembered is of the JDK's types, for the plugin may have been loaded twice in one build.
 */
final class BuildIndex {

    static final String FILE = "auth0.html";

    private static final String KEY = "auth0-maven-plugin.reports";

    private final Invocation invocation;

    BuildIndex(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Adds a page that has been written, and writes the index if it is not the only one. */
    void add(Page.Lead report, Path file) throws IOException {
        Made made = new Made(
                String.valueOf(invocation.session().getProjects().indexOf(invocation.project())),
                invocation.project().getName(),
                invocation.execution().getGoal() + " (" + invocation.executionId() + ")",
                report.tone().name(),
                report.verdict(),
                report.summary(),
                file.toAbsolutePath().normalize().toString());
        List<List<String>> all = remembered();
        synchronized (all) {
            all.add(made.fields());
            Path directory = root(file);
            if (all.size() == 1) {
                Files.deleteIfExists(directory.resolve(FILE));
            } else {
                Files.createDirectories(directory);
                IndexPage index = new IndexPage(
                        "Users of this build",
                        entries(all.stream().map(Made::of).toList(), directory));
                new PageWriter().write(index, directory.resolve(FILE));
            }
        }
    }

    /** A page that this build has made. */
    private record Made(
            String order, String project, String execution, String tone, String verdict, String summary, String file) {

        static Made of(List<String> fields) {
            return new Made(
                    fields.get(0),
                    fields.get(1),
                    fields.get(2),
                    fields.get(3),
                    fields.get(4),
                    fields.get(5),
                    fields.get(6));
        }

        List<String> fields() {
            return List.of(order, project, execution, tone, verdict, summary, file);
        }

        /** Without a link, if another execution has written its report over this one. */
        private Entry entry(Path directory, boolean replaced) {
            String link = directory.relativize(Path.of(file)).toString().replace('\\', '/');
            return new Entry(project, execution, Tone.valueOf(tone), verdict, summary, replaced ? "" : link);
        }
    }

    private static List<Entry> entries(List<Made> all, Path directory) {
        Map<String, Made> last = new HashMap<>();
        all.forEach(made -> last.put(made.file(), made));
        return all.stream()
                .sorted(Comparator.comparingInt(made -> Integer.parseInt(made.order())))
                .map(made -> made.entry(directory, !made.equals(last.get(made.file()))))
                .toList();
    }

    /** The build directory of the first project; that of the report where Maven has read none. */
    private Path root(Path report) {
        MavenProject top = invocation.session().getTopLevelProject();
        String directory = (top == null ? invocation.project() : top).getBuild().getDirectory();
        return directory == null
                ? requireNonNull(report.toAbsolutePath().normalize().getParent())
                : invocation.path(new File(directory)).toAbsolutePath().normalize();
    }

    /** Those of this build, by now. */
    @SuppressWarnings("unchecked")
    private List<List<String>> remembered() {
        Map<String, Object> data = invocation.session().getRequest().getData();
        synchronized (data) {
            return (List<List<String>>) data.computeIfAbsent(KEY, unused -> new ArrayList<>());
        }
    }
}
