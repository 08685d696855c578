package io.github.auth0maven.tenant.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a list, as a query asks for it.
 *
 * @param start index of the first item
 * @param limit how many items at most
 */
public record Page(int start, int limit) {

    /** Recorded: so many to a page unless told. */
    private static final int USUAL = 50;

    private static final Pattern CHECKPOINT = Pattern.compile("after ([0-9]{1,9})");

    /** {@code page} and {@code per_page}. */
    public static Page byOffset(Request request) throws Refusal {
        int limit = number(request, "per_page", new Bounds(1, 100, USUAL, "Number of results per page"));
        int page = number(request, "page", new Bounds(0, 1_000_000, 0, "Page index of the results to return"));
        return new Page(page * limit, limit);
    }

    /** {@code from} and {@code take}. */
    public static Page byCheckpoint(Request request, int largest) throws Refusal {
        int limit = number(request, "take", new Bounds(1, largest, USUAL, "Number of results per page"));
        return new Page(checkpoint(request), limit);
    }

    /** The items of this page. */
    public <T> List<T> of(List<T> all) {
        int from = Math.min(start, all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }

    /**
     * Whether a page tells where the next one begins.
     *
     * <p>Recorded: a short page may still do so, and the last one may be empty. Here that is always so, for a client has to
     * bear it.
     */
    public boolean isFollowed(List<?> all) {
        return start < all.size();
    }

    /** Where the next page begins: a text that nobody is to understand. */
    public String next() {
        byte[] checkpoint = ("after " + (start + limit)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(checkpoint);
    }

    private static int checkpoint(Request request) throws Refusal {
        String from = request.parameter("from").orElse("");
        if (from.isEmpty()) {
            return 0;
        }
        try {
            Matcher known = CHECKPOINT.matcher(new String(Base64.getUrlDecoder().decode(from), StandardCharsets.UTF_8));
            if (known.matches()) {
                return Integer.parseInt(known.group(1));
            }
        } catch (IllegalArgumentException notBase64) {
            // As any other text that no page gave.
        }
        throw Refusal.of(400, "The specified checkpoint is invalid", "invalid_query_string");
    }

    private static int number(Request request, String name, Bounds bounds) throws Refusal {
        String text = request.parameter(name).orElse(Integer.toString(bounds.fallback()));
        try {
            int number = Integer.parseInt(text);
            if (number < bounds.least()) {
                throw bounds.refusal("Value " + number + " is less than minimum " + bounds.least(), name);
            }
            if (number > bounds.most()) {
                throw bounds.refusal("Value " + number + " is greater than maximum " + bounds.most(), name);
            }
            return number;
        } catch (NumberFormatException notInteger) {
            throw bounds.refusal("Expected type integer but found type string", name);
        }
    }

    /** What a number may be, and what it is when not given. */
    private record Bounds(int least, int most, int fallback, String description) {

        Refusal refusal(String problem, String property) {
            return Refusal.ofQuery(problem, property, description);
        }
    }
}
