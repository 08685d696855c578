package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.auth0maven.jobs.JobErrors;
import io.github.auth0maven.jobs.JobErrors.Identity;
import io.github.auth0maven.jobs.JobErrors.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the service says of a job's errors, in each of its three shapes: nothing, the users, or the failed job. The users
 * are echoed whole, and are gone through without being kept: only what tells one from another is.
 */
final class ErrorsReader {

    /** An import file holds some 28,000 users at most. */
    static final int MOST_ERRORS = 200_000;

    private static final int NO_CONTENT = 204;

    /** A users file has 1,000 levels at most, and an echo of its users some more. */
    private static final int DEEPEST = 1_100;

    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<UserError> users = new ArrayList<>();

    private ErrorsReader(JsonParser parser) {
        this.parser = parser;
    }

    static JobErrors read(int status, InputStream body) throws IOException {
        if (status == NO_CONTENT) {
            return JobErrors.NONE;
        }
        PushbackInputStream answer = new PushbackInputStream(body);
        if (firstOf(answer) == '{') {
            return new JobErrors(List.of(), Jobs.details(ResponseJson.read(answer)));
        }
        try (JsonParser parser = JSON.createParser(answer)) {
            return new JobErrors(
                    parser.nextToken() == JsonToken.START_ARRAY ? new ErrorsReader(parser).entries() : List.of(),
                    Optional.empty());
        }
    }

    /** The first byte that is not white space, which is read again. */
    private static int firstOf(PushbackInputStream answer) throws IOException {
        int first = answer.read();
        for (int passed = 0; first == ' ' || first == '\t' || first == '\r' || first == '\n'; passed++) {
            if (passed == ResponseJson.LARGEST) {
                throw new NoJsonException();
            }
            first = answer.read();
        }
        if (first >= 0) {
            answer.unread(first);
        }
        return first;
    }

    private List<UserError> entries() throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            entry();
        }
        return users;
    }

    private void entry() throws IOException {
        Identity identity = new Identity(Optional.empty(), Optional.empty(), Optional.empty());
        List<Told> errors = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("user") && value == JsonToken.START_OBJECT) {
                String[] parts = texts("email", "username", "user_id", "phone_number");
                identity = new Identity(text(parts[0]), text(parts[1]), text(parts[2]), text(parts[3]));
            } else if (name.equals("user") && value == JsonToken.VALUE_STRING) {
                identity = identity(parser.getText());
            } else if (name.equals("errors") && value == JsonToken.START_ARRAY) {
                errors = errors();
            } else {
                parser.skipChildren();
            }
        }
        bound(0);
        if (errors.isEmpty()) {
            users.add(new UserError(identity, "NOT_PASSED", "Auth0 does not say why", Optional.empty()));
        }
        for (Told error : errors) {
            String message = ExistingUser.explain(identity, error.code, error.message);
            users.add(new UserError(identity, error.code, message, error.attribute));
        }
    }

    /** A user that is echoed as a text: the JSON that was sent, or one of the identifiers. */
    private static Identity identity(String echoed) {
        ResponseJson user = json(echoed);
        if (user.isObject()) {
            return new Identity(
                    text(user.member("email").text()),
                    text(user.member("username").text()),
                    text(user.member("user_id").text()),
                    text(user.member("phone_number").text()));
        }
        // a user that was cut off may hold a hash, and is nobody's name
        Optional<String> identifier = text(echoed).filter(any -> !any.contains("{"));
        return identifier.isPresent() && echoed.contains("@")
                ? new Identity(identifier, Optional.empty(), Optional.empty())
                : new Identity(Optional.empty(), identifier, identifier, identifier);
    }

    private static ResponseJson json(String text) {
        try {
            return ResponseJson.read(text.getBytes(UTF_8));
        } catch (NoJsonException e) {
            return ResponseJson.NOTHING;
        }
    }

    private void bound(int more) throws AnswerTooLargeException {
        if (users.size() + more >= MOST_ERRORS) {
            throw new AnswerTooLargeException(
                    String.format(Locale.ROOT, "tells of more than %,d errors in one job", MOST_ERRORS));
        }
    }

    /** An error of whomever the entry turns out to be of. */
    private record Told(String code, String message, Optional<String> attribute) {}

    private List<Told> errors() throws IOException {
        List<Told> errors = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            String[] parts = next == JsonToken.START_OBJECT ? texts("code", "message", "path") : new String[3];
            if (next != JsonToken.START_OBJECT) {
                parser.skipChildren();
            }
            bound(errors.size());
            errors.add(new Told(
                    text(parts[0]).map(OneLine::of).orElse("NO_CODE"),
                    text(parts[1]).map(OneLine::of).orElse("Auth0 does not say why"),
                    text(parts[2]).map(OneLine::of).map(Attributes::inFile)));
        }
        return errors;
    }

    /** Those texts of the object that the parser is in which have these names; nothing else of it is kept. */
    private @Nullable String[] texts(String... names) throws IOException {
        @Nullable String[] texts = new String[names.length];
        List<String> wanted = List.of(names);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int index = wanted.indexOf(parser.currentName());
            boolean container = parser.nextToken().isStructStart();
            if (container || index < 0) {
                parser.skipChildren();
            } else {
                texts[index] = parser.getValueAsString();
            }
        }
        return texts;
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(any -> !any.isBlank());
    }
}
