package io.github.auth0maven.users;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** What the YAML parser finds in a file, its failures told as ours. */
final class YamlEvents {

    /** The time for a long text grows with the square of its length, divided by this. */
    private static final int BUFFER = 1 << 17;

    /** What the parser quotes of the file, which may be a secret; a token's kind in {@code <>} or one character is none. */
    private static final Pattern QUOTED =
            Pattern.compile("(?s), but (?:found|got):? (?!'?<[a-z ]+>'?$|'?.'?(?:\\([^)]*\\))?$).*"
                    + "|(?<=tag handle|version|UTF-8)\\b:? .*");

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(BUFFER)
            .build();

    private final String file;
    private final UserCount count;
    private final Utf8Reader reader;
    private final Iterator<Event> events;
    private long place = UserWriter.place(1, 1);

    YamlEvents(String file, ByteSource bytes, UserCount count) {
        this.file = file;
        this.count = count;
        reader = new Utf8Reader(file, bytes, count, StreamReader::isPrintable);
        events = new Parse(SETTINGS).parseReader(reader).iterator();
    }

    /** Another user begins. */
    void userBegins() {
        reader.userBegins();
    }

    /** The next event; the last is the end of the stream. */
    Event next() throws IOException {
        try {
            Event event = events.next();
            place = YamlNodes.place(event);
            return event;
        } catch (YamlEngineException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw failure(e);
        } catch (IllegalArgumentException e) {
            // the parser reads the digits of "\\u", and makes a character of them, before it looks at either
            throw malformed(
                    place,
                    "not YAML: after here, an escape such as \\u00e9 in double quotes is cut off, or no character");
        }
    }

    UsersFileException malformed(long place, String problem) {
        return new UsersFileException(UserWriter.linesOf(file).of(place, count.next()), problem);
    }

    private UsersFileException failure(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked) {
            Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
            String context = marked.getContext() == null ? "" : " " + marked.getContext();
            String problem = QUOTED.matcher(marked.getProblem()).replaceFirst("");
            return malformed(mark.map(YamlNodes::place).orElse(place), "not YAML: " + problem + context);
        }
        return malformed(place, "not YAML: what follows here cannot be understood");
    }
}
