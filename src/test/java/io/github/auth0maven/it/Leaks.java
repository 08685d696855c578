package io.github.auth0maven.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.auth0maven.tenant.LocalTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what no build may tell: the client secret, an access token, a password hash of the users. */
final class Leaks {

    /** What a users file keeps hashes, salts, keys and factors under; shorter values could be words. */
    private static final Pattern SECRET_MEMBER =
            Pattern.compile("\"(?:password_hash|value|secret)\"\\s*:\\s*\"([^\"]{8,})\"");

    /** The first part of every JSON web token, which begins with an encoded brace. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.");

    private static final int LARGEST_FIXTURE = 1_000_000;

    private final Path project;
    private final Set<String> hashes = new TreeSet<>();
    private final Set<String> secrets = new TreeSet<>();

    /** @param tenant null if the build had none */
    Leaks(Path project, LocalTenant tenant) throws IOException {
        this.project = project;
        secrets.add(Tenants.clientSecret());
        if (tenant != null) {
            secrets.add(tenant.clientSecret());
        }
        for (Path fixture : files(".json")) {
            if (Files.size(fixture) <= LARGEST_FIXTURE) {
                Matcher member = SECRET_MEMBER.matcher(Files.readString(fixture, ISO_8859_1));
                while (member.find()) {
                    hashes.add(member.group(1));
                }
            }
        }
    }

    /** Fails at the first leak, naming the file and not the secret. */
    void check() throws IOException {
        for (Path file : files("build.log", "import-report.json", "failures.jsonl", "failed-users.json")) {
            String text = Files.readString(file, ISO_8859_1);
            refuse(secrets.stream().anyMatch(text::contains), file, "the client secret");
            refuse(TOKEN.matcher(text).find(), file, "an access token");
            // The users to be mended are as they were written, hashes and all.
            boolean maySay = file.endsWith("failed-users.json");
            refuse(!maySay && hashes.stream().anyMatch(text::contains), file, "a password hash");
        }
    }

    private static void refuse(boolean found, Path file, String what) {
        if (found) {
            throw new AssertionError(file + " tells " + what);
        }
    }

    private List<Path> files(String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(project)) {
            all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .forEach(found::add);
        }
        return found;
    }
}
