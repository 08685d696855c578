package io.github.auth0maven.benchmark;

import io.github.auth0maven.benchmark.Contender.Cost;
import io.github.auth0maven.benchmark.Contender.Measure;
import io.github.auth0maven.benchmark.Turns.Pass;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints two tables: how fast users files are gone through, as ratios to Jackson's bare token scan of the same bytes; and that
 * neither the memory nor the cost of a megabyte grows with the file.
 *
 * <p>The contenders take turns, round after round, and a ratio is taken within a round, so that whatever else the machine does
 * hits them alike; those that run warm in a JVM do so in the same one. What begins afresh is held against the scan in a fresh JVM.
 */
public final class Main {

    private static final double MEGA = 1e6;
    private static final int[] SIZES_IN_MB = {1, 10, 100, 1000};
    private static final int MANY_USERS = 10_000_000;

    private final Path directory;
    private final int megabytes;
    private final int rounds;
    private final PrintStream out = System.out;

    private Main(Path directory, int megabytes, int rounds) {
        this.directory = directory;
        this.megabytes = megabytes;
        this.rounds = rounds;
    }

    /** Takes the directory for the generated files, the size of the file in megabytes, the rounds, and what to measure. */
    public static void main(String[] arguments) throws IOException, InterruptedException, URISyntaxException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Main main = new Main(directory, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        String part = arguments[3];
        if (List.of("all", "speed", "own").contains(part)) {
            main.compareSpeed(part.equals("own"));
        }
        if (part.equals("all") || part.equals("memory")) {
            main.measureSmallHeaps();
        }
        if (part.equals("all") || part.equals("jobs")) {
            main.followJobs();
        }
        if (part.equals("all") || part.equals("passwords")) {
            KnownPasswords.measure(directory);
        }
        if (part.equals("all") || part.equals("plan")) {
            main.plan();
        }
        if (part.equals("tenant")) {
            new TenantStart(directory, arguments[4]).measure();
        }
        if (part.equals("start")) {
            StartUp.main(new String[] {directory.resolve("start-up").toString(), arguments[4], arguments[5]});
        }
    }

    private void followJobs() throws IOException, InterruptedException {
        out.printf("%nWhole imports in virtual time, in a JVM with -Xmx%dm%n%n", SmallHeap.HEAP_IN_MB);
        out.println(
                "| users | jobs | rejected | time at the service's pace | time here | journal | failures | peak memory |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (int users = 10_000; users <= MANY_USERS; users *= 10) {
            inSmallHeap(LongImport.class, directory.toString(), Integer.toString(users));
        }
        out.println();
        RealTime.main(new String[0]);
    }

    private void plan() throws IOException, InterruptedException {
        out.printf("%nPlans, in a JVM with -Xmx%dm, beside reading both files%n%n", SmallHeap.HEAP_IN_MB);
        out.println("| users on either side | reading both | planning | ratio | |");
        out.println("|---|---|---|---|---|");
        for (int users = 100_000; users <= MANY_USERS / 10; users *= 10) {
            inSmallHeap(LongPlan.class, directory.toString(), Integer.toString(users));
        }
    }

    private void compareSpeed(boolean ownOnly) throws IOException, InterruptedException {
        for (Form form : Form.values()) {
            GeneratedUsers.write(form.file(directory), form, (long) (megabytes * MEGA));
        }
        List<Contender> contenders = contenders(ownOnly);
        Results results = new Results();
        for (int round = 1; round <= rounds; round++) {
            for (Form form : Form.values()) {
                Map<Measure, Cost> scans = new EnumMap<>(Measure.class);
                for (Contender contender : contenders) {
                    Cost cost = contender.run().cost(form.file(directory));
                    scans.putIfAbsent(contender.measure(), cost);
                    Cost scan = scans.get(contender.measure());
                    Cost ratio = new Cost(scan.elapsed() / cost.elapsed(), scan.processor() / cost.processor());
                    results.add(contender, form, ratio);
                    out.printf(
                            Locale.ROOT,
                            "round %d of %d, %s, %s: %.3f s, of the processor %.3f s%n",
                            round,
                            rounds,
                            form.title,
                            contender.title(),
                            cost.elapsed(),
                            cost.processor());
                }
            }
        }
        out.printf(
                "%nSpeed as a ratio to the scan in the same round, medians of %d rounds (least and most);"
                        + " %d MB, JDK %s, %d processors%n%n",
                rounds,
                megabytes,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        results.print(out);
    }

    /** In the order of their turns; the scan is the first of its kind. */
    private List<Contender> contenders(boolean ownOnly) throws IOException, InterruptedException {
        Turns turns = new Turns(!ownOnly);
        List<Contender> contenders = new ArrayList<>(List.of(
                new Contender("Jackson, token scan", Measure.WARM, 0, turns.of(Pass.SCAN)),
                new Contender("read + judge", Measure.WARM, 0.7, turns.of(Pass.VALIDATE)),
                new Contender("read + judge + pack", Measure.WARM, 0.5, turns.of(Pass.PACK)),
                new Contender("Jackson, token scan, fresh JVM", Measure.COLD, 0, InJvm.cold("scan")),
                new Contender("read + judge, fresh JVM", Measure.COLD, 0.5, InJvm.cold("validate"))));
        if (!ownOnly) {
            contenders.add(new Contender("networknt on Jackson's tree", Measure.WARM, 0, turns.of(Pass.SCHEMA)));
            Commands commands = new Commands(directory.resolve("node"));
            addIfThere(contenders, "jq -c '.[]'", commands.jq());
            addIfThere(contenders, "ajv on Node.js", commands.ajv());
        }
        return contenders;
    }

    private void addIfThere(List<Contender> contenders, String title, Optional<Contender.Run> run) {
        if (run.isPresent()) {
            contenders.add(new Contender(title + ", whole process", Measure.COLD, 0, run.get()));
        } else {
            out.println(title + " is left out: it is not installed here, or cannot be");
        }
    }

    private void measureSmallHeaps() throws IOException, InterruptedException {
        out.printf("%nRead + judge + pack in a JVM with -Xmx%dm, warmed up%n%n", SmallHeap.HEAP_IN_MB);
        out.println("| file | time | speed | peak memory of the process |");
        out.println("|---|---|---|---|");
        Path file = directory.resolve("users.json");
        Path warmup = directory.resolve("users-warmup.json");
        GeneratedUsers.write(warmup, Form.LINES, (long) (10 * MEGA));
        for (int size : SIZES_IN_MB) {
            GeneratedUsers.write(file, Form.LINES, (long) (size * MEGA));
            inSmallHeap("path", file.toString(), warmup.toString());
        }
        out.println();
        GeneratedUsers.writeIdentifiers(file, MANY_USERS);
        inSmallHeap("identifiers", file.toString(), Integer.toString(MANY_USERS));
        Files.delete(file);
    }

    private static void inSmallHeap(String... arguments) throws IOException, InterruptedException {
        inSmallHeap(SmallHeap.class, arguments);
    }

    private static void inSmallHeap(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + SmallHeap.HEAP_IN_MB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("a JVM with a small heap failed");
        }
    }
}
