package io.github.auth0maven.imports;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.Packing;
import io.github.auth0maven.report.Inputs;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UserSource;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.Violations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges users, and counts what an import of the valid ones sends, to the job and the byte.
 *
 * <p>It counts as the users are judged, without another pass, unless there are duplicates: that these are invalid is known only
 * after the last user.
 */
public final class Assessment {

    private final UserSource source;
    private final RootAttributes attributes;
    private final int capacity;
    private byte[] written = new byte[0];
    private Packing packing;
    private List<InFile> files = new ArrayList<>();

    /**
     * What an import sends of a file.
     *
     * @param bytes of the valid users
     */
    public record InFile(long users, long valid, long bytes) {

        /** Of a file without users. */
        public static final InFile NOTHING = new InFile(0, 0, 0);

        private InFile plus(long size) {
            return new InFile(users + 1, size > 0 ? valid + 1 : valid, bytes + size);
        }
    }

    /**
     * What an import sends.
     *
     * @param bytes of the import files of all jobs
     * @param fill how much of what the jobs can take is used, from 0 to 1
     */
    public record Load(long users, long jobs, long bytes, double fill) {}

    /**
     * @param attributes that users get who lack them
     * @param capacity the size of the largest import file, in bytes
     */
    public Assessment(UserSource source, RootAttributes attributes, int capacity) {
        this.source = source;
        this.attributes = attributes;
        this.capacity = capacity;
        packing = new Packing(capacity);
    }

    /** Judges the users, as {@link FileJudge#judge(UserSource, Violations)} does. */
    public Judgement judge(FileJudge judge, Violations sink) throws IOException {
        Judgement judgement = judge.judge(source, sink, this::count);
        if (packing.users() != judgement.validUsers()) {
            countAgain(judgement);
        }
        return judgement;
    }

    /**
     * Judges what was left out before, as {@link FileJudge#onceConnected} says.
     *
     * @param before what was found then
     * @return what was found in both passes
     */
    public Judgement judgeRest(Judgement before, FileJudge judge, Violations sink) throws IOException {
        Judgement judgement = before.and(judge.judge(source, sink));
        if (packing.users() != judgement.validUsers()) {
            countAgain(judgement);
        }
        return judgement;
    }

    /** What there is to send. */
    public Load load() {
        return new Load(packing.users(), packing.batches(), packing.bytes(), packing.fill());
    }

    /** What there is to send of a file, given by its number from 0. */
    public InFile of(int file) {
        return file < files.size() ? files.get(file) : InFile.NOTHING;
    }

    /** The same for the report, of each file and of all. */
    public Inputs inputs() {
        List<String> names = source.names();
        List<Inputs.Input> read = new ArrayList<>();
        for (int file = 0; file < names.size(); file++) {
            InFile counted = of(file);
            read.add(new Inputs.Input(names.get(file), counted.users(), counted.valid(), counted.bytes()));
        }
        return new Inputs(read, packing.batches(), packing.bytes(), packing.fill());
    }

    private void countAgain(Judgement judgement) throws IOException {
        packing = new Packing(capacity);
        files = new ArrayList<>();
        try (UserReader users = source.openUnchanged(judgement.fingerprint())) {
            while (users.next()) {
                User user = users.user();
                boolean valid = !judgement.invalid().contains(user.index());
                count(user, users.file(), user.compactSize(), valid);
            }
        }
    }

    private void count(User user, int file, int compactSize, boolean valid) {
        while (file >= files.size()) {
            files.add(InFile.NOTHING);
        }
        int size = valid ? sizeOf(user, compactSize) : 0;
        files.set(file, files.get(file).plus(size));
        if (valid) {
            packing.add(size);
        }
    }

    /** The size of the user as it is sent. */
    private int sizeOf(User user, int compactSize) {
        if (attributes.isEmpty()) {
            return compactSize;
        }
        WithRootAttributes form = new WithRootAttributes(attributes);
        int largest = form.largest(user);
        if (written.length < largest) {
            written = new byte[largest + largest / 2];
        }
        return form.write(user, written, 0);
    }
}
