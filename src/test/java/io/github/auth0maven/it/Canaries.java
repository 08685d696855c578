package io.github.auth0maven.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.auth0maven.tenant.LocalTenant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secrets that a build was given, by its settings, its environment, its keys and its users; each with what it is. */
final class Canaries {

    /** What users files keep hashes, salts, keys and factors under, in JSON and in YAML; shorter values could be words. */
    private static final Pattern OF_A_USER =
            Pattern.compile("\\b(?:password_hash|value|secret)\"?\\s*:\\s*[\"']?([^\\s\"',}]{8,})");

    /** A hash of bcrypt wherever it stands, as in CSV. */
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private static final Pattern USER_WITH_SECRET =
            Pattern.compile("\\b(?:password_hash|custom_password_hash|totp)\\b");

    private static final Pattern OF_SETTINGS =
            Pattern.compile("<(?:password|passphrase|master|trustStorePassword)>([^<$]{8,})</");
    private static final Pattern OF_ENVIRONMENT = Pattern.compile(
            "environmentVariables\\.[A-Z0-9_]*(?:SECRET|TOKEN|PASSWORD|KEY)[A-Z0-9_]*(?:\\.\\d+)?\\s*=\\s*(\\S{8,})");
    private static final Pattern KEY_FILE = Pattern.compile("=(\\S+\\.pem)\\s");
    private static final Pattern KEY_LINE = Pattern.compile("(?m)^([A-Za-z0-9+/=]{32,})\\r?$");

    /** Of a larger file, its beginning. */
    private static final int MOST_BYTES = 1_000_000;

    private final Map<String, String> canaries = new TreeMap<>();

    Canaries(Map<String, Object> context) {
        LocalTenant tenant = Tenants.of(context);
        Tenants.secrets(context).forEach((secret, what) -> canaries.put(String.valueOf(secret), String.valueOf(what)));
        canaries.put(Tenants.clientSecret(), "the client secret");
        if (tenant != null) {
            canaries.put(tenant.clientSecret(), "the client secret");
        }
    }

    /** Adds what is secret in a file that the build was given. */
    void addFrom(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.matches(".*settings.*\\.xml")) {
            add(OF_SETTINGS, beginningOf(file), "a secret of the settings");
        } else if (name.equals("invoker.properties")) {
            add(OF_ENVIRONMENT, beginningOf(file), "a secret of the environment");
        } else if (name.equals("test.properties")) {
            Matcher key = KEY_FILE.matcher(beginningOf(file));
            while (key.find()) {
                add(KEY_LINE, beginningOf(Path.of(key.group(1))), "a private key");
            }
        } else if (name.matches(".+\\.(json|ndjson|jsonl|ya?ml|csv)")) {
            addUsersOf(file);
        }
    }

    /** What this text tells of them. */
    Optional<String> toldBy(String text) {
        return canaries.entrySet().stream()
                .filter(canary -> text.contains(canary.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void addUsersOf(Path file) throws IOException {
        String text = beginningOf(file);
        boolean member = add(OF_A_USER, text, "a password hash");
        boolean hash = add(BCRYPT, text, "a password hash");
        if (!member && !hash && USER_WITH_SECRET.matcher(text).find()) {
            throw new AssertionError(file + " has users with secrets, and none was found to look for");
        }
    }

    private boolean add(Pattern pattern, String text, String what) {
        Matcher matcher = pattern.matcher(text);
        boolean found = false;
        while (matcher.find()) {
            String secret = matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
            // A client secret stays one, whichever file has it, too.
            canaries.putIfAbsent(secret.replace("\\/", "/"), what);
            found = true;
        }
        return found;
    }

    private static String beginningOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), ISO_8859_1);
        }
    }
}
