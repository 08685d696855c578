package io.github.auth0maven.validation;

import io.github.auth0maven.users.Json.Kind;
import org.jspecify.annotations.Nullable;

/** Judges what scrypt was called with. */
final class ScryptParameters {

    /** What each can be: its place among the members of a custom_password_hash, and the least of it. */
    private enum Parameter {
        KEYLEN("keylen", CustomHash.KEYLEN, Rule.KEYLEN, 1),
        COST("cost", CustomHash.COST, Rule.COST, 2),
        BLOCK_SIZE("blockSize", CustomHash.BLOCK_SIZE, Rule.BLOCK_SIZE, 1),
        PARALLELIZATION("parallelization", CustomHash.PARALLELIZATION, Rule.PARALLELIZATION, 1);

        private final String path;
        private final int member;
        private final Rule rule;
        private final int least;

        Parameter(String name, int member, Rule rule, int least) {
            this.path = CustomHash.PATH + "." + name;
            this.member = member;
            this.rule = rule;
            this.least = least;
        }
    }

    /** What Node.js lets scrypt have unless it is told otherwise. */
    private static final double MOST_MEMORY = 32 << 20;

    private static final Parameter[] ALL = Parameter.values();

    private final Checks checks;

    ScryptParameters(Checks checks) {
        this.checks = checks;
    }

    void judge(Members custom, @Nullable Algorithm algorithm, int object) {
        if (algorithm == Algorithm.SCRYPT && !custom.has(CustomHash.KEYLEN)) {
            checks.add(
                    Rule.KEYLEN_MISSING,
                    object,
                    Parameter.KEYLEN.path,
                    "it is missing; give the length of the scrypt hash in bytes, such as 64");
        }
        if (algorithm == Algorithm.SCRYPT) {
            judgeMemory(custom, object);
        }
        for (Parameter parameter : ALL) {
            if (custom.has(parameter.member)) {
                judge(parameter, custom.value(parameter.member), algorithm);
            }
        }
    }

    private void judgeMemory(Members custom, int object) {
        double bytes = 128 * number(custom, CustomHash.COST, 16_384) * number(custom, CustomHash.BLOCK_SIZE, 8);
        if (bytes > MOST_MEMORY) {
            int token = custom.has(CustomHash.COST) ? custom.value(CustomHash.COST) : object;
            checks.add(
                    Rule.HASH_PARAMETERS,
                    token,
                    Parameter.COST.path,
                    "scrypt takes more than 32 MB of memory so, which may be more than Auth0 lets it have; check that"
                            + " such users can log in");
        }
    }

    /** A parameter, or what it is by default. */
    private double number(Members custom, int member, double otherwise) {
        return custom.has(member) && checks.json().kind(custom.value(member)) == Kind.NUMBER
                ? Numbers.integer(checks.json(), custom.value(member))
                : otherwise;
    }

    /** The length of the hash, or 0 if it is not given as a number. */
    int keylen(Members custom) {
        int token = custom.value(CustomHash.KEYLEN);
        return custom.has(CustomHash.KEYLEN) && checks.json().kind(token) == Kind.NUMBER
                ? (int) Numbers.integer(checks.json(), token)
                : 0;
    }

    private void judge(Parameter parameter, int token, @Nullable Algorithm algorithm) {
        double value = checks.json().kind(token) == Kind.NUMBER ? Numbers.integer(checks.json(), token) : Double.NaN;
        if (Double.isNaN(value)) {
            checks.add(Rule.TYPE, token, parameter.path, noInteger(parameter, token));
        } else if (algorithm != null && algorithm != Algorithm.SCRYPT) {
            checks.ignored(token, parameter.path, "scrypt");
        } else if (value < parameter.least) {
            String found = checks.written(token) + " is less than " + parameter.least + ", the least there is";
            checks.add(parameter.rule, token, parameter.path, found);
        } else if (parameter == Parameter.COST && !Numbers.isPowerOfTwo(value)) {
            String remedy = " is not a power of two, such as 16384; give the N that scrypt was called with";
            checks.add(Rule.COST_POWER, token, parameter.path, checks.written(token) + remedy);
        }
    }

    private String noInteger(Parameter parameter, int token) {
        Kind kind = checks.json().kind(token);
        return "expected an integer, such as " + (parameter == Parameter.COST ? "16384" : "8") + ", found "
                + (kind == Kind.NUMBER ? "another number" : Checks.nameOf(kind));
    }
}
