package io.github.auth0maven.users;

import io.github.auth0maven.users.CsvRecords.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a CSV file, joined into the objects and lists that their names speak of; they make users of records. */
final class CsvColumns {

    private static final int MOST_NAMED = 5;

    private final CsvColumn root = CsvColumn.root();
    private final UserWriter.Origin origin;
    private final UserWriter writer;
    private final CsvValues values;
    private final int count;
    private final long place;
    /** The names of columns that Auth0 has no place for. */
    private final List<String> unknown = new ArrayList<>();

    private long placeOfUnknown;

    private final Map<CsvColumn, ValueLooks> looks = new LinkedHashMap<>();
    private boolean export;
    private boolean marked;
    private long marks;

    /**
     * @throws UsersFileException if there are no names in the header, or such as cannot be meant together
     */
    CsvColumns(List<Cell> header, ColumnNames names, UserWriter.Origin origin, UserWriter writer)
            throws UsersFileException {
        this.origin = origin;
        this.writer = writer;
        values = new CsvValues(writer, origin);
        count = header.size();
        place = header.get(0).place();
        for (int i = 0; i < header.size(); i++) {
            Optional<ColumnName> name = names.read(header.get(i));
            if (name.isPresent()) {
                add(name.get(), header.get(i), i, names);
            }
        }
    }

    private void add(ColumnName name, Cell cell, int index, ColumnNames names) throws UsersFileException {
        String problem = root.add(name, cell.place(), index);
        if (!problem.isEmpty()) {
            throw new UsersFileException(origin.of(cell.place(), 0), problem);
        }
        if (!names.hasPlace(name)) {
            placeOfUnknown = unknown.isEmpty() ? cell.place() : placeOfUnknown;
            boolean foreign = !cell.text().strip().startsWith(name.path());
            unknown.add(EscapedText.text(cell.text())
                    + (foreign ? ", which stands for " + EscapedText.text(name.path()) + "," : ""));
        }
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Where the header begins. */
    Position position() {
        return origin.of(place, 0);
    }

    /** Whether there is a column for one of these attributes, or for something in it. */
    boolean has(Set<String> attributes) {
        return !Collections.disjoint(root.inner().keySet(), attributes);
    }

    /**
     * Looks at the first record before it is written.
     *
     * @param first null if there is none
     * @throws UsersFileException if there are columns that Auth0 has no place for, and the file is no export, which has such
     */
    void begin(CsvRecords.@Nullable Row first, ExportMode mode) throws UsersFileException {
        marked = mode != ExportMode.FALSE && first != null && first.cells().size() >= count && isMarked(first.cells());
        boolean identities = root.inner().containsKey("identities");
        export = mode == ExportMode.TRUE || marked || (mode == ExportMode.AUTO && identities);
        if (!export && !unknown.isEmpty()) {
            throw new UsersFileException(origin.of(placeOfUnknown, 0), unknownColumns());
        }
    }

    /** Whether the file is an export of Auth0's. */
    boolean isExport() {
        return export;
    }

    /** How many texts began with the apostrophe that Auth0 puts before each. */
    long marks() {
        return marks;
    }

    /** Writes the user that a record with as many cells is. */
    void write(CsvRecords.Row row, long index) throws UsersFileException {
        List<Cell> cells = row.cells();
        if (marked) {
            marks += cells.stream().filter(Cell::isMarked).count();
            cells = cells.stream().map(Cell::withoutMark).toList();
        }
        writer.begin(index);
        writer.open('{', row.place());
        for (Map.Entry<String, CsvColumn> member : root.inner().entrySet()) {
            write(member.getKey(), member.getValue(), cells, index);
        }
        writer.close('}');
        writer.finish();
    }

    /** The columns whose values all look like something else than the texts that they are read as. */
    List<FileWarning> warnings() {
        List<FileWarning> warnings = new ArrayList<>();
        looks.forEach((column, look) -> look.type()
                .ifPresent(type -> warnings.add(new FileWarning(
                        origin.of(column.place(), 0), column.path(), warning(column.path(), type, look.values())))));
        return warnings;
    }

    private static String warning(String path, ColumnType type, long values) {
        String found = type == ColumnType.NUMBER ? "a number" : type == ColumnType.BOOLEAN ? "true or false" : "JSON";
        return (values == 1 ? "the only value of this column looks like " : "each value of this column looks like ")
                + found + ", and is imported as a text: name the column " + path + ":" + type + ", or, if texts are"
                + " meant, " + path + ":text";
    }

    /** Whether all texts of a record begin with an apostrophe, and among them one that tells whose it is. */
    private boolean isMarked(List<Cell> cells) {
        boolean identified = false;
        for (CsvColumn column : root.leaves()) {
            Cell cell = column.first(cells);
            if (column.type() == ColumnType.TEXT && !cell.isEmpty()) {
                if (!cell.isMarked()) {
                    return false;
                }
                identified |= column.path().equals("email") && cell.text().contains("@");
                identified |= column.path().equals("user_id") && cell.text().contains("|");
            }
        }
        return identified;
    }

    private void write(String step, CsvColumn column, List<Cell> cells, long index) throws UsersFileException {
        Cell first = column.first(cells);
        if (first.isEmpty()) {
            return;
        }
        if (!ColumnName.isItem(step)) {
            writer.name(step, column.place());
        }
        if (column.isLeaf()) {
            write(column, first, index);
            return;
        }
        writer.open(column.isList() ? '[' : '{', first.place());
        for (Map.Entry<String, CsvColumn> inner : column.inner().entrySet()) {
            write(inner.getKey(), inner.getValue(), cells, index);
        }
        writer.close(column.isList() ? ']' : '}');
    }

    private void write(CsvColumn column, Cell cell, long index) throws UsersFileException {
        if (column.type() == ColumnType.ANY && marked && !cell.marked()) {
            values.writeExported(cell);
            return;
        }
        if (column.type() == ColumnType.ANY && !export) {
            looks.computeIfAbsent(column, c -> new ValueLooks()).add(cell.text());
        }
        values.write(column, cell, index);
    }

    private String unknownColumns() {
        int more = unknown.size() - MOST_NAMED;
        return (unknown.size() == 1 ? "the column " : "the columns ")
                + unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "")
                + (unknown.size() == 1 ? " is none" : " are none")
                + " of the 17 attributes that Auth0 imports: say in <columns> what is meant, or nothing to leave it out"
                + " (<columns><First-Name>given_name</First-Name><Notes/></columns>), or let the name begin with"
                + " user_metadata.";
    }
}
