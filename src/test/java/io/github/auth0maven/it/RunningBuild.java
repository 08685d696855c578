package io.github.auth0maven.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Maven that imports users, beside the one that the invoker runs: one that can be interrupted, or killed. */
public final class RunningBuild {

    private static final int LONGEST_SECONDS = 120;

    private final Process process;
    private final Path log;

    private RunningBuild(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a Maven that imports users into the project's tenant.
     *
     * @param name of its log, {@code <name>.build.log}
     * @param localRepository the invoker's
     */
    public static RunningBuild start(File basedir, Map<String, Object> context, String name, File localRepository)
            throws IOException {
        return start(
                basedir,
                name,
                localRepository,
                List.of("-Dauth0.domain=" + Tenants.of(context).url(), "auth0:import-users"));
    }

    /** Starts a Maven with other arguments, whose standard input is closed. */
    public static RunningBuild start(File basedir, String name, File localRepository, List<String> arguments)
            throws IOException {
        boolean windows = File.separatorChar == '\\';
        List<String> command = new ArrayList<>();
        command.add(mavenHome(basedir.toPath())
                .resolve(windows ? "bin/mvn.cmd" : "bin/mvn")
                .toString());
        command.addAll(List.of(
                "-B",
                "-ntp",
                "-s",
                basedir.toPath().resolveSibling("interpolated-settings.xml").toString(),
                "-Dmaven.repo.local=" + localRepository));
        command.addAll(arguments);
        if (Boolean.getBoolean("invoker.debug")) {
            command.add("-X");
        }
        Path log = basedir.toPath().resolve(name + ".build.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(basedir)
                .redirectErrorStream(true)
                .redirectInput(new File(windows ? "NUL" : "/dev/null"))
                .redirectOutput(log.toFile());
        // it lives for a moment only
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=.");
        return new RunningBuild(builder.start(), log);
    }

    /** The profile {@code maven-matrix} clones projects to directories that are named after their Maven. */
    private static Path mavenHome(Path basedir) {
        Path clones = basedir.getParent();
        String name = clones.getFileName().toString();
        return name.startsWith("it-")
                ? clones.resolveSibling("mavens").resolve("apache-maven-" + name.substring("it-".length()))
                : Path.of(System.getProperty("maven.home"));
    }

    /** Kills it, as nothing can be caught: it writes nothing more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Sends it a signal, such as {@code INT}, and returns its exit status. */
    public int signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        return ended();
    }

    /**
     * Fails if the list of processes, which everybody on the machine can read, tells a secret of the project, or if what the build
     * has written so far does, its temporary files too.
     */
    public void tellsNothingInTheMiddle(File basedir, Map<String, Object> context) throws IOException {
        new Leaks(basedir.toPath(), context)
                .checkInTheMiddle(Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .flatMap(one -> one.info().commandLine().stream())
                        .toList());
    }

    /** Waits until it has ended, and returns its exit status. */
    public int ended() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("A build does not end: " + log);
        }
        return process.exitValue();
    }

    /** Whether it ends within this time. */
    public boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits until it has written a file, or has ended; says which. */
    public boolean writes(File file) throws InterruptedException {
        for (int tenths = 0; tenths < 10 * LONGEST_SECONDS; tenths++) {
            if (file.exists()) {
                return true;
            }
            if (endsWithin(100)) {
                return false;
            }
        }
        throw new AssertionError("Nothing happens: " + log);
    }

    /** What it has said so far. */
    public String log() throws IOException {
        return Files.readString(log, UTF_8);
    }
}
