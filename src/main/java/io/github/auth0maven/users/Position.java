package io.github.auth0maven.users;

/**
 * A place in a users file, told the way compilers do, so that terminals and editors make it clickable.
 *
 * @param file the users file as it is named in messages
 * @param index the user's place among the users that are read, from 0; it runs on over all files
 * @param line from 1; a line ends with a line feed
 * @param column from 1, in characters (Unicode code points)
 */
public record Position(String file, long index, long line, long column) {

    @Override
    public String toString() {
        return file + ":[" + line + "," + column + "]";
    }
}
