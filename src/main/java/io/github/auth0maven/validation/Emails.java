package io.github.auth0maven.validation;

import io.github.auth0maven.users.EscapedText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses as validator.js takes them, on which the service's validator rests: top-level domain required, UTF-8 local
 * part allowed, no IP address, no display name. Where its versions differ, the newer one is followed: a no-break space before the
 * "@" and symbols in a top-level domain, which older ones took, are a mistake in any address, as is a quote alone before the "@".
 */
final class Emails {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;
    private static final int LONGEST_LABEL = 63;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;|]+");
    private static final Pattern DISPLAY_NAME = Pattern.compile("^[^<]*<([^<>]+)>\\s*$");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");

    private Emails() {}

    /** Whether this is an address of the common, wholly ASCII kind; any other is for {@link #problem} to judge. */
    static boolean isCommon(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        int at = endOfDotted(bytes, from, to);
        if (at < 0 || at - from > LONGEST_LOCAL_PART || at == to || bytes[at] != '@') {
            return false;
        }
        int label = at + 1;
        while (true) {
            int end = Characters.LABEL.firstOther(bytes, label, to);
            if (end == label || end - label > LONGEST_LABEL || bytes[label] == '-' || bytes[end - 1] == '-') {
                return false;
            }
            if (end == to) {
                return label > at + 1 && end - label > 1 && Characters.LETTERS.all(bytes, label, end);
            }
            if (bytes[end] != '.') {
                return false;
            }
            label = end + 1;
        }
    }

    /** Where the dotted words that begin here end, or -1 if one of them is empty. */
    private static int endOfDotted(byte[] bytes, int from, int to) {
        int word = from;
        while (true) {
            int end = Characters.LOCAL_PART.firstOther(bytes, word, to);
            if (end == word) {
                return -1;
            }
            if (end == to || bytes[end] != '.') {
                return end;
            }
            word = end + 1;
        }
    }

    /** Why this is no e-mail address, and what to do about it, or null if it is one. */
    static @Nullable String problem(String email) {
        String problem = problemOfForm(email);
        if (problem == null) {
            return null;
        }
        return slip(email).orElse(problem);
    }

    static boolean isValid(String email) {
        return problemOfForm(email) == null;
    }

    private static @Nullable String problemOfForm(String email) {
        if (stripped(email).isEmpty()) {
            return "it is empty; give the user's address";
        }
        int at = email.lastIndexOf('@');
        if (at < 0) {
            return "there is no \"@\" in it";
        }
        String problem = problemOfLocalPart(email.substring(0, at));
        if (problem == null) {
            problem = problemOfDomain(email.substring(at + 1));
        }
        if (problem == null && email.codePointCount(0, email.length()) > LONGEST) {
            problem = "it has more than " + LONGEST + " characters";
        }
        return problem;
    }

    private static @Nullable String problemOfLocalPart(String local) {
        if (local.isEmpty()) {
            return "there is nothing before the \"@\"";
        }
        if (local.codePointCount(0, local.length()) > LONGEST_LOCAL_PART) {
            return "it has more than " + LONGEST_LOCAL_PART + " characters before the \"@\"";
        }
        if (local.length() > 1 && local.startsWith("\"") && local.endsWith("\"")) {
            return isQuotable(local) ? null : "a quote or a backslash between its quotes needs a backslash before it";
        }
        return problemOfWords(local);
    }

    private static @Nullable String problemOfWords(String local) {
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c != '.' && !Characters.LOCAL_PART.has(c) && !isLocalPartBeyondAscii(c)) {
                return c == '@'
                        ? "there is more than one \"@\" in it"
                        : "it must not hold " + shown(local.codePointAt(i)) + " before the \"@\"";
            }
        }
        return local.startsWith(".") || local.endsWith(".") || local.contains("..")
                ? "before the \"@\" a dot must stand between two other characters"
                : null;
    }

    private static boolean isQuotable(String local) {
        for (int i = 1; i < local.length() - 1; i++) {
            char c = local.charAt(i);
            boolean escape = c == '\\';
            if (escape) {
                i++;
                c = local.charAt(i);
            }
            boolean beyondAscii = c == 0xA0 || isLocalPartBeyondAscii(c);
            boolean ascii = c > 0 && c < 128;
            if (i == local.length() - 1 || (!ascii && !beyondAscii) || (escape ? c == '\n' : c == '"')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLocalPartBeyondAscii(char c) {
        return (c >= 0xA1 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF);
    }

    private static @Nullable String problemOfDomain(String domain) {
        if (domain.isEmpty()) {
            return "there is nothing after the \"@\"";
        }
        if (IP_ADDRESS.matcher(domain).matches()) {
            return "Auth0 takes a domain name after the \"@\", no IP address";
        }
        String[] labels = domain.split("\\.", -1);
        if (labels.length == 1) {
            return "the domain has no dot, as in \"example.com\"";
        }
        return problemOfLabels(labels);
    }

    private static @Nullable String problemOfLabels(String[] labels) {
        for (String label : labels) {
            String problem = problemOfLabel(label);
            if (problem != null) {
                return problem;
            }
        }
        return isTopLevel(labels[labels.length - 1])
                ? null
                : "the domain must end in two letters or more, such as \".com\"";
    }

    private static @Nullable String problemOfLabel(String label) {
        if (label.isEmpty()) {
            return "after the \"@\" a dot must stand between two other characters";
        }
        if (label.length() > LONGEST_LABEL) {
            return "a part of the domain has more than " + LONGEST_LABEL + " characters";
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return "no part of the domain may begin or end with a hyphen";
        }
        return label.codePoints()
                .filter(c -> !isOfLabel(c))
                .mapToObj(c -> "the domain must not hold " + shown(c))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfLabel(int c) {
        boolean fullWidth = c >= 0xFF01 && c <= 0xFF5E;
        return (c >= 0xA1 || Characters.LABEL.has(c)) && !fullWidth;
    }

    private static boolean isTopLevel(String label) {
        boolean punycode = label.length() >= 4
                && label.regionMatches(true, 0, "xn", 0, 2)
                && label.chars().allMatch(Characters.LABEL::has);
        return punycode
                || (label.length() >= 2
                        && label.chars().allMatch(c -> Characters.LETTERS.has(c) || isTopLevelBeyondAscii((char) c)));
    }

    private static boolean isTopLevelBeyondAscii(char c) {
        return isLocalPartBeyondAscii(c) && c != '\u00A9' && !isWhiteSpace(c);
    }

    static boolean isWhiteSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
    }

    /** Without white space of any kind at its ends. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isWhiteSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isWhiteSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String shown(int c) {
        return c == ' ' ? "a space" : EscapedText.text(Character.toString(c));
    }

    /** What the address would be without a common slip. */
    private static Optional<String> slip(String email) {
        String stripped = stripped(email);
        if (!stripped.equals(email) && isValid(stripped)) {
            return Optional.of("remove the white space around it");
        }
        Matcher displayName = DISPLAY_NAME.matcher(email);
        if (displayName.matches() && isValid(stripped(displayName.group(1)))) {
            String address = EscapedText.text(stripped(displayName.group(1)));
            return Optional.of("write only " + address + ", without a name beside it");
        }
        if (stripped.regionMatches(true, 0, "mailto:", 0, 7) && isValid(stripped.substring(7))) {
            return Optional.of("remove \"mailto:\"");
        }
        return severalIn(stripped);
    }

    private static Optional<String> severalIn(String addresses) {
        String[] parts = SEPARATORS.split(addresses);
        return parts.length > 1 && Stream.of(parts).allMatch(Emails::isValid)
                ? Optional.of(
                        "it is " + parts.length + " addresses, and Auth0 takes one for each user; keep one of them")
                : Optional.empty();
    }
}
