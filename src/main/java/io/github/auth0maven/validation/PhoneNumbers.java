package io.github.auth0maven.validation;

import java.util.regex.Pattern;

/** Phone numbers as the service takes them: a plus sign and digits. */
final class PhoneNumbers {

    static final int MOST_DIGITS = 15;

    /** What people write between digits. */
    private static final Pattern SIGNS = Pattern.compile("[+\\-.()/ \u00A0]");

    private PhoneNumbers() {}

    static boolean isOne(Text text) {
        return text.size() > 1
                && text.size() <= 1 + MOST_DIGITS
                && text.bytes[text.from] == '+'
                && Characters.DIGITS.all(text.bytes, text.from + 1, text.to);
    }

    static boolean isOne(String number) {
        Text text = new Text();
        text.set(number);
        return isOne(text);
    }

    /** What to write instead. */
    static String advice(String number) {
        String digits = SIGNS.matcher(number).replaceAll("");
        boolean international = digits.startsWith("00");
        String meant = "+" + (international ? digits.substring(2) : digits);
        if (number.indexOf('+') > 0 || !isOne(meant)) {
            return "give it in E.164 form, such as \"+12125550001\"";
        }
        return number.startsWith("+") || international
                ? "write \"" + meant + "\""
                : "write \"" + meant + "\", if it begins with the country code";
    }
}
