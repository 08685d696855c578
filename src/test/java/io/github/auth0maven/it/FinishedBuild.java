package io.github.auth0maven.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0maven.tenant.LocalTenant;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The build that an integration project has run: what it said, what it left behind, and what the tenant got. Called by the
 * {@code verify.groovy} of each.
 */
public final class FinishedBuild {

    private static final String CONNECTION = "Username-Password-Authentication";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    private final Path directory;
    private final LocalTenant tenant;
    private final String log;

    private FinishedBuild(Path directory, LocalTenant tenant) throws IOException {
        this.directory = directory;
        this.tenant = tenant;
        this.log = Files.readString(directory.resolve("build.log"), UTF_8);
    }

    /** Checks a build: that it told no secret, as no build may, and what the project's own assertions say. Closes the tenant. */
    public static void check(File basedir, Map<String, Object> context, Consumer<FinishedBuild> assertions)
            throws IOException {
        try (LocalTenant tenant = Tenants.of(context)) {
            new Leaks(basedir.toPath(), context).check();
            assertions.accept(new FinishedBuild(basedir.toPath(), tenant));
        }
    }

    /** Checks a build that Maven itself refused before there was any goal: what its log tells is Maven's. Closes the tenant. */
    public static void checkNotBegun(Map<String, Object> context) throws IOException {
        try (LocalTenant tenant = Tenants.of(context)) {
            if (!tenant.requests().isEmpty()) {
                throw new AssertionError("The tenant was called: " + tenant.requests());
            }
        }
    }

    /** Checks that the log has this text. */
    public void says(String text) {
        if (!log.contains(text)) {
            throw failure("The log does not say: " + text);
        }
    }

    /** Checks that the log does not have this text. */
    public void doesNotSay(String text) {
        if (log.contains(text)) {
            throw failure("The log says: " + text);
        }
    }

    /** Checks that the log has a line that this expression describes, from its first character to its last. */
    public void hasLine(String regex) {
        if (log.lines().noneMatch(line -> line.matches(regex))) {
            throw failure("The log has no line: " + regex);
        }
    }

    /** Checks that the log has no line that this expression describes. */
    public void hasNoLine(String regex) {
        if (log.lines().anyMatch(line -> line.matches(regex))) {
            throw failure("The log has a line: " + regex);
        }
    }

    /** Checks that the build failed because of the users, or of what Auth0 said of them. */
    public void failedBecauseOfTheUsers() {
        says("MojoFailureException");
        doesNotSay("MojoExecutionException");
    }

    /** Checks that the build failed because nobody could find out about the users. */
    public void failedToRun() {
        says("MojoExecutionException");
        doesNotSay("MojoFailureException");
    }

    /** Whether the build left this file behind. */
    public boolean left(String file) {
        return Files.exists(directory.resolve(file));
    }

    /** The report that it left in target/auth0. */
    public Map<String, Object> report() throws IOException {
        return report("target/auth0");
    }

    /** The report that it left in a directory. */
    public Map<String, Object> report(String reportDirectory) throws IOException {
        return JSON.readValue(
                directory.resolve(reportDirectory).resolve("import-report.json").toFile(), OBJECT);
    }

    /** The users to be mended that it left in target/auth0. */
    public List<Map<String, Object>> failedUsers() throws IOException {
        return JSON.readValue(
                directory.resolve("target/auth0/failed-users.json").toFile(), OBJECTS);
    }

    /** The tenant, as it is after the build. */
    public LocalTenant tenant() {
        return tenant;
    }

    /** The users that the tenant has after the build. */
    public List<Map<String, Object>> users() {
        return JSON.convertValue(tenant.users(CONNECTION), OBJECTS);
    }

    /** A user that the tenant has after the build. */
    public Map<String, Object> user(String email) {
        return users().stream()
                .filter(user -> email.equals(user.get("email")))
                .findFirst()
                .orElseThrow(() -> failure("The tenant has no user " + email));
    }

    /** The invoker prints it below the log; a stack trace would only push the log away. */
    private static AssertionError failure(String message) {
        AssertionError failure = new AssertionError(message);
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }
}
