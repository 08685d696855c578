package io.github.auth0maven.validation;

import io.github.auth0maven.users.Json;
import java.util.List;
import java.util.stream.IntStream;

/** Judges mfa_factors; what it says shows no secret. */
final class MfaFactors {

    private static final int MOST = 10;

    /** What can be at fault in a factor; its paths are made once. */
    private static final class Part {

        static final Part FACTOR = new Part("");
        static final Part TOTP = new Part(".totp");
        static final Part SECRET = new Part(".totp.secret");
        static final Part PHONE = new Part(".phone");
        static final Part PHONE_VALUE = new Part(".phone.value");
        static final Part EMAIL = new Part(".email");
        static final Part EMAIL_VALUE = new Part(".email.value");

        private final String rest;
        private final List<String> paths;

        private Part(String rest) {
            this.rest = rest;
            paths = IntStream.range(0, MOST).mapToObj(this::made).toList();
        }

        String path(int index) {
            return index < MOST ? paths.get(index) : made(index);
        }

        private String made(int index) {
            return "mfa_factors[" + index + "]" + rest;
        }
    }

    private final Members factor = new Members("totp", "phone", "email");
    private static final int TOTP = 0;
    private static final int PHONE = 1;
    private static final int EMAIL = 2;

    private final Members totp = new Members("secret");
    private final Members other = new Members("value");
    private static final int ONLY = 0;

    private final Checks checks;

    MfaFactors(Checks checks) {
        this.checks = checks;
    }

    void judge(int array) {
        String path = "mfa_factors";
        if (!checks.isArray(array, path)) {
            return;
        }
        int count = judgeEach(array);
        if (count == 0) {
            checks.add(Rule.FACTORS_FEW, array, path, "it is empty, and Auth0 wants 1 to 10 factors; leave it out");
        } else if (count > MOST) {
            checks.add(Rule.FACTORS_MANY, array, path, "it has " + count + " factors, and Auth0 takes 10 at most");
        }
    }

    private int judgeEach(int array) {
        Json json = checks.json();
        int count = 0;
        for (int item = json.first(array); item < json.after(array); item = json.after(item)) {
            judgeFactor(item, count);
            count++;
        }
        return count;
    }

    private void judgeFactor(int object, int index) {
        if (checks.json().kind(object) != Json.Kind.OBJECT) {
            checks.isObject(object, path(index, Part.FACTOR));
            return;
        }
        factor.read(checks.json(), object);
        if (factor.unknowns() > 0) {
            checks.unknown(factor, Rule.FACTOR_UNKNOWN, path(index, Part.FACTOR));
        }
        judgeSize(object, index);
        judgeParts(index);
    }

    private void judgeParts(int index) {
        if (factor.has(TOTP)) {
            judgeTotp(factor.value(TOTP), index);
        }
        if (factor.has(PHONE)) {
            judgeOther(PHONE, index);
        }
        if (factor.has(EMAIL)) {
            judgeOther(EMAIL, index);
        }
    }

    /** It has to be one factor. */
    private void judgeSize(int object, int index) {
        String path = path(index, Part.FACTOR);
        if (factor.size() > 1) {
            String remedy = " factors in one; give each an object of its own: [{\"totp\": …}, {\"phone\": …}]";
            checks.add(Rule.FACTOR_TWOFOLD, object, path, "it is " + factor.size() + remedy);
        } else if (factor.size() + factor.unknowns() == 0) {
            checks.add(Rule.FACTOR_EMPTY, object, path, "it is empty; give totp, phone or email, or remove it");
        }
    }

    private void judgeTotp(int object, int index) {
        if (!holds(object, totp, index, Part.TOTP)) {
            return;
        }
        int token = totp.value(ONLY);
        Text text = checks.json().kind(token) == Json.Kind.STRING ? checks.text(token) : null;
        if (text != null && !text.isEmpty() && Characters.BASE32.all(text.bytes, text.from, text.to)) {
            return;
        }
        String path = path(index, Part.SECRET);
        if (checks.isSecretText(token, path)) {
            checks.add(Rule.FACTOR_SECRET, token, path, problemOfSecret(checks.text(token)));
        }
    }

    private static String problemOfSecret(Text text) {
        if (text.isEmpty()) {
            return "it is empty; remove the factor";
        }
        byte last = text.bytes[text.to - 1];
        int other = Characters.BASE32.firstOther(text.bytes, text.from, text.to);
        String found = "it is not Base32 without padding, of A to Z and 2 to 7; ";
        if (last == '=') {
            return found + "remove the \"=\" at its end";
        }
        return found + (Characters.LETTERS.has(text.bytes[other]) ? "write it in capital letters" : "encode it anew");
    }

    private void judgeOther(int kind, int index) {
        boolean phone = kind == PHONE;
        if (!holds(factor.value(kind), other, index, phone ? Part.PHONE : Part.EMAIL)) {
            return;
        }
        String path = path(index, phone ? Part.PHONE_VALUE : Part.EMAIL_VALUE);
        if (phone) {
            checks.isPhoneNumber(other.value(ONLY), Rule.FACTOR_PHONE, path);
        } else {
            checks.isEmail(other.value(ONLY), Rule.FACTOR_EMAIL, path);
        }
    }

    /** Whether this is an object that has the one property it is for. */
    private boolean holds(int object, Members members, int index, Part part) {
        Part only = part == Part.TOTP ? Part.SECRET : part == Part.PHONE ? Part.PHONE_VALUE : Part.EMAIL_VALUE;
        if (!checks.isObject(object, path(index, part))) {
            return false;
        }
        members.read(checks.json(), object);
        if (members.unknowns() > 0) {
            checks.unknown(members, Rule.FACTOR_UNKNOWN, path(index, part));
        }
        if (!members.has(ONLY)) {
            String remedy = "it is missing; give it, or remove the factor";
            checks.add(Rule.FACTOR_VALUE_MISSING, object, path(index, only), remedy);
        }
        return members.has(ONLY);
    }

    private static String path(int index, Part part) {
        return part.path(index);
    }
}
