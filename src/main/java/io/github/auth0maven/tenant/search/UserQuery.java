package io.github.auth0maven.tenant.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.search.Tokens.Kind;
import io.github.auth0maven.tenant.search.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the part of Lucene's query language that people search users with: {@code field:value}, quoted texts, wildcards,
 * ranges, {@code _exists_}, {@code AND}, {@code OR}, {@code NOT} and parentheses [D].
 *
 * <p>Clauses without an operator between them are alternatives, as Lucene has it; values are compared without regard to
 * case [I].
 */
public final class UserQuery {

    /** Nobody nests deeper, and the stack is bounded. */
    private static final int DEEPEST = 50;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private UserQuery(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Whether a profile is found by the query. */
    public static Predicate<JsonNode> parse(String query) throws MalformedQueryException {
        UserQuery parser = new UserQuery(Tokens.of(query));
        if (parser.tokens.isEmpty()) {
            return profile -> true;
        }
        Predicate<JsonNode> whole = parser.alternatives();
        if (parser.at < parser.tokens.size()) {
            throw new MalformedQueryException(
                    "\"" + parser.tokens.get(parser.at).text() + "\" is not expected");
        }
        return whole;
    }

    private Predicate<JsonNode> alternatives() throws MalformedQueryException {
        List<Predicate<JsonNode>> any = new ArrayList<>(List.of(conjunction()));
        while (at < tokens.size() && !tokens.get(at).isSign(")")) {
            accept("OR");
            any.add(conjunction());
        }
        return profile -> any.stream().anyMatch(each -> each.test(profile));
    }

    private Predicate<JsonNode> conjunction() throws MalformedQueryException {
        List<Predicate<JsonNode>> all = new ArrayList<>(List.of(clause()));
        while (accept("AND") || accept("&&")) {
            all.add(clause());
        }
        return profile -> all.stream().allMatch(each -> each.test(profile));
    }

    private Predicate<JsonNode> clause() throws MalformedQueryException {
        if (accept("NOT") || acceptSign("-") || acceptSign("!")) {
            return nested().negate();
        }
        acceptSign("+");
        return nested();
    }

    private Predicate<JsonNode> nested() throws MalformedQueryException {
        if (++depth > DEEPEST) {
            throw new MalformedQueryException("it is nested too deeply");
        }
        Predicate<JsonNode> inner;
        if (acceptSign("(")) {
            inner = alternatives();
            expectSign(")");
        } else {
            inner = term();
        }
        depth--;
        return inner;
    }

    private Predicate<JsonNode> term() throws MalformedQueryException {
        if (at < tokens.size()
                && (tokens.get(at).isWord("NOT") || tokens.get(at).isSign("-"))) {
            return clause();
        }
        Token first = next("a term");
        if (first.kind() == Kind.SIGN || first.isWord("AND") || first.isWord("OR")) {
            throw new MalformedQueryException("\"" + first.text() + "\" is not expected");
        }
        if (!acceptSign(":")) {
            return Values.usual(Values.matcher(first));
        }
        if (first.isWord("_exists_")) {
            String field = next("a field").text();
            return profile -> Values.exists(profile, field);
        }
        return valueOf(first.text());
    }

    private Predicate<JsonNode> valueOf(String field) throws MalformedQueryException {
        if (acceptSign("(")) {
            List<Predicate<JsonNode>> any = new ArrayList<>();
            while (!acceptSign(")")) {
                accept("OR");
                any.add(Values.in(field, Values.matcher(value())));
            }
            return profile -> any.stream().anyMatch(each -> each.test(profile));
        }
        boolean from = acceptSign("[");
        if (from || acceptSign("{")) {
            Token least = value();
            if (!accept("TO")) {
                throw new MalformedQueryException("a range needs TO");
            }
            Token most = value();
            boolean to = acceptSign("]");
            if (!to) {
                expectSign("}");
            }
            return Values.in(field, Range.of(new Range.End(least.text(), from), new Range.End(most.text(), to)));
        }
        return Values.in(field, Values.matcher(value()));
    }

    private Token value() throws MalformedQueryException {
        Token value = next("a value");
        if (value.isSign("-") || value.isSign("+")) {
            Token number = next("a value");
            return new Token(Kind.WORD, value.text() + number.text(), number.wild());
        }
        if (value.kind() == Kind.SIGN) {
            throw new MalformedQueryException("a value is missing before \"" + value.text() + "\"");
        }
        return value;
    }

    private Token next(String what) throws MalformedQueryException {
        if (at == tokens.size()) {
            throw new MalformedQueryException(what + " is missing at the end");
        }
        return tokens.get(at++);
    }

    private boolean accept(String word) {
        boolean there = at < tokens.size() && tokens.get(at).isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    private boolean acceptSign(String sign) {
        boolean there = at < tokens.size() && tokens.get(at).isSign(sign);
        at += there ? 1 : 0;
        return there;
    }

    private void expectSign(String sign) throws MalformedQueryException {
        if (!acceptSign(sign)) {
            throw new MalformedQueryException("\"" + sign + "\" is missing");
        }
    }
}
