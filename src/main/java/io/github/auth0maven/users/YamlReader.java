package io.github.auth0maven.users;

import io.github.auth0maven.users.YamlNodes.Mapping;
import io.github.auth0maven.users.YamlNodes.Member;
import io.github.auth0maven.users.YamlNodes.Node;
import io.github.auth0maven.users.YamlNodes.Scalar;
import io.github.auth0maven.users.YamlNodes.Sequence;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Reads a list of users in YAML 1.2. Without quotes, a value is a number, {@code true} or {@code false} only if it is one in
 * JSON, and never where Auth0's schema wants a text.
 */
final class YamlReader implements UserReader {

    private static final Set<String> NULLS = Set.of("", "~", "null");

    private final ByteSource bytes;
    private final UserCount count;
    private final YamlEvents events;
    private final YamlNodes nodes;
    private final UserWriter writer;
    private boolean begun;
    private boolean ended;

    YamlReader(String file, ByteSource bytes, UserCount count) {
        this.bytes = bytes;
        this.count = count;
        events = new YamlEvents(file, bytes, count);
        nodes = new YamlNodes(events);
        writer = new UserWriter(UserWriter.linesOf(file));
    }

    @Override
    public boolean next() throws IOException {
        if (!begun) {
            begin();
            begun = true;
        }
        if (ended) {
            return false;
        }
        events.userBegins();
        Event event = events.next();
        if (event.getEventId() == Event.ID.SequenceEnd) {
            end();
            return false;
        }
        if (!(nodes.user(event) instanceof Mapping mapping)) {
            throw events.malformed(
                    YamlNodes.place(event),
                    "not a list of users: expected a user, which is a mapping such as \"- email: jane@example.com\","
                            + " found " + found(event));
        }
        writer.begin(count.take());
        write(mapping, "", 1);
        writer.finish();
        return true;
    }

    @Override
    public User user() {
        return writer.user();
    }

    @Override
    public Fingerprint fingerprint() {
        return bytes.pass().fingerprint();
    }

    @Override
    public FileForm form() {
        return new FileForm(UsersFormat.YAML, Optional.empty());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void begin() throws IOException {
        events.userBegins();
        events.next();
        Event document = events.next();
        Event list = document.getEventId() == Event.ID.StreamEnd ? document : events.next();
        boolean empty = list.getEventId() == Event.ID.StreamEnd
                || (list instanceof ScalarEvent scalar && scalar.isPlain() && NULLS.contains(scalar.getValue()));
        if (empty) {
            throw events.malformed(
                    YamlNodes.place(list),
                    "the file is empty; it must hold a list of users, such as \"- email: jane@example.com\"");
        }
        if (list.getEventId() != Event.ID.SequenceStart) {
            throw events.malformed(
                    YamlNodes.place(list),
                    "not a list of users: expected a list, found " + found(list)
                            + (list.getEventId() == Event.ID.MappingStart
                                    ? "; put a dash before each user: \"- email: jane@example.com\""
                                    : ""));
        }
    }

    private void end() throws IOException {
        ended = true;
        events.next();
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw events.malformed(
                    YamlNodes.place(next), "another YAML document begins here; put all users into one list");
        }
    }

    /**
     * Writes a value.
     *
     * @param path its names, joined by dots
     */
    private void write(Node node, String path, int depth) throws UsersFileException {
        if (depth > Tokenizer.MAX_DEPTH) {
            throw events.malformed(node.place(), "nested more than " + Tokenizer.MAX_DEPTH + " levels deep");
        }
        if (node instanceof Scalar scalar) {
            write(scalar, AttributeTypes.of(path));
        } else if (node instanceof Sequence sequence) {
            writer.open('[', sequence.place());
            for (Node item : sequence.items()) {
                write(item, path, depth + 1);
            }
            writer.close(']');
        } else {
            Mapping mapping = (Mapping) node;
            writer.open('{', mapping.place());
            for (Member member : mapping.members()) {
                String name = member.name().text();
                writer.name(name, member.name().place());
                write(member.value(), path.isEmpty() ? name : path + "." + name, depth + 1);
            }
            writer.close('}');
        }
    }

    private void write(Scalar scalar, AttributeTypes.Type type) throws UsersFileException {
        String text = scalar.text();
        if (scalar.plain() && NULLS.contains(text)) {
            writer.literal("null", scalar.place());
        } else if (scalar.plain()
                && type != AttributeTypes.Type.TEXT
                && (text.equals("true") || text.equals("false") || Escapes.isNumber(text))) {
            writer.literal(text, scalar.place());
        } else {
            writer.text(text, scalar.place());
        }
    }

    private static String found(Event event) {
        return switch (event.getEventId()) {
            case SequenceStart -> "a list";
            case MappingStart -> "a mapping";
            case Alias -> "an alias";
            default -> "a text";
        };
    }
}
