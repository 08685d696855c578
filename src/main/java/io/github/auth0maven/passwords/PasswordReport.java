package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Leaves what a check came to in {@code password-report.json}, readable by its owner only. */
public final class PasswordReport {

    /** The name of the file. */
    public static final String NAME = "password-report.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PasswordReport() {}

    /** Replaces the report in a directory in one step; the directory is made if need be. */
    public static Path write(Path directory, PasswordResult result, boolean succeeded) throws IOException {
        Files.createDirectories(directory);
        // Temporary files are their owner's alone from the beginning.
        Path draft = Files.createTempFile(directory, "password-report", ".json");
        try {
            MAPPER.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), json(result, succeeded));
            return Files.move(draft, directory.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static ObjectNode json(PasswordResult result, boolean succeeded) {
        ObjectNode json = MAPPER.createObjectNode().put("status", succeeded ? "succeeded" : "failed");
        json.putObject("samples")
                .put("total", result.samples())
                .put("matched", result.matched())
                .put("notMatched", result.findings().size())
                .put("unused", result.unused().size());
        ArrayNode shapes = json.putArray("shapes");
        result.shapes()
                .forEach((shape, count) -> shapes.addObject()
                        .put("shape", shape.text())
                        .put("users", count.users())
                        .put("samples", count.samples())
                        .put("matched", count.matched())
                        .put("notMatched", count.failed()));
        ArrayNode findings = json.putArray("findings");
        result.findings()
                .forEach(finding -> findings.addObject()
                        .put("file", finding.position().file())
                        .put("index", finding.position().index())
                        .put("line", finding.position().line())
                        .put("column", finding.position().column())
                        .put("attribute", finding.attribute())
                        .put("code", "PASSWORD_MISMATCH")
                        .put("message", finding.message()));
        ArrayNode unused = json.putArray("unusedSamples");
        result.unused().forEach(unused::add);
        return json;
    }
}
