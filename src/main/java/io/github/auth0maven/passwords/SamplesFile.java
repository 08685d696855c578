package io.github.auth0maven.passwords;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads samples: for each user an {@code email}, {@code username} or {@code user_id}, and the {@code password}, as CSV with a header,
 * as JSON, NDJSON or YAML.
 */
public final class SamplesFile {

    private static final List<String> IDENTIFIERS = List.of("email", "username", "user_id");
    private static final Set<PosixFilePermission> OF_OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final long LARGEST = 16 << 20;

    private SamplesFile() {}

    /**
     * Reads a file that nobody but its owner can read.
     *
     * @throws SamplesException if others can read it, or if it is not what it should be
     */
    public static Samples read(Path file) throws IOException {
        checkOwnerOnly(file);
        if (Files.size(file) > LARGEST) {
            throw new SamplesException("it is larger than 16 MB; name some users, not all of them");
        }
        Samples samples = new Samples();
        int number = 0;
        for (Map<String, String> entry : entries(file)) {
            number++;
            add(samples, entry, number);
        }
        if (samples.size() == 0) {
            throw new SamplesException("there are no samples in it");
        }
        return samples;
    }

    private static void checkOwnerOnly(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OF_OWNER.containsAll(view.readAttributes().permissions())) {
            throw new SamplesException(
                    "others can read it, or it can be executed; passwords are for their owner only: chmod 600");
        }
    }

    private static void add(Samples samples, Map<String, String> entry, int number) throws SamplesException {
        List<String> identifiers = IDENTIFIERS.stream()
                .filter(name -> !entry.getOrDefault(name, "").isBlank())
                .map(name -> entry.getOrDefault(name, ""))
                .toList();
        String password = entry.get("password");
        if (identifiers.isEmpty()) {
            throw new SamplesException("sample " + number + " has no email, username or user_id");
        }
        if (password == null) {
            throw new SamplesException("sample " + number + " has no password");
        }
        if (!samples.add(identifiers, KnownPassword.of(password.toCharArray()))) {
            throw new SamplesException("sample " + number + " names a user of a sample before it");
        }
    }

    private static List<Map<String, String>> entries(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            String text = Files.readString(file).replaceFirst("^\uFEFF", "");
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return yaml(text);
            }
            return text.stripLeading().startsWith("[") || text.stripLeading().startsWith("{") ? json(text) : csv(text);
        } catch (MalformedInputException notUtf8) {
            throw new SamplesException("it is not in UTF-8");
        }
    }

    private static List<Map<String, String>> json(String text) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes =
                new ObjectMapper().readerFor(JsonNode.class).readValues(text)) {
            while (nodes.hasNextValue()) {
                Map<String, String> entry = new LinkedHashMap<>();
                nodes.nextValue().properties().forEach(member -> {
                    if (member.getValue().isTextual()) {
                        entry.put(member.getKey(), member.getValue().asText());
                    }
                });
                entries.add(entry);
            }
        } catch (JacksonException e) {
            // Its message may hold what it read.
            throw new SamplesException("it is not well-formed JSON"
                    + (e.getLocation() == null
                            ? ""
                            : " at line " + e.getLocation().getLineNr()));
        }
        return entries;
    }

    private static List<Map<String, String>> yaml(String text) throws SamplesException {
        List<Map<String, String>> entries = new ArrayList<>();
        try {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
            for (Object item : loaded instanceof List<?> list ? list : List.of()) {
                Map<String, String> entry = new LinkedHashMap<>();
                if (item instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> entry.put(String.valueOf(key), String.valueOf(value)));
                }
                entries.add(entry);
            }
        } catch (YamlEngineException e) {
            throw new SamplesException("it is not well-formed YAML");
        }
        return entries;
    }

    private static List<Map<String, String>> csv(String text) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        String header = text.lines().findFirst().orElse("");
        char separator = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
        try (Reader in = new StringReader(text);
                CsvReader<NamedCsvRecord> records =
                        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(in)) {
            for (NamedCsvRecord each : records) {
                entries.add(each.getFieldsAsMap());
            }
        } catch (CsvParseException e) {
            throw new SamplesException("it is not well-formed CSV");
        }
        return entries;
    }
}
