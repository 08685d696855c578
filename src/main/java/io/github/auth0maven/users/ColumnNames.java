package io.github.auth0maven.users;

import io.github.auth0maven.users.CsvRecords.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the names in the header of a CSV file: Auth0's own, also where their case, a hyphen or a space is another, and those that
 * the project has given a meaning.
 */
final class ColumnNames {

    private static final Pattern STEP = Pattern.compile("(?s)(.+?)((?:\\[[0-9]{1,9}])*)");
    private static final Pattern ITEM = Pattern.compile("\\[([0-9]+)]");
    private static final List<String> METADATA = List.of("app_metadata", "user_metadata");
    private static final Map<String, String> NEAR_MISSES = Stream.concat(
                    AttributeTypes.PATHS.stream(), Stream.of(HashReading.PASSWORD))
            .collect(Collectors.toUnmodifiableMap(path -> plain(own(path)), path -> path));

    private final UserWriter.Origin origin;
    private final Map<String, String> given = new HashMap<>();
    private final boolean passwords;

    /**
     * @param columns the meanings of names that are not Auth0's
     * @param passwords whether there may be one for passwords, or for hashes as their sources wrote them
     */
    ColumnNames(UserWriter.Origin origin, Map<String, String> columns, boolean passwords) {
        this.origin = origin;
        this.passwords = passwords;
        columns.forEach((name, meaning) -> given.put(plain(name), meaning.strip()));
    }

    /** Whether this is, or stands for, the name of something that Auth0 knows. */
    boolean isKnown(String name) {
        String meaning = given.getOrDefault(plain(name), name);
        String root = meaning.strip().split("[.:\\[]", 2)[0];
        return given.containsKey(plain(name)) || NEAR_MISSES.containsKey(plain(root));
    }

    /** Whether a user has a place for what a column of this name holds. */
    boolean hasPlace(ColumnName name) {
        return name.isKnown() || (passwords && name.path().equals(HashReading.PASSWORD));
    }

    /**
     * What a column is meant for; nothing if it is left out.
     *
     * @throws UsersFileException if the cell holds no name
     */
    Optional<ColumnName> read(Cell cell) throws UsersFileException {
        String name = given.getOrDefault(plain(cell.text()), cell.text().strip());
        if (name.isEmpty() && !cell.isEmpty()) {
            return Optional.empty();
        }
        int colon = name.lastIndexOf(':');
        List<String> steps = nearest(steps(colon < 0 ? name : name.substring(0, colon)));
        if (steps.isEmpty()) {
            String found = EscapedText.text(cell.text());
            throw malformed(cell, "a column must have a name, such as email or user_metadata.plan, found " + found);
        }
        AttributeTypes.Type wanted = AttributeTypes.of(ColumnName.form(steps).replace("[]", ""));
        ColumnType type = ColumnType.of(wanted);
        if (colon < 0) {
            return Optional.of(new ColumnName(steps, type, false));
        }
        return Optional.of(new ColumnName(steps, said(cell, name.substring(colon + 1), type), true));
    }

    private ColumnType said(Cell cell, String word, ColumnType wanted) throws UsersFileException {
        Optional<ColumnType> said = ColumnType.said(word);
        if (said.isEmpty()) {
            String remedy = " is no type: number, boolean, json, list or text. If the colon belongs to the name, write "
                    + EscapedText.text(cell.text() + ":text");
            throw malformed(cell, "what follows the colon of " + EscapedText.text(cell.text()) + remedy);
        }
        if (wanted != ColumnType.ANY && wanted != said.get()) {
            String remedy = " is " + wanted + " for Auth0; leave out \":" + said.get() + "\"";
            throw malformed(cell, "the type of " + EscapedText.text(cell.text()) + remedy);
        }
        return said.get();
    }

    /** The steps of a path; none if it is no path. */
    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches() || part.isBlank()) {
                return List.of();
            }
            steps.add(step.group(1));
            Matcher item = ITEM.matcher(step.group(2));
            while (item.find()) {
                steps.add("[" + Integer.parseInt(item.group(1)) + "]");
            }
        }
        return steps;
    }

    private static List<String> own(String path) {
        return steps(path.replace("[]", "[0]"));
    }

    /** The steps as Auth0 writes them, if they are near enough to such. */
    private static List<String> nearest(List<String> steps) {
        List<String> nearest = new ArrayList<>(steps);
        if (!steps.isEmpty()) {
            String root = NEAR_MISSES.getOrDefault(plain(steps.get(0)), "");
            String all = NEAR_MISSES.get(plain(steps));
            if (METADATA.contains(root)) {
                nearest.set(0, root);
            } else if (all != null) {
                List<String> own = own(all);
                for (int i = 0; i < own.size(); i++) {
                    nearest.set(i, ColumnName.isItem(own.get(i)) ? steps.get(i) : own.get(i));
                }
            }
        }
        return nearest;
    }

    private static String plain(List<String> steps) {
        return steps.stream()
                .map(step -> ColumnName.isItem(step) ? "[]" : plain(step))
                .collect(Collectors.joining("."));
    }

    /** The letters and digits of a name alone, in lower case. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private UsersFileException malformed(Cell cell, String problem) {
        return new UsersFileException(origin.of(cell.place(), 0), problem);
    }
}
