package io.github.auth0maven.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.github.auth0maven.report.Redaction;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file of a plan: {@code plan.json}. Its numbers come first, and are known last: the users are written to a draft as they come,
 * each on a line, except those who stay as they are.
 */
public final class PlanFile implements PlanSink, Closeable {

    /** What it is called. */
    public static final String NAME = "plan.json";

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final String MASKED = "(masked)";

    private final Path directory;
    private final KeptFiles files;
    private final Redaction redaction;
    private final JsonGenerator users;

    /**
     * What is compared.
     *
     * @param usersFile the name of the users files
     */
    public record Head(String tenant, String connection, String usersFile, Instant time, Metadata metadata) {}

    public PlanFile(Path directory, KeptFiles files, Redaction redaction) throws IOException {
        this.directory = directory;
        this.files = files;
        this.redaction = redaction;
        Files.deleteIfExists(directory.resolve(NAME));
        users = JSON.createGenerator(writer(draft()));
        users.setPrettyPrinter(new MinimalPrettyPrinter(",\n    "));
    }

    private Path draft() {
        return directory.resolve(NAME + ".users");
    }

    private Writer writer(Path file) throws IOException {
        OutputStream out = Channels.newOutputStream(files.create(file).getChannel());
        return new BufferedWriter(new OutputStreamWriter(new BufferedOutputStream(out, 1 << 16), UTF_8));
    }

    @Override
    public void planned(PlannedUser user) throws IOException {
        if (user.action() == PlannedUser.Action.UNCHANGED) {
            return;
        }
        users.writeStartObject();
        users.writeStringField("action", user.action().key());
        users.writeStringField("user", shown(user.email()));
        write("user_id", user.userId());
        write("place", user.place());
        users.writeArrayFieldStart("attributes");
        for (Difference difference : user.differences()) {
            users.writeStartObject();
            users.writeStringField("attribute", difference.attribute());
            writeValue("from", difference.from());
            writeValue("to", difference.to());
            users.writeStringField("by", by(difference.means()));
            users.writeEndObject();
        }
        users.writeEndArray();
        users.writeEndObject();
    }

    private static String by(Difference.Means means) {
        return switch (means) {
            case UPSERT -> "import";
            case MERGE, PATCH -> "single";
            default -> "nothing";
        };
    }

    private void write(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            users.writeStringField(name, text.get());
        }
    }

    private void writeValue(String name, Optional<String> value) throws IOException {
        users.writeFieldName(name);
        if (value.isEmpty()) {
            users.writeNull();
        } else if (redaction.isNone()) {
            users.writeRawValue(value.get());
        } else {
            users.writeString(MASKED);
        }
    }

    private String shown(String known) {
        return redaction.text(known, Optional.of(known));
    }

    /** Completes the file, and gives it its name. */
    public Path finish(Head head, PlanCounts counts, List<String> remarks) throws IOException {
        users.close();
        ((Writer) users.getOutputTarget()).close();
        Path draft = directory.resolve(NAME + ".draft");
        try (Writer out = writer(draft)) {
            out.write(head(head, counts, remarks));
            out.write(",\n  \"changes\" : [\n    ");
            out.flush();
            try (BufferedReader in = Files.newBufferedReader(draft(), UTF_8)) {
                in.transferTo(out);
            }
            out.write("\n  ]\n}\n");
        }
        Files.move(draft, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(draft());
        return directory.resolve(NAME);
    }

    private static String head(Head head, PlanCounts counts, List<String> remarks) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("tenant", head.tenant());
            json.writeStringField("connection", head.connection());
            json.writeStringField("usersFile", head.usersFile());
            json.writeStringField("time", head.time().toString());
            json.writeStringField("metadata", head.metadata().name().toLowerCase(Locale.ROOT));
            json.writeObjectFieldStart("users");
            json.writeNumberField("create", counts.create());
            json.writeNumberField("change", counts.change());
            json.writeNumberField("unchanged", counts.unchanged());
            json.writeNumberField("unchangeable", counts.unchangeable());
            json.writeNumberField("tenantOnly", counts.tenantOnly());
            json.writeEndObject();
            json.writeArrayFieldStart("remarks");
            for (String remark : remarks) {
                json.writeString(remark);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        String whole = written.toString();
        return whole.substring(0, whole.lastIndexOf('}')).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        ((Writer) users.getOutputTarget()).close();
        Files.deleteIfExists(draft());
    }
}
