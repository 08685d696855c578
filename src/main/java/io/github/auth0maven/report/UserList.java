package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of users in a file that is whole at every moment, even if this process is killed: a kill may cut any write
 * in two, so the file is never written to, but replaced.
 *
 * <p>Users are added to a draft, which takes the file's place when it is shown. The file before it becomes the next draft, and is
 * caught up with first: each user is written twice, however long the list.
 */
final class UserList implements Closeable {

    private final Path file;
    private final ListForm form;
    private Path draft;
    private Path otherDraft;
    /** Bytes of the users that are shown, without the end; 0 if there are none. */
    private long shown;
    /** Bytes of them that the draft has, if there is one. */
    private long drafted;
    /** Bytes of the users that are shown and of those that have been added. */
    private long length;
    /** How many users have been added. */
    private long users;
    /** The line that the last of them ends on. */
    private long line = 1;
    /** Where to add to the draft; nothing if all is shown. */
    private @Nullable OutputStream out;

    UserList(Path file, ListForm form) {
        this.file = file;
        this.form = form;
        draft = drafts(file).get(0);
        otherDraft = drafts(file).get(1);
    }

    /** The files in which a list is drafted; nothing but a kill leaves them behind. */
    static List<Path> drafts(Path file) {
        return List.of(file.resolveSibling(file.getFileName() + ".1"), file.resolveSibling(file.getFileName() + ".2"));
    }

    /**
     * Takes a user; the file has it once it is shown.
     *
     * @return the line that it begins on, from 1
     */
    long add(byte[] user) throws IOException {
        if (out == null) {
            out = openDraft();
        }
        byte[] before = (users == 0 ? form.beginning() : form.between()).getBytes(UTF_8);
        out.write(before);
        out.write(user);
        length += before.length + user.length;
        users++;
        long begins = line + lineEnds(before);
        line = begins + lineEnds(user);
        return begins;
    }

    private static int lineEnds(byte[] bytes) {
        int ends = 0;
        for (byte b : bytes) {
            ends += b == '\n' ? 1 : 0;
        }
        return ends;
    }

    /** Shows the users that have been added. */
    void show() throws IOException {
        if (out == null) {
            return;
        }
        try (OutputStream list = out) {
            out = null;
            list.write(form.end().getBytes(UTF_8));
        }
        if (shown > 0) {
            keep();
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        drafted = shown;
        shown = length;
        Path replaced = otherDraft;
        otherDraft = draft;
        draft = replaced;
    }

    /** Leaves nothing but the file, as it has been shown last. */
    @Override
    public void close() throws IOException {
        try {
            if (out != null) {
                out.close();
                out = null;
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Opens the draft after the users that are shown, which it is given if it lacks them. */
    private OutputStream openDraft() throws IOException {
        long has = Files.exists(draft) ? drafted : 0;
        RandomAccessFile opened = has == 0 ? OwnerOnly.create(draft) : OwnerOnly.open(draft);
        OutputStream bytes = new FileOutputStream(opened.getFD());
        try {
            if (shown > 0) {
                opened.seek(has);
                try (InputStream users = new FileInputStream(file.toFile())) {
                    users.skipNBytes(has);
                    users.transferTo(bytes);
                }
                opened.seek(shown);
            }
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
        return new BufferedOutputStream(bytes, 1 << 16);
    }

    /** Lets the file live on under another name, to be the next draft; where that cannot be, the next is a copy. */
    private void keep() throws IOException {
        Files.deleteIfExists(otherDraft);
        try {
            Files.createLink(otherDraft, file);
        } catch (FileSystemException | UnsupportedOperationException e) {
            // as on file systems without links
        }
    }
}
