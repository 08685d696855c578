package io.github.auth0maven.users;

import io.github.auth0maven.users.CsvRecords.Cell;
import java.util.Locale;
import java.util.Map;

/** Writes the cells of a CSV file as values of the types that their columns have. */
final class CsvValues {

    /** As spreadsheets and people write them. */
    private static final Map<String, String> BOOLEANS =
            Map.of("true", "true", "yes", "true", "1", "true", "false", "false", "no", "false", "0", "false");

    private final UserWriter writer;
    private final UserWriter.Origin origin;
    private final CsvJson json;

    CsvValues(UserWriter writer, UserWriter.Origin origin) {
        this.writer = writer;
        this.origin = origin;
        json = new CsvJson(writer, origin);
    }

    /** Writes what the cell holds, which is not empty. */
    void write(CsvColumn column, Cell cell, long index) throws UsersFileException {
        switch (column.type()) {
            case JSON -> json.write(column.path(), cell, index);
            case BOOLEAN ->
                literal(BOOLEANS.getOrDefault(cell.text().strip().toLowerCase(Locale.ROOT), ""), column, cell, index);
            case NUMBER -> literal(Escapes.isNumber(cell.text()) ? cell.text() : "", column, cell, index);
            case LIST -> list(column.path(), cell, index);
            default -> writer.text(cell.text(), cell.place());
        }
    }

    /** Writes what Auth0 has exported without an apostrophe: no text, unless it is a date. */
    void writeExported(Cell cell) throws UsersFileException {
        String text = cell.text();
        if (ValueLooks.isBoolean(text) || Escapes.isNumber(text)) {
            writer.literal(text.toLowerCase(Locale.ROOT), cell.place());
        } else {
            writer.text(text, cell.place());
        }
    }

    /** What is no value of the type is a text, which will not pass for one; unless Auth0 has no say in the type. */
    private void literal(String literal, CsvColumn column, Cell cell, long index) throws UsersFileException {
        if (!literal.isEmpty()) {
            writer.literal(literal, cell.place());
        } else if (column.isTypeSaid()) {
            throw new UsersFileException(
                    origin.of(cell.place(), index),
                    column.path() + ": a cell of this column "
                            + (column.type() == ColumnType.NUMBER
                                    ? "holds a number as JSON writes it, such as 42 or -1.5"
                                    : "holds true or false, yes or no, 1 or 0")
                            + ", and this one something else; mend it, or leave it empty");
        } else {
            writer.text(cell.text(), cell.place());
        }
    }

    private void list(String path, Cell cell, long index) throws UsersFileException {
        String text = cell.text().strip();
        if (text.startsWith("[")) {
            json.write(path, cell, index);
            return;
        }
        writer.open('[', cell.place());
        for (String item : text.split(text.contains(";") ? ";" : ",", -1)) {
            if (!item.isBlank()) {
                writer.text(item.strip(), cell.place());
            }
        }
        writer.close(']');
    }
}
