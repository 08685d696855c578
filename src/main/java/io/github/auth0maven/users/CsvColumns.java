package io.github.auth0maven.users;

import io.github.auth0maven.users.CsvRecords.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a CSV file, joined into the objects that their dotted names speak of; they make users of records. */
final class CsvColumns {

    private final Column root = new Column("", 0);
    private final UserWriter writer;
    private final CsvJson json;
    private final int count;

    /** A column, or, where names go on after a dot, the columns that do. */
    private static final class Column {

        private final String path;
        private final long place;
        private final Map<String, Column> inner = new LinkedHashMap<>();
        private int cell = -1;

        Column(String path, long place) {
            this.path = path;
            this.place = place;
        }
    }

    /**
     * @throws UsersFileException if a name stands there twice, or is none
     */
    CsvColumns(String file, List<Cell> header, UserWriter writer) throws UsersFileException {
        UserWriter.Origin origin = UserWriter.linesOf(file);
        this.writer = writer;
        json = new CsvJson(writer, origin);
        count = header.size();
        for (int i = 0; i < header.size(); i++) {
            Cell cell = header.get(i);
            String problem = add(cell, i);
            if (!problem.isEmpty()) {
                throw new UsersFileException(origin.of(cell.place(), 0), problem);
            }
        }
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Writes the user that a record with as many cells is. */
    void write(CsvRecords.Row row, long index) throws UsersFileException {
        writer.begin(index);
        writer.open('{', row.place());
        for (Map.Entry<String, Column> member : root.inner.entrySet()) {
            write(member.getKey(), member.getValue(), row.cells(), index);
        }
        writer.close('}');
        writer.finish();
    }

    /** Returns what is wrong with the name, or nothing. */
    private String add(Cell cell, int index) {
        String name = cell.text();
        Column column = root;
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty()) {
                return "a column must have a name, such as email or user_metadata.plan, found " + Shown.text(name);
            }
            if (column.cell >= 0) {
                return insideOf(name, column.path);
            }
            String path = column == root ? part : column.path + "." + part;
            column = column.inner.computeIfAbsent(part, p -> new Column(path, cell.place()));
        }
        if (column.cell >= 0) {
            return "the column " + Shown.text(name) + " stands twice in the header; keep the one that is meant";
        }
        if (!column.inner.isEmpty()) {
            return insideOf(new ArrayList<>(column.inner.values()).get(0).path, name);
        }
        column.cell = index;
        return "";
    }

    private static String insideOf(String inner, String outer) {
        return "the column " + Shown.text(inner) + " is a part of the column " + Shown.text(outer)
                + ", and both cannot be given; keep one of them";
    }

    private void write(String name, Column column, List<Cell> cells, long index) throws UsersFileException {
        Cell first = first(column, cells);
        if (first.isEmpty()) {
            return;
        }
        writer.name(name, column.place);
        if (column.cell >= 0) {
            write(column.path, first, index);
            return;
        }
        writer.open('{', first.place());
        for (Map.Entry<String, Column> member : column.inner.entrySet()) {
            write(member.getKey(), member.getValue(), cells, index);
        }
        writer.close('}');
    }

    private void write(String path, Cell cell, long index) throws UsersFileException {
        String text = cell.text();
        switch (AttributeTypes.of(path)) {
            case NESTED -> json.write(path, cell, index);
            case BOOLEAN -> {
                // spreadsheets write TRUE
                if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                    writer.literal(text.equalsIgnoreCase("true") ? "true" : "false", cell.place());
                } else {
                    writer.text(text, cell.place());
                }
            }
            case NUMBER -> {
                if (Escapes.isNumber(text)) {
                    writer.literal(text, cell.place());
                } else {
                    writer.text(text, cell.place());
                }
            }
            default -> writer.text(text, cell.place());
        }
    }

    /** The first cell in the column that holds something, or one that does not. */
    private static Cell first(Column column, List<Cell> cells) {
        if (column.cell >= 0) {
            return cells.get(column.cell);
        }
        Cell first = Cell.EMPTY;
        for (Column inner : column.inner.values()) {
            first = first(inner, cells);
            if (!first.isEmpty()) {
                break;
            }
        }
        return first;
    }
}
