package io.github.auth0maven.validation;

import io.github.auth0maven.users.Json;

/** JSON numbers as JavaScript reads them. */
final class Numbers {

    /** So many digits are exact in a double. */
    private static final int EXACT_DIGITS = 15;

    private Numbers() {}

    /** The value of a number that is an integer in JSON schema, where {@code 1.0} and {@code 1e3} are; else NaN. */
    static double integer(Json json, int token) {
        int from = json.from(token);
        int to = json.to(token);
        if (to - from <= EXACT_DIGITS && Characters.DIGITS.all(json.array(), from, to)) {
            long value = 0;
            for (int i = from; i < to; i++) {
                value = value * 10 + json.byteAt(i) - '0';
            }
            return value;
        }
        double value = Double.parseDouble(json.text(token));
        return value == Math.rint(value) && !Double.isInfinite(value) ? value : Double.NaN;
    }

    static boolean isPowerOfTwo(double integer) {
        return Math.scalb(1.0, Math.getExponent(integer)) == integer;
    }
}
