package io.github.auth0maven.tenant.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.search.Tokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The values that a query looks at: what a dotted path leads to, through lists as well. */
final class Values {

    /** Where a term without a field is looked for [I]. */
    private static final List<String> USUAL =
            List.of("email", "name", "nickname", "username", "given_name", "family_name", "phone_number");

    private Values() {}

    static Predicate<JsonNode> in(String field, Predicate<String> wanted) {
        return profile -> of(profile, field).map(JsonNode::asText).anyMatch(wanted);
    }

    static Predicate<JsonNode> usual(Predicate<String> wanted) {
        return profile -> USUAL.stream().anyMatch(field -> in(field, wanted).test(profile));
    }

    static boolean exists(JsonNode profile, String field) {
        return at(profile, field).anyMatch(value -> !value.isNull());
    }

    /** Compares without regard to case; of a word, {@code *} stands for any text and {@code ?} for one character. */
    static Predicate<String> matcher(Token token) {
        String wanted = token.text().toLowerCase(Locale.ROOT);
        return token.wild()
                ? value -> isLike(wanted, value.toLowerCase(Locale.ROOT))
                : value -> value.toLowerCase(Locale.ROOT).equals(wanted);
    }

    private static Stream<JsonNode> of(JsonNode profile, String field) {
        return at(profile, field).filter(JsonNode::isValueNode);
    }

    private static Stream<JsonNode> at(JsonNode node, String path) {
        if (node.isArray()) {
            return elements(node).flatMap(element -> at(element, path));
        }
        if (path.isEmpty()) {
            return Stream.of(node);
        }
        // A name may hold dots itself.
        return Stream.concat(
                node.has(path) ? at(node.path(path), "") : Stream.empty(),
                path.indexOf('.') < 0 ? Stream.empty() : within(node, path));
    }

    private static Stream<JsonNode> within(JsonNode node, String path) {
        int dot = path.indexOf('.');
        String name = path.substring(0, dot);
        return node.has(name) ? at(node.path(name), path.substring(dot + 1)) : Stream.empty();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A walk without a way back but to the latest asterisk, so that no pattern takes for ever. */
    private static boolean isLike(String pattern, String text) {
        int p = 0;
        int t = 0;
        int asterisk = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                asterisk = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (asterisk >= 0) {
                p = asterisk + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(rest -> rest == '*');
    }
}
