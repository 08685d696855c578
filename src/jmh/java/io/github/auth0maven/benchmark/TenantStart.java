package io.github.auth0maven.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The local tenant beside mock-oauth2-server, in turns, each in a fresh JVM. */
final class TenantStart {

    private static final int ROUNDS = 11;

    private final Path directory;
    private final String maven;

    /** Takes a directory for what it writes, and the command that starts Maven, which tells the other's class path. */
    TenantStart(Path directory, String maven) {
        this.directory = directory;
        this.maven = maven;
    }

    void measure() throws IOException, InterruptedException, URISyntaxException {
        String own = System.getProperty("java.class.path");
        String theirs = Path.of(TenantStart.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                + File.pathSeparator
                + classPath();
        List<double[]> ours = new ArrayList<>();
        List<double[]> others = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double[] first = figures(own, "ours");
            double[] second = figures(theirs, "theirs");
            if (round > 0) {
                ours.add(first);
                others.add(second);
            }
        }
        System.out.printf(
                "%nMilliseconds, medians of %d fresh JVMs each, in turns (least and most); JDK %s, %d processors%n%n",
                ROUNDS, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        System.out.println("| | local tenant | mock-oauth2-server |");
        System.out.println("|---|---|---|");
        String[] titles = {"start, after its class was loaded", "first token", "a later token", "refresh"};
        for (int at = 0; at < titles.length; at++) {
            int column = at;
            System.out.println("| " + titles[at] + " | " + spread(ours, each -> each[column]) + " | "
                    + (at < 3 ? spread(others, each -> each[column]) : "–") + " |");
        }
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> others.get(round)[0] / ours.get(round)[0]);
        System.out.printf(
                Locale.ROOT,
                "%nStart, as often faster in the same round: %.1f. A hundred thousand users: %.0f MB%n",
                Ratios.median(ratios),
                figures(own, "users")[0]);
    }

    private static String spread(List<double[]> rounds, ToDoubleFunction<double[]> figure) {
        double[] values = rounds.stream().mapToDouble(figure).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.1f (%.1f–%.1f)", Ratios.median(values), values[0], values[values.length - 1]);
    }

    private String classPath() throws IOException, InterruptedException {
        Path file = directory.resolve("mock-oauth2-server.classpath").toAbsolutePath();
        run(List.of(
                maven,
                "-B",
                "-ntp",
                "-q",
                "-f",
                "src/jmh/mock-oauth2-server/pom.xml",
                "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                "-Dmdep.outputFile=" + file));
        return Files.readString(file).strip();
    }

    private static double[] figures(String classPath, String what) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] figures = run(List.of(java, "-Xmx1g", "-cp", classPath, TenantInJvm.class.getName(), what))
                .strip()
                .split(" ", -1);
        return Arrays.stream(figures).mapToDouble(Double::parseDouble).toArray();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
