package io.github.auth0maven.tenant.server;

import java.util.List;

/**
 * A stretch of a list, as a query asks for it.
 *
 * @param start index of the first item
 * @param limit how many items at most
 */
public record Page(int start, int limit) {

    /** {@code page} and {@code per_page}; 100 to a page unless told [D]. */
    public static Page byOffset(Request request) throws Refusal {
        int limit = number(request, "per_page", new Bounds(1, 100, 100));
        return new Page(number(request, "page", new Bounds(0, 1_000_000, 0)) * limit, limit);
    }

    /** {@code from} and {@code take}; 50 to a page unless told [D]. The local {@code from} is simply an index. */
    public static Page byCheckpoint(Request request, int largest) throws Refusal {
        int limit = number(request, "take", new Bounds(1, largest, 50));
        return new Page(number(request, "from", new Bounds(0, Integer.MAX_VALUE, 0)), limit);
    }

    public <T> List<T> of(List<T> all) {
        int from = Math.min(start, all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }

    public boolean isFollowed(List<?> all) {
        return start + limit < all.size();
    }

    /** Where the next page begins. */
    public String next() {
        return Integer.toString(start + limit);
    }

    private static int number(Request request, String name, Bounds bounds) throws Refusal {
        String text = request.parameter(name).orElse(Integer.toString(bounds.fallback()));
        try {
            int number = Integer.parseInt(text);
            if (number < bounds.least()) {
                throw invalid("Value " + number + " is less than minimum " + bounds.least(), name);
            }
            if (number > bounds.most()) {
                throw invalid("Value " + number + " is greater than maximum " + bounds.most(), name);
            }
            return number;
        } catch (NumberFormatException notInteger) {
            throw invalid("Expected type integer but found type string", name);
        }
    }

    /** The message varies, says the documentation; this wording is that of the body's validation [I]. */
    private static Refusal invalid(String problem, String property) {
        return Refusal.of(
                400, "Query validation error: '" + problem + "' on property " + property, "invalid_query_string");
    }

    /** What a number may be, and what it is when not given. */
    private record Bounds(int least, int most, int fallback) {}
}
