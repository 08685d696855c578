package io.github.auth0maven.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A pass in a JVM of its own.
 *
 * @param pass the method of {@link UsersFileBenchmark}
 * @param warmups how many passes go before
 * @param passes how many are measured, of which the median counts
 * @param jvms how many JVMs one after the other
 */
record InJvm(String pass, int warmups, int passes, int jvms) implements Contender.Run {

    /** As much heap as any of them can make use of, and no second thread that collects garbage. */
    static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

    static InJvm cold(String pass) {
        return new InJvm(pass, 0, 1, 3);
    }

    @Override
    public Contender.Cost cost(Path file) {
        Options options = new OptionsBuilder()
                .include(UsersFileBenchmark.class.getName() + "\\." + pass + "$")
                .param("file", file.toString())
                .mode(Mode.SingleShotTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .timeout(TimeValue.minutes(30))
                .warmupIterations(warmups)
                .measurementIterations(passes)
                .forks(jvms)
                .jvmArgs(OPTIONS.toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            List<IterationResult> iterations = new Runner(options)
                    .runSingle().getBenchmarkResults().stream()
                            .flatMap(jvm -> jvm.getIterationResults().stream())
                            .toList();
            return new Contender.Cost(
                    median(iterations, iteration -> iteration.getPrimaryResult().getScore() / 1e9),
                    median(
                            iterations,
                            iteration -> iteration
                                    .getSecondaryResults()
                                    .get("seconds")
                                    .getScore()));
        } catch (RunnerException e) {
            throw new IllegalStateException(pass + " of " + file, e);
        }
    }

    private static double median(List<IterationResult> iterations, ToDoubleFunction<IterationResult> score) {
        return Ratios.median(iterations.stream().mapToDouble(score).toArray());
    }
}
