package io.github.auth0maven.batch;

import io.github.auth0maven.users.Position;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An import file: a JSON array of users, made for one import job, with each user's place in the users file. */
public final class Batch {

    private final byte[] content;
    private final List<Entry> entries;

    /**
     * A user in a batch.
     *
     * @param position where the user stands in the users file
     * @param from where the user's JSON begins in the batch's content
     * @param to where it ends, exclusive
     * @param ofSource how many of its bytes, before the closing brace, are in the users file
     * @param record the user as a record of the users file, where that is CSV
     */
    record Entry(Position position, int from, int to, int ofSource, Optional<String> record) {
        Entry at(int start) {
            return new Entry(position, start, start + to - from, ofSource, record);
        }

        /** Never the record. */
        @Override
        public String toString() {
            return "Entry[" + position + "]";
        }
    }

    Batch(byte[] content, List<Entry> entries) {
        this.content = content;
        this.entries = List.copyOf(entries);
    }

    /** The number of users. */
    public int users() {
        return entries.size();
    }

    /** The size of the import file in bytes. */
    public int size() {
        return content.length;
    }

    /** The import file. Not a copy: to be read only. */
    public byte[] content() {
        return content;
    }

    /** Where this user, counted from 0 in this batch, stands in the users file. */
    public Position position(int user) {
        return entries.get(user).position();
    }

    /** This user's JSON, as it is sent. */
    public byte[] user(int user) {
        Entry entry = entries.get(user);
        return Arrays.copyOfRange(content, entry.from(), entry.to());
    }

    /** This user's JSON, as it is in the users file: without what has been added to it. */
    public byte[] source(int user) {
        Entry entry = entries.get(user);
        byte[] source = Arrays.copyOfRange(content, entry.from(), entry.from() + entry.ofSource() + 1);
        source[entry.ofSource()] = '}';
        return source;
    }

    /** This user as a record of the users file, where that is CSV. */
    public Optional<String> record(int user) {
        return entries.get(user).record();
    }

    /** The same users in two batches, or in one if it is only one user. */
    public List<Batch> halves() {
        if (users() < 2) {
            return List.of(this);
        }
        int middle = users() / 2;
        return List.of(part(0, middle), part(middle, users()));
    }

    private Batch part(int first, int end) {
        int from = entries.get(first).from();
        int to = entries.get(end - 1).to();
        byte[] part = new byte[to - from + 2];
        part[0] = '[';
        System.arraycopy(content, from, part, 1, to - from);
        part[part.length - 1] = ']';
        List<Entry> shifted = entries.subList(first, end).stream()
                .map(entry -> entry.at(entry.from() - from + 1))
                .toList();
        return new Batch(part, shifted);
    }

    /** Never the users: they may hold secrets. */
    @Override
    public String toString() {
        return "Batch[" + users() + " users from " + position(0) + ", " + size() + " bytes]";
    }
}
