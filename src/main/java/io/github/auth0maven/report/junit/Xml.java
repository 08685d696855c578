package io.github.auth0maven.report.junit;

/** Texts for XML, which has no way to write some characters at all. */
final class Xml {

    private Xml() {}

    /** The text, with the replacement character for each character that XML 1.0 lacks. */
    static String text(String text) {
        StringBuilder xml = new StringBuilder(text.length());
        text.codePoints().forEach(c -> xml.appendCodePoint(isOne(c) ? c : '\ufffd'));
        return xml.toString();
    }

    private static boolean isOne(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
