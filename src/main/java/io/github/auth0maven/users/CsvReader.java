package io.github.auth0maven.users;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.auth0maven.users.CsvRecords.Cell;
import io.github.auth0maven.users.CsvRecords.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads users from CSV (RFC 4180) whose first record names the columns. A name may lead into an object by dots; Auth0's schema,
 * or else the header, says what type a value has, and an empty cell is an attribute that the user lacks.
 */
final class CsvReader implements UserReader {

    private final ByteSource bytes;
    private final UserCount count;
    private final ReadingOptions options;
    private final UserWriter.Origin origin;
    private final UserWriter writer;
    private final ColumnNames names;
    private final CsvRecords records;
    private final CloseableIterator<Row> rows;
    private @Nullable CsvColumns columns;
    private final char separator;
    private String headerText = "";
    private @Nullable Row record;

    CsvReader(String file, ByteSource bytes, UserCount count, ReadingOptions options) throws IOException {
        this.bytes = bytes;
        this.count = count;
        this.options = options;
        origin = UserWriter.linesOf(file);
        writer = new UserWriter(origin);
        names = new ColumnNames(
                origin, options.csv().columns(), options.hashes().isPresent());
        CsvHead head = CsvHead.of(
                new Utf8Reader(file, bytes, count, c -> true), options.csv().separator(), names::isKnown);
        separator = head.separator();
        records = new CsvRecords(head.linesBefore());
        rows = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(JsonWindow.LARGEST_USER)
                .build(records, head.text())
                .iterator();
    }

    @Override
    public boolean next() throws IOException {
        CsvColumns named = columns;
        boolean begins = named == null;
        if (named == null) {
            named = header();
            columns = named;
        }
        Row row = hasNext() ? rows.next() : null;
        if (begins) {
            named.begin(row, options.export().mode());
        }
        if (row == null) {
            return false;
        }
        checkSize(row, named.count());
        named.write(row, count.take());
        record = row;
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

    /** Whether the file says of itself that it is an export of Auth0's; known once a user has been asked for. */
    boolean isExport() {
        return columns != null && columns.isExport();
    }

    @Override
    public ExportChanges exportChanges() {
        return columns == null || columns.marks() == 0
                ? ExportChanges.NONE
                : ExportChanges.apostrophes(columns.marks());
    }

    @Override
    public List<FileWarning> columnWarnings() {
        return columns == null ? List.of() : columns.warnings();
    }

    @Override
    public Optional<Position> headerWithout(Set<String> attributes) {
        return columns == null || columns.has(attributes) ? Optional.empty() : Optional.of(columns.position());
    }

    @Override
    public Optional<String> record() {
        return record == null ? Optional.empty() : Optional.of(record.text(separator));
    }

    @Override
    public FileForm form() {
        return new FileForm(UsersFormat.CSV, Optional.of(headerText));
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
        Row header = rows.next();
        if (!isHeader(header)) {
            String found =
                    "this line names no attribute that Auth0 knows; a CSV file begins with a line of names, such as"
                            + " email,given_name";
            String separated = "; or are the cells separated by something else than auth0.csvSeparator says?";
            boolean auto = options.csv().separator() == CsvSeparator.AUTO;
            throw malformed(header.place(), auto ? found : found + separated);
        }
        headerText = header.text(separator);
        return new CsvColumns(header.cells(), names, origin, writer);
    }

    /** What is none may be a user, and is not shown. */
    private boolean isHeader(Row row) {
        return row.cells().stream().map(Cell::text).anyMatch(names::isKnown)
                && row.cells().stream().map(Cell::text).noneMatch(name -> name.contains("@"));
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
        return new UsersFileException(origin.of(place, count.next()), problem);
    }
}
