package io.github.auth0maven.users;

/**
 * A place in a users file, told the way compilers do, so that terminals and editors make it clickable.
 *
 * @param file the users file as it is named in messages
 * @param index the user's place among the users that are read, from 0; it runs on over all files
 * @param line from 1; a line ends with a line feed; 0 stands for the file as a whole
 * @param column from 1, in characters (Unicode code points)
 */
public record Position(String file, long index, long line, long column) {

    /** A file as a whole, of which no line is at fault. */
    static Position ofWhole(String file) {
        return new Position(file, 0, 0, 0);
    }

    /** Whether it is the file as a whole. */
    public boolean isWholeFile() {
        return line == 0;
    }

    @Override
    public String toString() {
        return isWholeFile() ? file + ":" : file + ":[" + line + "," + column + "]";
    }
}
