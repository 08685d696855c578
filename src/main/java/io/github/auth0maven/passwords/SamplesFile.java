package io.github.auth0maven.passwords;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads samples: for each user an {@code email}, {@code username} or {@code user_id}, and the {@code password}, as CSV with a header,
 * as JSON, NDJSON or YAML.
 *
 * <p>What has been read of the file is wiped; a password of CSV and JSON is never made a {@link String}, which cannot be.
 */
public final class SamplesFile {

    private static final Set<PosixFilePermission> OF_OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final long LARGEST = 16 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonFactory JSON = new JsonFactory();

    private SamplesFile() {}

    /**
     * Reads a file that nobody but its owner can read.
     *
     * @throws SamplesException if others can read it, or if it is not what it should be
     */
    public static Samples read(Path file) throws IOException {
        check(file);
        Samples samples = new Samples();
        char[] text = text(file);
        try {
            read(text, file, samples);
            if (samples.size() == 0) {
                throw new SamplesException("there are no samples in it");
            }
            return samples;
        } catch (IOException e) {
            samples.close();
            throw e;
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private static void check(Path file) throws IOException {
        long size = Files.size(file);
        if (!Files.isRegularFile(file)) {
            throw new SamplesException("it is no file with samples, but a directory or a device");
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OF_OWNER.containsAll(view.readAttributes().permissions())) {
            throw new SamplesException(
                    "others can read it, or it can be executed; passwords are for their owner only: chmod 600");
        }
        if (size > LARGEST) {
            throw new SamplesException("it is larger than 16 MB; name some users, not all of them");
        }
    }

    private static char[] text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        char[] decoded = new char[bytes.length];
        CharBuffer text = CharBuffer.wrap(decoded);
        try {
            if (StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes), text, true)
                    .isError()) {
                throw new SamplesException("it is not in UTF-8");
            }
            text.flip();
            boolean marked = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK;
            return Arrays.copyOfRange(decoded, marked ? 1 : 0, text.limit());
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(decoded, '\0');
        }
    }

    private static void read(char[] text, Path file, Samples samples) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            yaml(text, samples);
        } else if (beginsAsJson(text)) {
            json(text, samples);
        } else {
            csv(text, samples);
        }
    }

    private static boolean beginsAsJson(char[] text) {
        for (char each : text) {
            if (!Character.isWhitespace(each)) {
                return each == '[' || each == '{';
            }
        }
        return false;
    }

    private static void json(char[] text, Samples samples) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    entry(json).addTo(samples);
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    throw new SamplesException("something in it is no object with a user and a password");
                }
            }
        } catch (JacksonException e) {
            // Its message may hold what it read.
            throw new SamplesException(
                    "it is not well-formed JSON at line " + e.getLocation().getLineNr());
        }
    }

    private static SampleEntry entry(JsonParser json) throws IOException {
        SampleEntry entry = new SampleEntry();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                entry.set(name, json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            } else {
                json.skipChildren();
            }
        }
        return entry;
    }

    /** Every scalar is a text, as it stands there: 0123 and null may be passwords. */
    private static void yaml(char[] text, Samples samples) throws SamplesException {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        try {
            Object loaded = new Load(settings).loadFromReader(new CharArrayReader(text));
            for (Object item : loaded instanceof List<?> list ? list : List.of()) {
                SampleEntry entry = new SampleEntry();
                if (item instanceof Map<?, ?> map) {
                    map.forEach((name, value) -> {
                        char[] characters = value instanceof String scalar ? scalar.toCharArray() : new char[0];
                        entry.set(String.valueOf(name), characters, 0, characters.length);
                    });
                }
                entry.addTo(samples);
            }
        } catch (YamlEngineException e) {
            throw new SamplesException("it is not well-formed YAML, or something in it has no value");
        }
    }

    private static void csv(char[] text, Samples samples) throws IOException {
        try {
            CsvSamples.read(text, samples);
        } catch (CsvParseException e) {
            throw new SamplesException("it is not well-formed CSV");
        }
    }
}
