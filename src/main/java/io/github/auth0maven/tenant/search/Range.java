package io.github.auth0maven.tenant.search;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a text lies between two others: as numbers if all three are, otherwise as texts, such as points in time. */
final class Range {

    private static final String OPEN = "*";

    private Range() {}

    static Predicate<String> of(End least, End most) {
        return value -> isInside(least, compared(value, least)) && isInside(most, -compared(value, most));
    }

    private static boolean isInside(End end, int difference) {
        return end.text().equals(OPEN) || difference > 0 || (end.included() && difference == 0);
    }

    private static int compared(String value, End end) {
        Optional<BigDecimal> number = number(value);
        Optional<BigDecimal> bound = number(end.text());
        return number.isPresent() && bound.isPresent()
                ? number.get().compareTo(bound.get())
                : value.toLowerCase(Locale.ROOT).compareTo(end.text().toLowerCase(Locale.ROOT));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** An end of a range; {@code *} for none. */
    record End(String text, boolean included) {}
}
