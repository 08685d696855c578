package io.github.auth0maven.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The passes that run in a fresh JVM; each call goes through the whole file. */
@State(Scope.Thread)
public class UsersFileBenchmark {

    /** The users file. */
    @Param("")
    public String file = "";

    /** The processor time of the thread, which other work on the machine does not add to. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        /** What the pass took. */
        public double seconds;

        void started() {
            seconds = -now();
        }

        void stopped() {
            seconds += now();
        }

        private static double now() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        }
    }

    /** Goes through a file. */
    @FunctionalInterface
    private interface Pass {
        long go(Path file) throws IOException;
    }

    private long measured(Processor processor, Pass pass) throws IOException {
        processor.started();
        long seen = pass.go(Path.of(file));
        processor.stopped();
        return seen;
    }

    /** Jackson's bare token scan. */
    @Benchmark
    public long scan(Processor processor) throws IOException {
        return measured(processor, Passes::scan);
    }

    /** Read and judge, duplicates included. */
    @Benchmark
    public long validate(Processor processor) throws IOException {
        return measured(processor, path -> Passes.validate(path).users());
    }
}
