package io.github.auth0maven.management;

import java.util.regex.Pattern;

/** Texts from outside, made fit for a line of a log. */
final class OneLine {

    private static final int LONGEST = 300;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}]+");

    private OneLine() {}

    /** The text, short and without anything that would control a terminal, or that is no character. */
    static String of(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        boolean splits = Character.isHighSurrogate(line.charAt(LONGEST - 1));
        return line.substring(0, splits ? LONGEST - 1 : LONGEST) + "…";
    }
}
