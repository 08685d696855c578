package io.github.auth0maven.benchmark;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import io.github.auth0maven.passwords.PasswordCheck;
import io.github.auth0maven.passwords.PasswordResult;
import io.github.auth0maven.passwords.Samples;
import io.github.auth0maven.passwords.SamplesFile;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/** How many known passwords are checked in a second on all processors, beside what the library does on one. */
final class KnownPasswords {

    private static final int USERS = 200;
    private static final int ROUNDS = 5;
    private static final int COST = 10;

    private KnownPasswords() {}

    static void measure(Path directory) throws IOException, InterruptedException {
        String hash =
                BcryptFunction.getInstance(Bcrypt.B, COST).hash("correct horse").getResult();
        UsersFile file = new UsersFile(users(directory, hash), "hashed.json");
        UsersFiles users = new UsersFiles(List.of(file), ReadingOptions.DEFAULT);
        Path samples = samples(directory);
        int processors = Runtime.getRuntime().availableProcessors();
        double[] ratios = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double alone = alone(hash);
            long start = System.nanoTime();
            check(users, samples);
            double all = USERS / seconds(start);
            if (round >= 0) {
                ratios[round] = all / alone / processors;
            }
        }
        Ratios ratio = new Ratios(ratios);
        System.out.printf(
                Locale.ROOT,
                "%nKnown passwords, bcrypt with 2^%d rounds, on %d processors: %.2f (%.2f–%.2f) of processors × the library's"
                        + " rate on one thread%n",
                COST,
                processors,
                ratio.median(),
                ratio.least(),
                ratio.most());
    }

    private static double alone(String hash) {
        byte[] password = "correct horse".getBytes(StandardCharsets.UTF_8);
        byte[] known = hash.getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        for (int i = 0; i < USERS / 4; i++) {
            if (!BcryptFunction.getInstanceFromHash(hash).check(password, known)) {
                throw new IllegalStateException("the library does not know its own hash");
            }
        }
        return USERS / 4 / seconds(start);
    }

    private static void check(UsersFiles users, Path samples) throws IOException, InterruptedException {
        try (Samples known = SamplesFile.read(samples)) {
            PasswordResult result = new PasswordCheck(known, (tried, all) -> {}).run(users);
            if (result.samples().matched() != USERS) {
                throw new IllegalStateException(result.samples().matched() + " matched");
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Path users(Path directory, String hash) throws IOException {
        StringBuilder users = new StringBuilder("[");
        for (int i = 0; i < USERS; i++) {
            users.append(i == 0 ? "" : ",")
                    .append("{\"email\":\"user")
                    .append(i)
                    .append("@example.com\",\"password_hash\":\"")
                    .append(hash)
                    .append("\"}");
        }
        return Files.writeString(directory.resolve("hashed.json"), users.append("]"));
    }

    private static Path samples(Path directory) throws IOException {
        Path file = directory.resolve("samples.csv");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        StringBuilder samples = new StringBuilder("email,password\n");
        for (int i = 0; i < USERS; i++) {
            samples.append("user").append(i).append("@example.com,correct horse\n");
        }
        return Files.writeString(file, samples);
    }
}
