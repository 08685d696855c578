package io.github.auth0maven.users;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Composes the values of a YAML document from a parser's events: aliases get the value of their anchor, and {@code <<} merges. */
final class YamlNodes {

    /** What anchors hold is kept to the end of the file. */
    private static final int MOST_ANCHORED = 1 << 18;

    private static final String MERGE = "<<";
    private static final String TAGS = "tag:yaml.org,2002:";

    private final YamlEvents events;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private int composed;
    private int anchored;

    /** A value, or a name; a value that has aliases is one for all of them. */
    sealed interface Node {

        /** Where it is written. */
        long place();
    }

    /**
     * A scalar.
     *
     * @param plain whether it is written without quotes, so that it may be something else than a text
     */
    record Scalar(String text, boolean plain, long place) implements Node {

        /** Never the text: it may be a hash. */
        @Override
        public String toString() {
            return "Scalar[" + place + "]";
        }
    }

    record Sequence(List<Node> items, long place) implements Node {}

    record Mapping(List<Member> members, long place) implements Node {}

    record Member(Scalar name, Node value) {}

    YamlNodes(YamlEvents events) {
        this.events = events;
    }

    /** Composes the user that begins with this event, which is no end of anything. */
    Node user(Event first) throws IOException {
        composed = 0;
        return node(first, 0);
    }

    static long place(Event event) {
        return event.getStartMark().map(YamlNodes::place).orElse(UserWriter.place(1, 1));
    }

    static long place(Mark mark) {
        return UserWriter.place(mark.getLine() + 1L, mark.getColumn() + 1L);
    }

    private Node node(Event event, int depth) throws IOException {
        long place = place(event);
        count(place);
        if (depth > Tokenizer.MAX_DEPTH) {
            throw events.malformed(place, "nested more than " + Tokenizer.MAX_DEPTH + " levels deep");
        }
        if (event instanceof AliasEvent alias) {
            return anchored(alias, place);
        }
        int before = composed;
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        // while it is being composed, it has no value yet
        anchor.ifPresent(anchors::remove);
        Node node = switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event, place);
            case SequenceStart -> sequence((CollectionStartEvent) event, depth);
            default -> mapping((CollectionStartEvent) event, depth);
        };
        if (anchor.isPresent()) {
            countAnchored(composed - before + 1, place);
            anchors.put(anchor.get(), node);
        }
        return node;
    }

    private Node anchored(AliasEvent alias, long place) throws UsersFileException {
        Node node = anchors.get(alias.getAlias());
        if (node == null) {
            throw events.malformed(
                    place,
                    "the alias " + EscapedText.word(alias.getAlias().getValue())
                            + " has no anchor before it; write it in quotes if it is a text that begins with *");
        }
        return node;
    }

    private void countAnchored(int nodes, long place) throws UsersFileException {
        anchored += nodes;
        if (anchored > MOST_ANCHORED) {
            throw events.malformed(
                    place, "the values with anchors are too many to be kept: more than " + MOST_ANCHORED);
        }
    }

    private void count(long place) throws UsersFileException {
        if (++composed > Json.MAX_TOKENS) {
            throw events.malformed(place, "this user is larger than any that Auth0 takes");
        }
    }

    private Scalar scalar(ScalarEvent event, long place) throws UsersFileException {
        boolean text = isTagged(event.getTag(), "str", place);
        return new Scalar(event.getValue(), event.isPlain() && !text, place);
    }

    private Sequence sequence(CollectionStartEvent start, int depth) throws IOException {
        isTagged(start.getTag(), "seq", place(start));
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(items, place(start));
    }

    private Mapping mapping(CollectionStartEvent start, int depth) throws IOException {
        isTagged(start.getTag(), "map", place(start));
        List<Member> members = new ArrayList<>();
        List<Mapping> merged = new ArrayList<>();
        boolean merges = false;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof Scalar name)) {
                throw events.malformed(place(event), "a name must be a text, found a list or a mapping");
            }
            Node value = node(events.next(), depth + 1);
            if (!name.plain() || !name.text().equals(MERGE)) {
                members.add(new Member(name, value));
            } else if (merges) {
                throw events.malformed(
                        name.place(), "the name \"<<\" stands twice in this mapping; give it a list: <<: [*a, *b]");
            } else {
                merges = true;
                addMerged(value, merged, name.place());
            }
        }
        merge(merged, members);
        return new Mapping(members, place(start));
    }

    private void addMerged(Node value, List<Mapping> merged, long place) throws UsersFileException {
        if (value instanceof Mapping mapping) {
            merged.add(mapping);
            return;
        }
        if (value instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (!(item instanceof Mapping mapping)) {
                    throw notMerged(place);
                }
                merged.add(mapping);
            }
            return;
        }
        throw notMerged(place);
    }

    private UsersFileException notMerged(long place) {
        return events.malformed(place, "\"<<\" merges a mapping, or a list of mappings, into this one: <<: *anchor");
    }

    /** Adds the members whose names are not there yet. */
    private void merge(List<Mapping> merged, List<Member> members) throws UsersFileException {
        if (merged.isEmpty()) {
            return;
        }
        Set<String> names = new HashSet<>();
        members.forEach(member -> names.add(member.name().text()));
        for (Mapping mapping : merged) {
            for (Member member : mapping.members()) {
                count(member.name().place());
                if (names.add(member.name().text())) {
                    members.add(member);
                }
            }
        }
    }

    /** Whether there is a tag, which then is the one that says no more than the node itself. */
    private boolean isTagged(Optional<String> tag, String expected, long place) throws UsersFileException {
        if (tag.isEmpty()) {
            return false;
        }
        if (!tag.get().equals("!") && !tag.get().equals(TAGS + expected)) {
            // a hash without quotes may begin with what makes a tag of it
            String shown = tag.get().replace(TAGS, "!!");
            throw events.malformed(
                    place,
                    (shown.matches("!{1,2}[a-z]{1,12}") ? "the tag " + shown : "the tag here")
                            + " is not understood: leave it out; for a text, write quotes or !!str");
        }
        return true;
    }
}
