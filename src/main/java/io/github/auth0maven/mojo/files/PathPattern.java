package io.github.auth0maven.mojo.files;

import java.util.regex.Pattern;

/**
 * A pattern for paths as Maven writes them: {@code ?} stands for a character, {@code *} for any number of them within a name, and
 * {@code **} for any number of directories.
 */
final class PathPattern {

    private static final String ANY_DIRECTORIES = "**/";

    private final Pattern pattern;

    /**
     * @param text with slashes or backslashes; one at the end stands for all that is in the directory
     */
    PathPattern(String text) {
        String path = text.strip().replace('\\', '/');
        if (path.endsWith("/")) {
            path += "**";
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < path.length(); ) {
            boolean nameBegins = i == 0 || path.charAt(i - 1) == '/';
            if (nameBegins && path.startsWith(ANY_DIRECTORIES, i)) {
                regex.append("(?:[^/]+/)*");
                i += ANY_DIRECTORIES.length();
            } else if (path.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                char c = path.charAt(i++);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** Whether a text means a pattern rather than a path. */
    static boolean isOne(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether the path, relative and with slashes, is such a one. */
    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
