package io.github.auth0maven.mojo.tenants;

import io.github.auth0maven.mojo.parameters.TenantProperty;
import io.github.auth0maven.report.OwnerOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The files in a build directory that tell of a local tenant, readable by their owner only. They are gone when the JVM ends, if
 * nobody has removed them before.
 *
 * @param id the tenant's; empty for one that has none
 */
public record TenantFiles(Path directory, String id) {

    /** All that tests need to know, by the names that the project's properties have. */
    public Path properties() {
        return directory.resolve(name() + ".properties");
    }

    /** The certificate of the tenant's CA, in PEM. */
    Path bundle() {
        return directory.resolve(name() + ".pem");
    }

    /** The same, in a PKCS#12 store. */
    Path trustStore() {
        return directory.resolve(name() + ".p12");
    }

    /** Writes the properties, which are there as a whole or not at all. */
    void write(Map<TenantProperty, String> values) throws IOException {
        Properties named = new Properties();
        values.forEach((property, value) -> named.setProperty(property.of(id), value));
        StringWriter text = new StringWriter();
        named.store(text, null);
        // without the time that begins it
        String lines = text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        Path next = directory.resolve(name() + ".next");
        write(next, lines.getBytes(StandardCharsets.ISO_8859_1));
        properties().toFile().deleteOnExit();
        Files.move(next, properties(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes one of the files. */
    void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(directory);
        Files.deleteIfExists(file);
        file.toFile().deleteOnExit();
        try (RandomAccessFile opened = OwnerOnly.open(file)) {
            opened.write(content);
        }
    }

    /** Removes what tells of the tenant's CA. */
    void removeCertificates() throws IOException {
        Files.deleteIfExists(bundle());
        Files.deleteIfExists(trustStore());
    }

    /** Removes the properties. */
    public void remove() throws IOException {
        Files.deleteIfExists(properties());
    }

    private String name() {
        return id.isEmpty() ? "auth0-tenant" : "auth0-tenant-" + id;
    }
}
