package io.github.auth0maven.benchmark;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The passes that run in a JVM; each call goes through the whole file. */
@State(Scope.Thread)
public class UsersFileBenchmark {

    /** The users file. */
    @Param("")
    public String file = "";

    /** A schema is compiled once: an advantage that only the schema's pass has. */
    @State(Scope.Thread)
    public static class Compiled {
        final Schema schema;

        public Compiled() {
            try {
                schema = Passes.userSchema();
            } catch (IOException e) {
                throw new IllegalStateException("the schema is a resource", e);
            }
        }
    }

    /** Jackson's bare token scan. */
    @Benchmark
    public long scan() throws IOException {
        return Passes.scan(Path.of(file));
    }

    /** Read and judge, duplicates included. */
    @Benchmark
    public long validate() throws IOException {
        return Passes.validate(Path.of(file)).users();
    }

    /** Read and judge, then read again and pack. */
    @Benchmark
    public long pack() throws IOException {
        return Passes.pack(Path.of(file));
    }

    /** A JSON Schema validator on a tree of each user. */
    @Benchmark
    public long schema(Compiled compiled) throws IOException {
        return Passes.schema(Path.of(file), compiled.schema);
    }
}
