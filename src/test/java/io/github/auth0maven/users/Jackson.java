package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Jackson makes of a list of users: the second opinion on JSON. It reads text, not bytes, because it takes overlong
 * forms and surrogates for UTF-8; the JDK's decoder, which takes neither, makes the text. Where it is stricter than JSON, it
 * has no opinion.
 */
final class Jackson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(1001)
                    .build())
            .build();

    private Jackson() {}

    /** A number by its text: 1.0 is not 1.00. */
    record Numeral(String text) {}

    /** Members in their order. */
    record Members(List<Member> members) {}

    record Member(String name, Object value) {}

    /** Jackson takes half of a surrogate pair in a value, but not in a name. */
    static final class NoOpinion extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoOpinion(Throwable cause) {
            super(cause);
        }
    }

    enum Null {
        NULL
    }

    /** The users, or nothing if this is no list of objects. */
    static Optional<List<Object>> users(byte[] document) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
            return value(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .filter(List.class::isInstance)
                    .map(list -> List.<Object>copyOf((List<?>) list))
                    .filter(list -> list.stream().allMatch(Members.class::isInstance));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The value that is all there is in this text, or nothing. */
    static Optional<Object> value(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Object value = value(parser);
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("surrogate")) {
                throw new NoOpinion(e);
            }
            return Optional.empty();
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                List<Member> members = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.add(new Member(name, value(parser)));
                }
                yield new Members(members);
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Null.NULL;
            default -> throw new IOException("no value: " + parser.currentToken());
        };
    }
}
