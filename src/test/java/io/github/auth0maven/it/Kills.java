package io.github.auth0maven.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kills builds at random moments of their import; the one of the invoker comes after them, and ends it. */
public final class Kills {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASH = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    /** A user takes so much room that a dozen fill an import file. */
    private static final String NOTE = "All work and no play makes Jack a dull boy. ".repeat(900);

    /** Fewer than a list of twenty jobs takes, however often a build is killed over it. */
    private static final int CALLS_OVER_A_LIST = 8;

    private Kills() {}

    /** How many builds are killed: 8, or as many as {@code -Dkills} says. */
    public static int wanted() {
        return Integer.getInteger("kills", 8);
    }

    /** Writes a file of so many users, of whom a dozen make a job. */
    public static void writeUsers(File file, int users) throws IOException {
        Files.createDirectories(file.toPath().getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file.toPath())) {
            for (int i = 0; i < users; i++) {
                out.write((i == 0 ? "[\n" : ",\n") + "{ \"email\": \"user-" + i
                        + "@example.com\", \"email_verified\": true, \"password_hash\": \"" + HASH
                        + "\", \"user_metadata\": { \"note\": \"" + NOTE + "\" } }");
            }
            out.write("\n]\n");
        }
    }

    /**
     * Starts builds and kills each after some of its calls, or a moment later.
     *
     * @param calls up to how many
     */
    public static void run(File basedir, Map<String, Object> context, File localRepository, int calls)
            throws IOException, InterruptedException {
        int failed = 0;
        for (int kill = 1; kill <= wanted(); kill++) {
            new Doomed(basedir, context, localRepository, "auth0:import-users").kill(kill, calls);
            int before = failed;
            failed = failedUsers(basedir.toPath().resolve("target/auth0/failed-users.json"), kill);
            if (failed < before) {
                throw new AssertionError("After kill " + kill + ", failed-users.json has " + failed + " users, and had "
                        + before + " before");
            }
        }
    }

    /**
     * Does the same over the list of users that an earlier import left, half as often.
     *
     * @param users who are in the list, and stay there until the import has come to its end
     */
    public static void runOver(int users, File basedir, Map<String, Object> context, File localRepository)
            throws IOException, InterruptedException {
        for (int kill = 1; kill <= wanted() / 2; kill++) {
            new Doomed(basedir, context, localRepository, "auth0:import-users").kill(kill, CALLS_OVER_A_LIST);
            int left = failedUsers(basedir.toPath().resolve("target/auth0/failed-users.json"), kill);
            if (left != users) {
                throw new AssertionError("After kill " + kill + ", failed-users.json has " + left + " users");
            }
        }
    }

    /**
     * Does it to builds that delete the users of an import.
     *
     * @param calls up to how many
     */
    public static void runDeletions(File basedir, Map<String, Object> context, File localRepository, int calls)
            throws IOException, InterruptedException {
        for (int kill = 1; kill <= wanted(); kill++) {
            new Doomed(basedir, context, localRepository, "auth0:delete-users").kill(kill, calls);
        }
    }

    /** Builds that are killed. */
    private record Doomed(File basedir, Map<String, Object> context, File localRepository, String goal) {

        void kill(int kill, int calls) throws IOException, InterruptedException {
            Random chance = new Random();
            Moment moment = (Moment) context.get("moment");
            moment.after(1 + chance.nextInt(calls));
            RunningBuild build = RunningBuild.start(
                    basedir,
                    "killed-" + kill,
                    localRepository,
                    List.of("-Dauth0.domain=" + Tenants.of(context).url(), goal));
            if (!moment.comesBeforeTheEndOf(build) || build.endsWithin(chance.nextInt(60))) {
                throw new AssertionError("Build " + kill + " ended before it could be killed:\n" + build.log());
            }
            build.kill();
        }
    }

    /** How many users are to be mended: the file that holds them is whole whenever the build is killed. */
    private static int failedUsers(Path file, int kill) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        JsonNode users = JSON.readTree(file.toFile());
        if (!users.isArray() || users.isEmpty()) {
            throw new AssertionError("After kill " + kill + ", failed-users.json is no list of users");
        }
        return users.size();
    }
}
