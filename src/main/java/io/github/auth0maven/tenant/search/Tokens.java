package io.github.auth0maven.tenant.search;

import java.util.ArrayList;
import java.util.List;

/** Takes a query apart into its words, quoted texts and signs. */
final class Tokens {

    private static final String SIGNS = "():[]{}";

    private final String text;
    private final List<Token> found = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String query) throws MalformedQueryException {
        Tokens tokens = new Tokens(query);
        tokens.read();
        return tokens.found;
    }

    private void read() throws MalformedQueryException {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (next == '"') {
                found.add(quoted());
            } else if (SIGNS.indexOf(next) >= 0 || isPrefix(next)) {
                found.add(new Token(Kind.SIGN, String.valueOf(next), false));
                at++;
            } else {
                found.add(word());
            }
        }
    }

    /** A minus or plus stands before a clause; within a word it is part of it. */
    private boolean isPrefix(char next) {
        boolean afterSpace = at == 0 || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
        return (next == '-' || next == '+' || next == '!') && afterSpace;
    }

    private Token quoted() throws MalformedQueryException {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '"') {
                at++;
                return new Token(Kind.QUOTED, value.toString(), false);
            }
            value.append(next == '\\' ? escaped() : next);
        }
        throw new MalformedQueryException("a quotation mark is missing");
    }

    private Token word() throws MalformedQueryException {
        StringBuilder value = new StringBuilder();
        boolean wild = false;
        for (; at < text.length(); at++) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next) || next == '"' || (SIGNS.indexOf(next) >= 0 && !isWithinTime(next))) {
                break;
            }
            wild |= next == '*' || next == '?';
            value.append(next == '\\' ? escaped() : next);
        }
        return new Token(Kind.WORD, value.toString(), wild);
    }

    /** Whether a colon stands between digits, as in a point in time. */
    private boolean isWithinTime(char next) {
        return next == ':'
                && at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private char escaped() throws MalformedQueryException {
        at++;
        if (at == text.length()) {
            throw new MalformedQueryException("nothing follows the last backslash");
        }
        return text.charAt(at);
    }

    /** What a token is. */
    enum Kind {
        WORD,
        QUOTED,
        SIGN
    }

    /**
     * A token.
     *
     * @param wild whether it is a word with a wildcard
     */
    record Token(Kind kind, String text, boolean wild) {

        boolean isSign(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equals(word);
        }
    }
}
