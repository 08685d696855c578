package io.github.auth0maven.tenant.imports;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.server.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The users part of an import request: a JSON array of users, UTF-8, no byte order mark [D]. */
public final class UsersFile {

    private final byte[] request;
    private final int from;
    private final int length;

    /** The file that stands between two places of a request. */
    public UsersFile(byte[] request, int from, int to) {
        this.request = request;
        this.from = from;
        this.length = to - from;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** How many users there are; fails unless the whole file is an array of JSON values and nothing else. */
    int count() throws JsonProcessingException {
        return read(user -> {}, false);
    }

    /** Hands over the users in their order, one at a time. */
    void forEach(Consumer<JsonNode> users) throws JsonProcessingException {
        read(users, true);
    }

    private int read(Consumer<JsonNode> users, boolean asTrees) throws JsonProcessingException {
        try (JsonParser parser = Json.MAPPER.createParser(text())) {
            if (parser.nextToken() != JsonToken.START_ARRAY || startsWithMark()) {
                throw new JsonParseException(parser, "Not an array");
            }
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (asTrees) {
                    users.accept(parser.readValueAsTree());
                } else {
                    parser.skipChildren();
                }
                count++;
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "More than an array");
            }
            return count;
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Malformed UTF-8 becomes replacement characters, as it does in a JavaScript server [I]. */
    private Reader text() {
        return new InputStreamReader(new ByteArrayInputStream(request, from, length), StandardCharsets.UTF_8);
    }

    /** A byte order mark is taken as a parse failure [?]. */
    private boolean startsWithMark() {
        return length > 2
                && (request[from] & 0xFF) == 0xEF
                && (request[from + 1] & 0xFF) == 0xBB
                && (request[from + 2] & 0xFF) == 0xBF;
    }
}
