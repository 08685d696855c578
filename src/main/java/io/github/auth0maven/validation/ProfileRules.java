package io.github.auth0maven.validation;

import io.github.auth0maven.users.EscapedText;
import java.util.regex.Pattern;

/** Judges names and picture, whether they stand in the users file or are made of what does. */
final class ProfileRules {

    private static final String FROM_ROOT_ATTRIBUTES = " (rootAttributes makes it of this user's own attributes)";
    private static final byte[] HTTP = {'h', 't', 't', 'p'};
    private static final Pattern URL = Pattern.compile("(?i)(https?://|data:image/).+", Pattern.DOTALL);
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_NICKNAME = 350;

    private final Checks checks;
    private final Text composed = new Text();

    ProfileRules(Checks checks) {
        this.checks = checks;
    }

    /** Judges what a root attribute has become for this user. */
    void judgeComposed(String attribute, String value) {
        composed.set(value);
        if (attribute.equals("picture")) {
            judgePicture(composed, Findings.USER, FROM_ROOT_ATTRIBUTES);
        } else {
            judgeName(composed, attribute, Findings.USER, FROM_ROOT_ATTRIBUTES);
        }
    }

    void judgeName(int token, String path) {
        if (checks.isText(token, path)) {
            judgeName(checks.text(token), path, token, "");
        }
    }

    /**
     * @param token where it stands
     * @param origin ends every message
     */
    private void judgeName(Text text, String path, int token, String origin) {
        int most = path.equals("nickname") ? LONGEST_NICKNAME : LONGEST_NAME;
        if (text.isEmpty()) {
            checks.add(Rule.NAME_SHORT, token, path, "it is empty; leave it out" + origin);
        } else if (text.isLongerThan(most)) {
            checks.add(Rule.NAME_LONG, token, path, Checks.tooLong(text, most) + origin);
        } else if (isSuspect(text.bytes[text.from]) || isSuspect(firstByteOfLast(text))) {
            warnOfWhiteSpace(text, path, token, origin);
        }
    }

    /** Whether white space may begin here: it does, or a character beyond ASCII whose block has some. */
    private static boolean isSuspect(byte first) {
        return first >= 0
                ? first <= ' '
                : first == (byte) 0xC2 || (first >= (byte) 0xE1 && first <= (byte) 0xE3) || first == (byte) 0xEF;
    }

    private static byte firstByteOfLast(Text text) {
        int p = text.to - 1;
        while ((text.bytes[p] & 0xC0) == 0x80) {
            p--;
        }
        return text.bytes[p];
    }

    private void warnOfWhiteSpace(Text text, String path, int token, String origin) {
        String name = text.decoded();
        if (!Emails.stripped(name).equals(name)) {
            checks.add(
                    Rule.WHITE_SPACE,
                    token,
                    path,
                    EscapedText.text(name) + " begins or ends with white space; remove it unless it is meant" + origin);
        }
    }

    void judgePicture(int token) {
        if (checks.isText(token, "picture")) {
            judgePicture(checks.text(token), token, "");
        }
    }

    private void judgePicture(Text text, int token, String origin) {
        if (!text.startsWith(HTTP) || text.size() < 9) {
            warnOfPicture(text.decoded(), token, origin);
        }
    }

    private void warnOfPicture(String picture, int token, String origin) {
        if (!URL.matcher(picture).matches()) {
            checks.add(
                    Rule.PICTURE_NOT_A_URL,
                    token,
                    "picture",
                    (picture.isEmpty()
                                    ? "it is empty; leave it out, and Auth0 makes one up"
                                    : EscapedText.text(picture) + " is not a URL; begin it with https://")
                            + origin);
        }
    }
}
