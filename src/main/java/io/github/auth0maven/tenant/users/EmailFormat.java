package io.github.auth0maven.tenant.users;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The e-mail format of the service's validator: validator.js {@code isEmail} with a top-level domain required and UTF-8
 * local parts allowed [I].
 *
 * <p>The documented lengths, 64 for the local part and 254 in all, are taken as characters: the documentation names no
 * unit, and bytes would refuse more.
 */
public final class EmailFormat {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    private static final Pattern LOCAL_ATOM =
            Pattern.compile("[A-Za-z\\d!#$%&'*+\\-/=?^_`{|}~\\u00A1-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF]+");
    private static final Pattern QUOTED = Pattern.compile(
            "\"([\\s\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\x21\\x23-\\x5B\\x5D-\\x7E\\u00A0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF]"
                    + "|\\\\[\\x01-\\x09\\x0B-\\x7F\\u00A0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF])*+\"");
    private static final Pattern TOP_LEVEL = Pattern.compile(
            "[A-Za-z\\u00A1-\\u00A8\\u00AA-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF]{2,}|[Xx][Nn][A-Za-z0-9-]{2,}");
    private static final Pattern LABEL =
            Pattern.compile("(?!-)[A-Za-z0-9\\u00A1-\\uFFFF\\x{10000}-\\x{10FFFF}-]{1,63}(?<!-)");
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\uFF01-\\uFF5E]");

    private EmailFormat() {}

    public static boolean matches(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.codePointCount(0, text.length()) <= LONGEST
                && isLocalPart(text.substring(0, at))
                && isDomain(text.substring(at + 1));
    }

    private static boolean isLocalPart(String local) {
        if (local.codePointCount(0, local.length()) > LONGEST_LOCAL_PART) {
            return false;
        }
        return QUOTED.matcher(local).matches()
                || Arrays.stream(local.split("\\.", -1))
                        .allMatch(atom -> LOCAL_ATOM.matcher(atom).matches());
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        return labels.length > 1
                && TOP_LEVEL.matcher(labels[labels.length - 1]).matches()
                && !FULL_WIDTH.matcher(domain).find()
                && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches());
    }
}
