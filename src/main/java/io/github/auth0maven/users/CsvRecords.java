package io.github.auth0maven.users;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes records from the CSV parser, and works out where each cell begins. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRecords.Row> {

    private final int linesBefore;
    private List<Cell> cells = new ArrayList<>();
    private long start = 1;
    private long line = 1;
    private long column = 1;

    /**
     * @param linesBefore how many lines the parser does not get to see
     */
    CsvRecords(int linesBefore) {
        this.linesBefore = linesBefore;
    }

    /** A record. */
    record Row(List<Cell> cells, long line) {

        long place() {
            return UserWriter.place(line, 1);
        }

        /** The record as it is written in the file, without the line's end. */
        String text(char separator) {
            return cells.stream().map(Cell::written).collect(Collectors.joining(String.valueOf(separator)));
        }

        /** Never the cells. */
        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /**
     * A cell.
     *
     * @param text without the quotes
     * @param column where it begins, in characters; if it is quoted, with the quote
     * @param marked whether it was marked as a text by an apostrophe before it
     */
    record Cell(String text, boolean quoted, long line, long column, boolean marked) {

        static final Cell EMPTY = new Cell("", false, 1, 1, false);

        /** The cell without the apostrophe with which it begins, if it does. */
        Cell withoutMark() {
            return isMarked() ? new Cell(text.substring(1), quoted, line, column, true) : this;
        }

        /** Whether it begins with an apostrophe, as all texts do that Auth0 exports. */
        boolean isMarked() {
            return text.startsWith("'");
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        long place() {
            return UserWriter.place(line, column);
        }

        private String written() {
            return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }

        /** Never the text: it may be a hash. */
        @Override
        public String toString() {
            return "Cell[" + line + "," + column + "]";
        }
    }

    /** Where the cell begins, or would begin, that comes next. */
    long place() {
        return UserWriter.place(line, column);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>(cells.size());
        start = startingLineNumber + linesBefore;
        line = start;
        column = 1;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        String text = new String(buffer, offset, length);
        cells.add(new Cell(text, quoted, line, column, false));
        column += quoted ? 2 : 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                // of the two quotes, one is on this line
                column = 2;
            } else if (!Character.isLowSurrogate(c)) {
                column += c == '"' && quoted ? 2 : 1;
            }
        }
        // the comma
        column++;
    }

    @Override
    protected Row buildRecord() {
        return new Row(cells, start);
    }
}
