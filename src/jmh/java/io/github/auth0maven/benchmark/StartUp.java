package io.github.auth0maven.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a whole Maven takes for an import of ten users, into a tenant of another process whose job takes 100 ms, beside one
 * whose goal does nothing: a validate-users that is skipped, for a skipped import writes a report. The plugin has to be installed.
 */
public final class StartUp {

    private static final int ROUNDS = 11;
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>start-up</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
            </project>
            """;

    private final Path project;
    private final List<String> command;
    private final String plugin;

    private StartUp(Path project, List<String> command, String plugin) {
        this.project = project;
        this.command = command;
        this.plugin = plugin;
    }

    /** Takes a directory for a project, the command that starts Maven, and the version of the plugin that is installed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        TenantSettings settings = TenantSettings.defaults().withJobDuration(users -> Duration.ofMillis(100));
        try (LocalTenant tenant = LocalTenant.start(settings)) {
            Files.writeString(project.resolve("pom.xml"), POM);
            // else Maven would take the options of the directory above, which this project is built with
            Files.createDirectories(project.resolve(".mvn"));
            Files.writeString(project.resolve("users.json"), users());
            Files.writeString(
                    project.resolve("settings.xml"),
                    "<settings><servers><server><id>auth0</id><username>" + tenant.clientId() + "</username><password>"
                            + tenant.clientSecret() + "</password></server></servers></settings>");
            new StartUp(
                            project,
                            List.of(
                                    arguments[1],
                                    "-o",
                                    "-B",
                                    "-q",
                                    "-s",
                                    "settings.xml",
                                    "-Dauth0.usersFile=users.json",
                                    "-Dauth0.upsert=true",
                                    "-Dauth0.domain=" + tenant.url()),
                            "io.github.auth0maven:auth0-maven-plugin:" + arguments[2])
                    .compare();
        }
    }

    private static String users() {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            users.add("{\"email\":\"user" + i + "@example.com\",\"email_verified\":true,"
                    + "\"password_hash\":\"$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\"}");
        }
        return "[" + String.join(",", users) + "]";
    }

    private void compare() throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Double> imports = new ArrayList<>();
        List<Double> skips = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double importing = seconds(plugin + ":import-users");
            double skipping = seconds(plugin + ":validate-users", "-Dauth0.skip");
            if (round > 0) {
                ratios.add(importing / skipping);
                imports.add(importing);
                skips.add(skipping);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Whole process, medians of %d: an import of ten users %.2f s, a goal that does nothing %.2f s, ratio %.2f%n",
                ROUNDS,
                median(imports),
                median(skips),
                median(ratios));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private double seconds(String... goal) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(goal));
        Path log = project.resolve("log.txt");
        long start = System.nanoTime();
        int exit = new ProcessBuilder(whole)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(Files.readString(log, UTF_8));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
