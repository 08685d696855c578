package io.github.auth0maven.validation;

import static io.github.auth0maven.validation.Identifiers.identifier;
import static io.github.auth0maven.validation.Identifiers.user;

import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs of users that seem to have the same identifier. They are told with their places after two more passes over the file:
 * one, in the order of the first user of each pair, takes that user's place; the other, in the order of the second, tells of
 * the pair. Both sort the pairs by ranges of users, so that there may be any number of them.
 */
final class Duplicates implements Closeable {

    private static final Names NAMES = Names.of(UserValidator.ATTRIBUTES);

    /** Of a number of 64 bits in a record. */
    private static final int NUMBER = 2;
    /** The first of a pair, and the second. */
    private static final int PAIR = 2 * NUMBER;
    /** The second of a pair, and of the first the file and the line in one, the column, and the check. */
    private static final int PLACED = 4 * NUMBER;

    /** A line takes so many bits beside its file: more lines would be terabytes. */
    private static final int LINE_BITS = 40;

    private static final long LINE = (1L << LINE_BITS) - 1;

    private final TextHash check;
    private final long users;
    private final RepeatedIdentifiers repeated;
    private final Spill pairs;
    private final Spill placed;
    private final Text text = new Text();
    private final List<String> files = new ArrayList<>();
    private int lastFile;
    private long count;

    Duplicates(Path directory, Comparison comparison, long users, RepeatedIdentifiers repeated) {
        check = comparison.check();
        this.users = users;
        this.repeated = repeated;
        pairs = new Spill(directory, PAIR, comparison.numbersInMemory());
        placed = new Spill(directory, PLACED, comparison.numbersInMemory());
    }

    /** Adds a pair, given by the references to their identifier. */
    void add(long first, long second) throws IOException {
        int range = rangeOf(user(first));
        int[] pair = pairs.add(range);
        int at = pairs.at(range);
        Spill.put(pair, at, first);
        Spill.put(pair, at + NUMBER, second);
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Tells of the duplicates in the order of the file.
     *
     * @param judged what the file was when the identifiers were taken from it
     * @param invalid gets the users that are not the first with an identifier that must be unique
     */
    void tell(UserSource source, Fingerprint judged, InvalidUsers invalid, Violations sink) throws IOException {
        try (UserReader reader = source.openUnchanged(judged)) {
            for (int range = 0; range < Tuning.PARTITIONS; range++) {
                place(Sorted.of(pairs, range, PAIR), reader);
            }
        }
        try (UserReader reader = source.openUnchanged(judged)) {
            for (int range = 0; range < Tuning.PARTITIONS; range++) {
                tell(Sorted.of(placed, range, PLACED), reader, invalid, sink);
            }
        }
    }

    private void tell(Sorted sorted, UserReader reader, InvalidUsers invalid, Violations sink) throws IOException {
        for (int i = 0; i < sorted.size(); ) {
            User user = goTo(user(sorted.number(i, 0)), reader);
            repeated.begin(user);
            i = find(sorted, i, user);
            if (!repeated.end(sink)) {
                invalid.add(user.index());
            }
        }
    }

    private void place(Sorted sorted, UserReader reader) throws IOException {
        for (int i = 0; i < sorted.size(); i++) {
            long first = sorted.number(i, 0);
            long second = sorted.number(i, 1);
            User user = goTo(user(first), reader);
            Position position = user.position();
            int range = rangeOf(user(second));
            int[] record = placed.add(range);
            int at = placed.at(range);
            Spill.put(record, at, second);
            Spill.put(record, at + NUMBER, (long) numberOf(position.file()) << LINE_BITS | position.line());
            Spill.put(record, at + 2 * NUMBER, position.column());
            Spill.put(record, at + 3 * NUMBER, checkOf(user, identifier(first)));
        }
    }

    /** Finds what there is of this user, from {@code from} on, and returns the index of the next user's. */
    private int find(Sorted sorted, int from, User user) {
        int i = from;
        while (i < sorted.size() && user(sorted.number(i, 0)) == user.index()) {
            Identifier identifier = identifier(sorted.number(i, 0));
            if (checkOf(user, identifier) == sorted.number(i, 3)) {
                long place = sorted.number(i, 1);
                String file = files.get((int) (place >>> LINE_BITS));
                Position first = new Position(file, 0, place & LINE, sorted.number(i, 2));
                repeated.add(user, identifier, token(user, identifier), first);
            }
            i++;
        }
        return i;
    }

    /** The number of a file; for most users it is that of the user before. */
    private int numberOf(String file) {
        if (files.isEmpty() || !files.get(lastFile).equals(file)) {
            lastFile = files.indexOf(file);
            if (lastFile < 0) {
                lastFile = files.size();
                files.add(file);
            }
        }
        return lastFile;
    }

    private static User goTo(long index, UserReader reader) throws IOException {
        // Before the first call of next() the reader's user has the index 0 and nothing in it.
        while (reader.user().index() < index || reader.user().writtenSize() == 0) {
            if (!reader.next()) {
                throw new IllegalStateException("the file has no user " + index);
            }
        }
        return reader.user();
    }

    private long checkOf(User user, Identifier identifier) {
        return check.of(identifier, Identifiers.normalized(text, user.json(), identifier, token(user, identifier)));
    }

    private static int token(User user, Identifier identifier) {
        return user.json().member(Json.ROOT, NAMES, identifier.attribute);
    }

    private int rangeOf(long user) {
        return (int) (user * Tuning.PARTITIONS / users);
    }

    @Override
    public void close() throws IOException {
        try (pairs) {
            placed.close();
        }
    }

    /** The records of a partition in the order of the users that their first number belongs to. */
    private static final class Sorted {

        private static final int INDEX_BITS = 31;

        private final int width;
        private final int[] numbers;
        private final long[] order;
        private int filled;

        private Sorted(int records, int width) {
            this.width = width;
            numbers = new int[Math.multiplyExact(records, width)];
            order = new long[records];
        }

        static Sorted of(Spill spill, int partition, int width) throws IOException {
            Sorted sorted = new Sorted(Math.toIntExact(spill.records(partition)), width);
            spill.read(partition, sorted::add);
            sorted.sort();
            return sorted;
        }

        private void add(int[] source, int at) {
            System.arraycopy(source, at, numbers, filled * width, width);
            filled++;
        }

        private void sort() {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < filled; i++) {
                least = Math.min(least, user(Spill.get(numbers, i * width)));
            }
            for (int i = 0; i < filled; i++) {
                order[i] = ((user(Spill.get(numbers, i * width)) - least) << INDEX_BITS) | i;
            }
            Arrays.sort(order);
        }

        int size() {
            return filled;
        }

        long number(int record, int number) {
            int index = (int) (order[record] & (1L << INDEX_BITS) - 1);
            return Spill.get(numbers, index * width + number * NUMBER);
        }
    }
}
