package io.github.auth0maven.deletions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.auth0maven.jobs.PastImport;
import io.github.auth0maven.jobs.PastImport.Origin;
import io.github.auth0maven.jobs.PastImport.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report of an import, as far as it tells whom that may have created: less exactly than a journal does. */
public final class ReportedImport {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final Map<String, String> members = new HashMap<>();
    private final List<Long> notImported = new ArrayList<>();

    private ReportedImport(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a report.
     *
     * @param name what messages call it
     * @throws IOException if it is none
     */
    public static PastImport read(Path report, String name) throws IOException {
        try (InputStream in = Files.newInputStream(report);
                JsonParser parser = JSON.createParser(in)) {
            ReportedImport read = new ReportedImport(parser);
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                read.members("");
            }
            return read.past(name);
        } catch (JsonProcessingException | DateTimeException | NumberFormatException e) {
            throw new IOException(name + " is neither the journal of an import nor its report", e);
        }
    }

    /** Goes through an object; what stands in a list is of interest where it tells of failures. */
    private void members(String under) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = under + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                members(name + ".");
            } else if (name.equals("failures") && value == JsonToken.START_ARRAY) {
                failures();
            } else if (value == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else {
                members.put(name, parser.getText());
            }
        }
    }

    private void failures() throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            members.remove("failure.index");
            members("failure.");
            String index = members.get("failure.index");
            if (index != null && !PastImport.mayExist(members.getOrDefault("failure.code", ""))) {
                notImported.add(Long.valueOf(index));
            }
        }
    }

    private PastImport past(String name) throws IOException {
        if (!members.containsKey("users.inserted") || !members.containsKey("domain")) {
            throw new IOException(name + " is neither the journal of an import nor its report");
        }
        Instant begun = Instant.parse(text("startedAt"));
        PastImport past = PastImport.of(new Origin(name, Optional.empty(), text("domain"), text("connection"), begun));
        long users = number("users.total");
        boolean sent = number("users.inserted") + number("users.pending") + number("users.failed") > 0;
        if (sent && users > 0 && !text("dryRun").equals("true")) {
            Window window =
                    new Window(begun, Optional.of(Instant.parse(text("finishedAt"))), number("users.updated") > 0);
            past.sent(0, users - 1, window);
            notImported.forEach(past::without);
        }
        return past;
    }

    private String text(String member) {
        return members.getOrDefault(member, "");
    }

    private long number(String member) {
        return Long.parseLong(members.getOrDefault(member, "0"));
    }
}
