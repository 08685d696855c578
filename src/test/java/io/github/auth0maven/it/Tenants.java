package io.github.auth0maven.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.tokens.Client;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Starts local tenants for the integration projects; called by their {@code prebuild.groovy}. */
public final class Tenants {

    private static final String TENANT = "tenant";
    private static final String SECRETS = "secrets";

    /** The application that src/it/settings.xml has the credentials of. */
    private static final Client CLIENT =
            Client.of("It5sY0uR1nt3gr4t10nT3sts", "zJ7rW2vK9-only-for-tenants-on-loopback-Qm4XeT8b");

    private Tenants() {}

    /** Starts a tenant that takes the credentials of src/it/settings.xml, and points the project's build to it. */
    public static void start(File basedir, Map<String, Object> context) throws IOException {
        start(basedir, context, UnaryOperator.identity());
    }

    /** Starts a tenant with other settings. */
    public static void start(File basedir, Map<String, Object> context, UnaryOperator<TenantSettings> changes)
            throws IOException {
        LocalTenant tenant =
                LocalTenant.start(changes.apply(TenantSettings.defaults().withClient(CLIENT)));
        context.put(TENANT, tenant);
        property(basedir, "auth0.domain", tenant.url().toString());
    }

    static String clientSecret() {
        return CLIENT.secret();
    }

    /** Lets all that the builds write be searched for a secret that stands nowhere in clear, such as one that the settings encrypt. */
    public static void secret(Map<String, Object> context, String what, String value) {
        Map<Object, Object> secrets = new HashMap<>((Map<?, ?>) context.getOrDefault(SECRETS, Map.of()));
        secrets.put(value, what);
        context.put(SECRETS, secrets);
    }

    /** Those secrets, each with what it is. */
    static Map<?, ?> secrets(Map<String, Object> context) {
        return (Map<?, ?>) context.getOrDefault(SECRETS, Map.of());
    }

    /** The tenant that has been started, or null. */
    public static LocalTenant of(Map<String, Object> context) {
        return (LocalTenant) context.get(TENANT);
    }

    /** Gives the project's build a property, as {@code -D} would. */
    public static void property(File basedir, String name, String value) throws IOException {
        Path properties = basedir.toPath().resolve("test.properties");
        String line = name + "=" + value.replace("\\", "\\\\") + "\n";
        Files.writeString(properties, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
