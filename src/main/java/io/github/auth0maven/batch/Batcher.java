package io.github.auth0maven.batch;

import io.github.auth0maven.batch.Batch.Entry;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Packs users, in the order they come, into batches: each takes users as long as the next one fits. */
public final class Batcher {

    static final int BRACKETS = 2;
    static final int COMMA = 1;

    private final UserReader users;
    private final UserForm form;
    private final int capacity;
    private final Cuts cuts;

    private byte[] content;
    private int size = 1;
    private List<Entry> entries = new ArrayList<>();
    private boolean more = true;

    /** Where one batch has to end and another begin, besides where one is full. */
    public interface Cuts {

        /** No such places. */
        Cuts NONE = (previous, next) -> false;

        /** Whether these two users, who follow each other, are in different batches; both are told by their index. */
        boolean parts(long previous, long next);
    }

    /**
     * @param capacity the size of the largest import file, in bytes, brackets included
     */
    public Batcher(UserReader users, UserForm form, int capacity) {
        this(users, form, capacity, Cuts.NONE);
    }

    /**
     * @param capacity the size of the largest import file, in bytes, brackets included
     */
    public Batcher(UserReader users, UserForm form, int capacity, Cuts cuts) {
        this.cuts = cuts;
        this.users = users;
        this.form = form;
        this.capacity = capacity;
        content = new byte[capacity + capacity / 8];
        content[0] = '[';
    }

    /**
     * Packs the next batch.
     *
     * @return nothing when all users are packed
     * @throws IOException if the users cannot be read
     */
    public Optional<Batch> next() throws IOException {
        while (more) {
            more = users.next();
            if (!more) {
                break;
            }
            Entry entry = write();
            if (entry.to() + 1 > capacity || isCutBefore(entry)) {
                return Optional.of(fullBatch(entry));
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Batch rest = batch();
        entries = new ArrayList<>();
        return Optional.of(rest);
    }

    private boolean isCutBefore(Entry entry) {
        return !entries.isEmpty()
                && cuts.parts(
                        entries.get(entries.size() - 1).position().index(),
                        entry.position().index());
    }

    private Entry write() {
        int from = entries.isEmpty() ? size : size + COMMA;
        int needed = from + form.largest(users.user()) + 1;
        if (needed > content.length) {
            content = Arrays.copyOf(content, needed);
        }
        content[from - 1] = (byte) (entries.isEmpty() ? '[' : ',');
        int to = form.write(users.user(), content, from);
        Position position = users.user().position();
        if (to - from + BRACKETS > capacity) {
            throw new IllegalStateException(position + " is too large for any batch: it should have been left out");
        }
        size = to;
        return new Entry(position, from, to, form.ofSource(users.user(), to - from), users.record());
    }

    /** The batch without this user, who does not fit and becomes the first of the next one. */
    private Batch fullBatch(Entry excess) {
        Batch full = batch();
        int length = excess.to() - excess.from();
        System.arraycopy(content, excess.from(), content, 1, length);
        entries = new ArrayList<>();
        entries.add(excess.at(1));
        size = 1 + length;
        return full;
    }

    private Batch batch() {
        int end = entries.get(entries.size() - 1).to();
        byte[] file = Arrays.copyOf(content, end + 1);
        file[0] = '[';
        file[end] = ']';
        return new Batch(file, entries);
    }
}
