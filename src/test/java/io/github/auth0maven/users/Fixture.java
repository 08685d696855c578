package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documents of malformed.txt: each on a line of its own, and what is said of it on the next. */
final class Fixture {

    private static final String FAULT = "▲";
    private static final Pattern BYTES = Pattern.compile("<([0-9A-F]{2}(?: [0-9A-F]{2})*)>");

    private Fixture() {}

    /**
     * A document that is malformed.
     *
     * @param written as in the fixture: bytes in hexadecimal between angle brackets, and a mark at the fault
     * @param problem what is to be said of it
     */
    record Malformed(String written, String problem) {

        byte[] document() {
            return bytes(written.replace(FAULT, ""));
        }

        /** The place of the mark, counted in the characters before it. */
        Position position() {
            String before = new String(bytes(written.substring(0, written.indexOf(FAULT))), UTF_8);
            if (before.startsWith("\uFEFF")) {
                before = before.substring(1);
            }
            long line = 1 + before.chars().filter(c -> c == '\n').count();
            String onLine = before.substring(before.lastIndexOf('\n') + 1);
            return new Position("users.json", -1, line, 1 + onLine.codePoints().count());
        }

        @Override
        public String toString() {
            return written;
        }
    }

    static List<Malformed> malformed() {
        List<String> lines;
        try (InputStream in = Fixture.class.getResourceAsStream("malformed.txt")) {
            lines = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("; "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Malformed> malformed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            malformed.add(new Malformed(lines.get(i), lines.get(i + 1)));
        }
        return malformed;
    }

    private static byte[] bytes(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = BYTES.matcher(written);
        int done = 0;
        while (matcher.find()) {
            bytes.writeBytes(written.substring(done, matcher.start()).getBytes(UTF_8));
            bytes.writeBytes(HexFormat.ofDelimiter(" ").parseHex(matcher.group(1)));
            done = matcher.end();
        }
        bytes.writeBytes(written.substring(done).getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
