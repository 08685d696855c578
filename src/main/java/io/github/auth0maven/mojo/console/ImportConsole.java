package io.github.auth0maven.mojo.console;

import io.github.auth0maven.imports.Progress;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.ImportReport;
import io.github.auth0maven.report.ReportDirectory;
import io.github.auth0maven.users.EscapedText;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** All that an import says while it runs: in the log, on a terminal if there is one, and as annotations. */
public final class ImportConsole implements AutoCloseable {

    private final Invocation invocation;
    private final ImportLog log;
    private final Annotations annotations;
    private final Optional<TerminalLine> terminal;

    /**
     * @param slots how many jobs may run at once
     */
    public ImportConsole(Invocation invocation, ImportLog.Manner manner, Annotations annotations, int slots) {
        this.invocation = invocation;
        this.annotations = annotations;
        terminal = TerminalLine.of(invocation.session().getRequest(), invocation.log());
        Log lines = terminal.isPresent() ? new EscapingLog(invocation.log(), terminal.get()::erase) : invocation.log();
        Clock clock = Clock.systemUTC();
        ProgressLog progress = new ProgressLog(
                new Progress(clock, slots), clock, line -> lines.info(manner.prefix() + line), terminal);
        log = new ImportLog(lines, manner, annotations, progress);
    }

    /** What is told of the import. */
    public ImportLog log() {
        return log;
    }

    /** The last lines. While the JVM ends, Maven 4 takes lines of the log and shows them no more: what matters is said before. */
    public void verdict(ImportReport report, ReportDirectory directory) {
        if (Thread.currentThread().isInterrupted() && invocation.isMaven4()) {
            report.problem().ifPresent(problem -> new RawConsole().accept("[ERROR] " + EscapedText.line(problem)));
        }
        log.verdict(report, directory, invocation.baseDirectory());
    }

    @Override
    public void close() {
        terminal.ifPresent(TerminalLine::erase);
        annotations.close();
    }
}
