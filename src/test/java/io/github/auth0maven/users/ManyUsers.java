package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A list of many users, written with a note of where each of them is.
 *
 * @param text all of it, a byte-order mark included
 * @param positions where each user begins, counted in characters while writing
 * @param ends the index of the byte after each user
 * @param compact each user without white space
 */
record ManyUsers(String text, List<Position> positions, List<Integer> ends, List<String> compact) {

    private static final String[] BREAKS = {"", " ", "\n", "\r\n", "\n\n\t", " \r\n "};
    private static final String[] TEXTS = {"jane", "Zoë", "日本語", "😀", "a,b", "{", "12345678 12345678", "\\n", "\\\\"};

    /** As many users as fit into this number of bytes, and white space for the rest. */
    static ManyUsers of(int size, long seed) {
        Random random = new Random(seed);
        StringBuilder all = new StringBuilder("\uFEFF[");
        List<Position> positions = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<String> compact = new ArrayList<>();
        int bytes = 4;
        Place place = new Place(1, 2);
        while (true) {
            int index = positions.size();
            String text = TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
            String value = text.repeat(random.nextInt(12));
            String before = (index == 0 ? "" : ",") + BREAKS[random.nextInt(BREAKS.length)];
            String space = BREAKS[random.nextInt(BREAKS.length)];
            String user = "{\"é" + text + "\":" + space + '"' + value + "\"," + space + "\"n\":[" + index + "," + space
                    + "true]" + space + "}";
            bytes += (before + user).getBytes(UTF_8).length;
            if (bytes + 1 > size) {
                bytes -= (before + user).getBytes(UTF_8).length;
                break;
            }
            place = place.after(before);
            positions.add(new Position("users.json", index, place.line(), place.column()));
            place = place.after(user);
            ends.add(bytes);
            compact.add("{\"é" + text + "\":\"" + value + "\",\"n\":[" + index + ",true]}");
            all.append(before).append(user);
        }
        all.append(" ".repeat(size - bytes - 1)).append(']');
        return new ManyUsers(all.toString(), positions, ends, compact);
    }

    byte[] document() {
        return text.getBytes(UTF_8);
    }

    private record Place(long line, long column) {

        Place after(String text) {
            long lines = text.chars().filter(c -> c == '\n').count();
            long characters = text.codePointCount(text.lastIndexOf('\n') + 1, text.length());
            return new Place(line + lines, lines == 0 ? column + characters : 1 + characters);
        }
    }
}
