package io.github.auth0maven.management;

import java.util.regex.Pattern;

/** Leads the paths in Auth0's errors, which speak of its inner model, back to the attributes of a users file. */
final class Attributes {

    private static final Pattern PROFILE = Pattern.compile("^identities\\[\\d+]\\.(profileData\\.)?");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])([A-Z])");

    private Attributes() {}

    /** The attribute at this path, as a users file calls it. */
    static String inFile(String path) {
        String inner = PROFILE.matcher(path).replaceFirst("");
        int end = 0;
        while (end < inner.length() && Character.isLetter(inner.charAt(end))) {
            end++;
        }
        String first = CAMEL.matcher(inner.substring(0, end)).replaceAll("_$1").toLowerCase(java.util.Locale.ROOT);
        return first + inner.substring(end);
    }
}
