package io.github.auth0maven.fuzz;

import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Judges one users file in a JVM of its own, whose heap is small. */
final class JudgeAlone {

    private static final int SECONDS = 240;

    private JudgeAlone() {}

    /**
     * The first line is what came of it: how much of what, or the one error; after it the first lines that were said.
     *
     * @param megabytes the heap's size
     */
    static List<String> judge(Path file, int megabytes) throws IOException, InterruptedException {
        Path output = file.resolveSibling(file.getFileName() + ".out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JudgeAlone.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("hangs: " + file);
        }
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    /** Prints what {@link #judge} returns. */
    public static void main(String... args) throws IOException {
        Path file = Path.of(args[0]);
        UsersFile users = new UsersFile(file, file.getFileName().toString());
        StringBuilder said = new StringBuilder();
        try {
            Judgement judgement = new FileJudge(new ValidationSettings(500_000), file.getParent())
                    .judge(new UsersFiles(List.of(users), ReadingOptions.DEFAULT), violation -> {
                        if (said.length() < 2000) {
                            said.append(violation).append('\n');
                        }
                    });
            System.out.println(judgement.users() + " users, " + judgement.errors() + " errors, " + judgement.warnings()
                    + " warnings");
        } catch (UsersFileException e) {
            System.out.println(e.getMessage());
        }
        System.out.print(said);
    }
}
