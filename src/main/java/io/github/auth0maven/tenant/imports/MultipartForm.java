package io.github.auth0maven.tenant.imports;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a multipart/form-data body (RFC 7578), found in place and not copied. */
final class MultipartForm {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)^multipart/form-data;.*\\bboundary=(?:\"([^\"]{1,70})\"|([^\";,\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=(?:\"([^\"]*)\"|([^\";\\s]+))");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename\\*?=");
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] body;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private MultipartForm(byte[] body) {
        this.body = body;
    }

    /** Takes a body apart; empty if it is not what its content type says. */
    static Optional<MultipartForm> read(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Optional.empty();
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        MultipartForm form = new MultipartForm(body);
        return form.readParts(("--" + text).getBytes(StandardCharsets.ISO_8859_1))
                ? Optional.of(form)
                : Optional.empty();
    }

    /** The text of a part; of parts with the same name the first counts. */
    Optional<String> text(String name) {
        return Optional.ofNullable(parts.get(name))
                .map(part -> new String(body, part.from(), part.to() - part.from(), StandardCharsets.UTF_8));
    }

    /** A part with a file name; a part without one is a text field, not a file [I]. */
    Optional<UsersFile> file(String name) {
        return Optional.ofNullable(parts.get(name))
                .filter(Part::isFile)
                .map(part -> new UsersFile(body, part.from(), part.to()));
    }

    private boolean readParts(byte[] delimiter) {
        int at = startsWith(delimiter, 0) ? 0 : find(lineBefore(delimiter), 0) + 2;
        if (at == 1) {
            return false;
        }
        byte[] nextDelimiter = lineBefore(delimiter);
        while (true) {
            int after = at + delimiter.length;
            if (startsWith(new byte[] {'-', '-'}, after)) {
                return true;
            }
            int headersEnd = find(END_OF_HEADERS, after);
            int partEnd = headersEnd < 0 ? -1 : find(nextDelimiter, headersEnd + 2);
            if (partEnd < 0 || !startsWith(new byte[] {'\r', '\n'}, after)) {
                return false;
            }
            String headers = new String(body, after, headersEnd - after, StandardCharsets.UTF_8);
            add(headers, Math.min(headersEnd + END_OF_HEADERS.length, partEnd), partEnd);
            at = partEnd + 2;
        }
    }

    private void add(String headers, int from, int to) {
        for (String header : headers.split("\r\n", -1)) {
            Matcher name = NAME.matcher(header);
            if (header.regionMatches(true, 0, "Content-Disposition:", 0, 20) && name.find()) {
                boolean isFile = FILE_NAME.matcher(header).find();
                parts.putIfAbsent(name.group(1) == null ? name.group(2) : name.group(1), new Part(isFile, from, to));
            }
        }
    }

    private static byte[] lineBefore(byte[] delimiter) {
        byte[] line = new byte[delimiter.length + 2];
        line[0] = '\r';
        line[1] = '\n';
        System.arraycopy(delimiter, 0, line, 2, delimiter.length);
        return line;
    }

    private int find(byte[] wanted, int from) {
        for (int at = from; at + wanted.length <= body.length; at++) {
            if (startsWith(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean startsWith(byte[] wanted, int at) {
        if (at + wanted.length > body.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (body[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where a part's content stands in the body. */
    private record Part(boolean isFile, int from, int to) {}
}
