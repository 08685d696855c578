package io.github.auth0maven.exports;

import io.github.auth0maven.users.CsvOptions;
import io.github.auth0maven.users.ExportOptions;
import io.github.auth0maven.users.GzipLimits;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.users.UsersFormat;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The file of an export job as it was fetched: gzipped, or it is none. */
public record FetchedFile(Path path, ExportJob job) {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;

    /** Reads its users. */
    public UserReader open(ExportOptions options) throws IOException {
        refuseUnlessGzipped();
        UsersFile file = new UsersFile(path, name());
        return new UsersFiles(
                        List.of(file),
                        new ReadingOptions(
                                UsersFormat.NDJSON,
                                options,
                                Optional.empty(),
                                GzipLimits.DEFAULT,
                                CsvOptions.DEFAULT,
                                Optional.empty()))
                .open();
    }

    /** Its bytes, unpacked. */
    InputStream unpacked() throws IOException {
        refuseUnlessGzipped();
        InputStream packed = Files.newInputStream(path);
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (IOException e) {
            packed.close();
            throw explained(e);
        }
    }

    /** Reads some of them. */
    int read(InputStream unpacked, byte[] buffer) throws IOException {
        try {
            return unpacked.read(buffer);
        } catch (EOFException | ZipException e) {
            throw explained(e);
        }
    }

    private IOException explained(IOException e) {
        if (e instanceof EOFException) {
            return new ExportException(name() + " is cut off; export again");
        }
        return e instanceof ZipException ? new ExportException(name() + " is damaged; export again") : e;
    }

    private void refuseUnlessGzipped() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            if (in.read() != MAGIC_1 || in.read() != MAGIC_2) {
                throw new ExportException(name()
                        + " is not gzipped, as Auth0's are: something else was answered in its place; export again");
            }
        }
    }

    /** What messages call it. */
    private String name() {
        return "The file of the export job " + job.id();
    }
}
