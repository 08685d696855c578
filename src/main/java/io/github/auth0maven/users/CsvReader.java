package io.github.auth0maven.users;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.auth0maven.users.CsvRecords.Cell;
import io.github.auth0maven.users.CsvRecords.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads users from CSV (RFC 4180) whose first record names the columns. A name may lead into an object by dots; Auth0's schema
 * says what type a value has, and an empty cell is an attribute that the user lacks.
 */
final class CsvReader implements UserReader {

    private final String file;
    private final ByteSource bytes;
    private final UserCount count;
    private final UserWriter writer;
    private final CsvRecords records = new CsvRecords();
    private final CloseableIterator<Row> rows;
    private @Nullable CsvColumns columns;

    CsvReader(String file, ByteSource bytes, UserCount count) {
        this.file = file;
        this.bytes = bytes;
        this.count = count;
        writer = new UserWriter(UserWriter.linesOf(file));
        rows = de.siegmar.fastcsv.reader.CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(JsonWindow.LARGEST_USER)
                .build(records, new Utf8Reader(file, bytes, count, c -> true))
                .iterator();
    }

    @Override
    public boolean next() throws IOException {
        CsvColumns named = columns == null ? header() : columns;
        columns = named;
        if (!hasNext()) {
            return false;
        }
        Row row = rows.next();
        checkSize(row, named.count());
        named.write(row, count.take());
        return true;
    }

    @Override
    public User user() {
        return writer.user();
    }

    @Override
    public Fingerprint fingerprint() {
        return bytes.pass().fingerprint();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private CsvColumns header() throws IOException {
        if (!hasNext()) {
            throw malformed(
                    UserWriter.place(1, 1),
                    "the file is empty; its first line must name the columns, such as email,given_name");
        }
        List<Cell> header = rows.next().cells();
        String first = header.get(0).text();
        if (header.size() == 1 && (first.contains(";") || first.contains("\t"))) {
            throw malformed(
                    header.get(0).place(),
                    "the columns must be separated by commas, found " + (first.contains(";") ? "semicolons" : "tabs")
                            + "; save the file as CSV with commas");
        }
        return new CsvColumns(file, header, writer);
    }

    private void checkSize(Row row, int expected) throws UsersFileException {
        int found = row.cells().size();
        if (found == expected) {
            return;
        }
        long place = found > expected ? row.cells().get(expected).place() : records.place();
        throw malformed(
                place,
                "this record has " + found + (found == 1 ? " cell" : " cells") + ", and the header names " + expected
                        + (expected == 1 ? " column" : " columns")
                        + (found > expected ? "; put a text that holds a comma in double quotes" : ""));
    }

    private boolean hasNext() throws IOException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            String problem = String.valueOf(e.getMessage());
            if (problem.startsWith("The maximum buffer size")) {
                throw malformed(
                        records.place(),
                        "this cell is larger than any user that Auth0 takes; is its closing quote missing?");
            }
            throw malformed(
                    records.place(),
                    "the quotes of this cell are wrong: "
                            + (problem.startsWith("Unclosed")
                                    ? "they are not closed"
                                    : "something follows the closing one")
                            + "; a cell with a comma, a quote or a line break in it stands in double quotes, and a quote"
                            + " in it is doubled");
        }
    }

    private UsersFileException malformed(long place, String problem) {
        return new UsersFileException(UserWriter.linesOf(file).of(place, count.next()), problem);
    }
}
