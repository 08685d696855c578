package io.github.auth0maven.fuzz;

import io.github.auth0maven.fuzz.Refusal.Judge;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Compares what two judges say of a user, but for that of which only one of them can speak. */
final class Agreement {

    private static final String INTEGERS = "custom_password_hash\\.(keylen|cost|blockSize|parallelization)";

    /** What only one of the two can speak of, and why. */
    enum Only {
        FORMAT_OF_EMAIL(
                "email|mfa_factors\\[\\d+]\\.email\\.value",
                "INVALID_FORMAT",
                "to a schema a format is a remark; which addresses the service takes is a matter of its own validator"),
        FORMAT_OF_PHONE_NUMBER("phone_number", "PATTERN", "documented in words: E.164"),
        FORMAT_OF_USERNAME(
                "username", "MIN_LENGTH|MAX_LENGTH|PATTERN|NOT_PASSED", "documented in words: length and characters"),
        FORMAT_OF_USER_ID("user_id", "MAX_LENGTH|PATTERN", "documented in words: length, and no white space"),
        LENGTH_OF_NAMES("given_name|family_name|name|nickname", "MIN_LENGTH|MAX_LENGTH", "documented in words"),
        FORMAT_OF_PASSWORD_HASH("password_hash", "PATTERN", "documented in words: bcrypt of 10 rounds"),
        ONE_HASH("password_hash|custom_password_hash", "NOT_PASSED", "documented in words: they exclude each other"),
        RESERVED_NAMES("app_metadata\\..*", "NOT_PASSED", "documented in words: the names that are kept"),
        HASH_WITHOUT_VALUE(
                "custom_password_hash\\.hash\\.value",
                "OBJECT_MISSING_REQUIRED_PROPERTY",
                "the schema does not require it, but a hash without a value is none; we are stricter"),
        FORM_OF_HASH(
                "custom_password_hash\\.hash\\.value",
                "PATTERN|INVALID_FORMAT",
                "what an algorithm's hash looks like, down to the byte, is beyond a schema"),
        ENCODING_OF_ALGORITHM(
                "custom_password_hash\\.hash\\.encoding",
                "ENUM_MISMATCH",
                "documented in words: which encodings an algorithm takes"),
        SALT_OF_ALGORITHM("custom_password_hash\\.salt", "NOT_PASSED", "documented in words: some take no salt"),
        HMAC_NEEDS(
                "custom_password_hash\\.hash\\.(digest|key)",
                "OBJECT_MISSING_REQUIRED_PROPERTY",
                "documented in words: what an hmac needs"),
        SCRYPT_NEEDS(
                "custom_password_hash\\.keylen",
                "OBJECT_MISSING_REQUIRED_PROPERTY",
                "documented in words: what scrypt needs"),
        SCRYPT_RANGES(INTEGERS, "MINIMUM|NOT_PASSED", "documented in words: what scrypt can be called with"),
        EMPTY_FACTOR("mfa_factors\\[\\d+]", "OBJECT_PROPERTIES_MINIMUM", "documented in words: exactly one of three"),
        LINE_END_AFTER_SECRET(
                "mfa_factors\\[\\d+]\\.(totp\\.secret|phone\\.value)",
                "PATTERN",
                "in a Java pattern $ also stands before a line end, in the service's JavaScript it does not"),
        HUGE_INTEGER(INTEGERS, "INVALID_TYPE", "an integer to mathematics, but infinite in JavaScript: 1e400"),

        THEIRS_UNKNOWN_FACTOR(
                "mfa_factors\\[\\d+]",
                "OBJECT_PROPERTIES_MAXIMUM",
                "the schema also counts names that are unknown, which we tell one by one"),
        THEIRS_ALMOST_INTEGER(INTEGERS, "INVALID_TYPE", "an integer in JavaScript, as it has no more digits: 1e-400");

        private final Pattern place;
        private final Pattern code;
        final String reason;

        Only(String place, String code, String reason) {
            this.place = Pattern.compile(place);
            this.code = Pattern.compile(code);
            this.reason = reason;
        }

        boolean isOurs() {
            return !name().startsWith("THEIRS_");
        }

        boolean covers(Refusal refusal) {
            return place.matcher(refusal.place()).matches()
                    && code.matcher(refusal.code()).matches();
        }
    }

    private final Judge ours;
    private final Judge theirs;
    private final Set<Only> met = EnumSet.noneOf(Only.class);

    Agreement(Judge ours, Judge theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** What only one of the judges says though both could. */
    Set<String> disagreements(Map<String, Object> user) {
        return disagreements(List.of(user)).get(0);
    }

    /** What only one of the judges says of each user though both could. */
    List<Set<String>> disagreements(List<Map<String, Object>> users) {
        List<Set<Refusal>> our = ours.all(users);
        List<Set<Refusal>> their = theirs.all(users);
        return IntStream.range(0, users.size())
                .mapToObj(i -> disagreements(our.get(i), their.get(i)))
                .toList();
    }

    private Set<String> disagreements(Set<Refusal> our, Set<Refusal> their) {
        Set<String> disagreements = new TreeSet<>();
        difference(our, their, true, disagreements);
        difference(their, our, false, disagreements);
        return disagreements;
    }

    private void difference(Set<Refusal> from, Set<Refusal> other, boolean ourSide, Set<String> disagreements) {
        for (Refusal refusal : from) {
            if (!other.contains(refusal)) {
                boolean excused = false;
                for (Only only : Only.values()) {
                    if (only.isOurs() == ourSide && only.covers(refusal)) {
                        met.add(only);
                        excused = true;
                    }
                }
                if (!excused) {
                    disagreements.add((ourSide ? "only we refuse: " : "only the schema refuses: ") + refusal);
                }
            }
        }
    }

    /** The reasons that were needed so far. */
    Set<Only> met() {
        return EnumSet.copyOf(met);
    }
}
