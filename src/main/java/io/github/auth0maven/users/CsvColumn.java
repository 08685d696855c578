package io.github.auth0maven.users;

import io.github.auth0maven.users.CsvRecords.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A column of a CSV file; or, where names go on after a dot or in brackets, the columns that do. */
final class CsvColumn {

    private static final Comparator<String> BY_NUMBER =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    private final String path;
    private final long place;
    private Map<String, CsvColumn> inner = Map.of();
    private int cell = -1;
    private ColumnType type = ColumnType.ANY;
    private boolean said;

    private CsvColumn(String path, long place) {
        this.path = path;
        this.place = place;
    }

    /** The user, whose columns all others are. */
    static CsvColumn root() {
        return new CsvColumn("", 0);
    }

    /** Where it leads in a user. */
    String path() {
        return path;
    }

    /** Where its name stands in the header. */
    long place() {
        return place;
    }

    /** Whether it has cells of its own. */
    boolean isLeaf() {
        return cell >= 0;
    }

    ColumnType type() {
        return type;
    }

    /** Whether the header says the type. */
    boolean isTypeSaid() {
        return said;
    }

    /** Whether the columns inside are items of a list. */
    boolean isList() {
        return inner.keySet().stream().anyMatch(ColumnName::isItem);
    }

    /** The columns inside, by the next step of their names. */
    Map<String, CsvColumn> inner() {
        return inner;
    }

    /** All columns with cells, this one included. */
    List<CsvColumn> leaves() {
        List<CsvColumn> leaves = new ArrayList<>();
        if (isLeaf()) {
            leaves.add(this);
        }
        inner.values().forEach(column -> leaves.addAll(column.leaves()));
        return leaves;
    }

    /**
     * Adds a column inside.
     *
     * @param place of its name
     * @param cell which of a record's cells are its
     * @return what is wrong with that, or nothing
     */
    String add(ColumnName name, long place, int cell) {
        CsvColumn column = this;
        for (int i = 0; i < name.steps().size(); i++) {
            String step = name.steps().get(i);
            String problem = column.problemWith(name, step);
            if (!problem.isEmpty()) {
                return problem;
            }
            String inside = ColumnName.path(name.steps().subList(0, i + 1));
            column = column.inner.computeIfAbsent(step, s -> new CsvColumn(inside, place));
        }
        return column.take(name, cell);
    }

    /** What is wrong with a step into this column; where nothing is, it has room for it. */
    private String problemWith(ColumnName name, String step) {
        if (isLeaf()) {
            return insideOf(name.path(), path);
        }
        if (!inner.isEmpty() && isList() != ColumnName.isItem(step)) {
            return "the column " + EscapedText.text(name.path()) + " and another one make both a list and an object of "
                    + EscapedText.text(path) + "; keep one of them";
        }
        if (inner.isEmpty()) {
            inner = ColumnName.isItem(step) ? new TreeMap<>(BY_NUMBER) : new LinkedHashMap<>();
        }
        return "";
    }

    /** Becomes the column of these cells, or says why it cannot. */
    private String take(ColumnName name, int cells) {
        if (isLeaf()) {
            return "the column " + EscapedText.text(name.path())
                    + " stands twice in the header; keep the one that is meant";
        }
        if (!inner.isEmpty()) {
            return insideOf(leaves().get(0).path, name.path());
        }
        cell = cells;
        type = name.type();
        said = name.said();
        return "";
    }

    /** The first of its cells in a record that holds something, or one that does not. */
    Cell first(List<Cell> cells) {
        if (isLeaf()) {
            return cells.get(cell);
        }
        return first(inner.values(), cells);
    }

    private static Cell first(Collection<CsvColumn> columns, List<Cell> cells) {
        for (CsvColumn column : columns) {
            Cell first = column.first(cells);
            if (!first.isEmpty()) {
                return first;
            }
        }
        return Cell.EMPTY;
    }

    private static String insideOf(String inner, String outer) {
        return "the column " + EscapedText.text(inner) + " is a part of the column " + EscapedText.text(outer)
                + ", and both cannot be given; keep one of them";
    }
}
