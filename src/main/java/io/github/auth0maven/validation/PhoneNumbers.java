package io.github.auth0maven.validation;

/** Phone numbers as the service takes them: a plus sign and digits. */
final class PhoneNumbers {

    static final int MOST_DIGITS = 15;

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
        StringBuilder digits = new StringBuilder();
        boolean signsOnly = true;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (Characters.DIGITS.has(c)) {
                digits.append(c);
            } else {
                signsOnly &= "+-.()/ \u00A0".indexOf(c) >= 0;
            }
        }
        if (!signsOnly || number.indexOf('+') > 0) {
            return "give it in E.164 form, such as \"+12125550001\"";
        }
        boolean international = digits.indexOf("00") == 0;
        String meant = "+" + (international ? digits.substring(2) : digits);
        if (!isOne(meant)) {
            return "give it in E.164 form, such as \"+12125550001\"";
        }
        return number.startsWith("+") || international
                ? "write \"" + meant + "\""
                : "write \"" + meant + "\", if it begins with the country code";
    }
}
