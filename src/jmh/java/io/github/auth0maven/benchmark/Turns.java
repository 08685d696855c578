package io.github.auth0maven.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import io.github.auth0maven.benchmark.Contender.Cost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Passes that take turns in one JVM with one thread at work, after as many turns to warm up: what the machine does besides, and how
 * far the code is compiled, is the same for all of them.
 */
public final class Turns {

    private static final int WARM_UP = 5;
    private static final int MEASURED = 5;

    private final Map<Pass, Cost> costs = new EnumMap<>(Pass.class);
    private final boolean withOthers;

    /** Who takes turns. */
    enum Pass {
        SCAN,
        VALIDATE,
        PACK,
        SCHEMA
    }

    /**
     * @param withOthers whether the schema validator takes its turns, too
     */
    Turns(boolean withOthers) {
        this.withOthers = withOthers;
    }

    /** A pass; the one that is asked first, which is the scan, has all of them take their turns. */
    Contender.Run of(Pass pass) {
        return file -> {
            if (pass == Pass.SCAN) {
                measure(file);
            }
            return costs.getOrDefault(pass, new Cost(Double.NaN, Double.NaN));
        };
    }

    private void measure(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(InJvm.OPTIONS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Turns.class.getName(),
                file.toString(),
                Boolean.toString(withOthers)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.split(" "));
                costs.put(
                        Pass.valueOf(words.get(0)),
                        new Cost(Double.parseDouble(words.get(1)), Double.parseDouble(words.get(2))));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("the JVM in which passes take turns failed");
        }
    }

    /** Takes the turns, and prints the medians. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        boolean withOthers = Boolean.parseBoolean(arguments[1]);
        Schema schema = Passes.userSchema();
        Map<Pass, List<Cost>> all = new EnumMap<>(Pass.class);
        for (int turn = 0; turn < WARM_UP + MEASURED; turn++) {
            for (Pass pass : Pass.values()) {
                if (pass != Pass.SCHEMA || withOthers) {
                    Cost cost = cost(pass, file, schema);
                    if (turn >= WARM_UP) {
                        all.computeIfAbsent(pass, key -> new ArrayList<>()).add(cost);
                    }
                }
            }
        }
        all.forEach((pass, costs) -> System.out.printf(
                Locale.ROOT,
                "%s %.6f %.6f%n",
                pass,
                Ratios.median(costs.stream().mapToDouble(Cost::elapsed).toArray()),
                Ratios.median(costs.stream().mapToDouble(Cost::processor).toArray())));
    }

    private static Cost cost(Pass pass, Path file, Schema schema) throws IOException {
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long elapsed = System.nanoTime();
        long seen = switch (pass) {
            case SCAN -> Passes.scan(file);
            case VALIDATE -> Passes.validate(file).users();
            case PACK -> Passes.pack(file);
            case SCHEMA -> Passes.schema(file, schema);
        };
        elapsed = System.nanoTime() - elapsed;
        processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
        if (seen == 0) {
            throw new IllegalStateException(pass + " has seen nothing");
        }
        return new Cost(elapsed / 1e9, processor / 1e9);
    }
}
