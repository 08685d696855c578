package io.github.auth0maven.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses what was meant by a word that is not known. */
public final class Suggestions {

    private static final int LONGEST_WORD = 40;

    /** What other systems call it, without signs and in lower case. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("mail", "email"),
            Map.entry("emailaddress", "email"),
            Map.entry("verified", "email_verified"),
            Map.entry("isverified", "email_verified"),
            Map.entry("isemailverified", "email_verified"),
            Map.entry("emailaddressverified", "email_verified"),
            Map.entry("emailconfirmed", "email_verified"),
            Map.entry("phonenumberverified", "phone_verified"),
            Map.entry("isphoneverified", "phone_verified"),
            Map.entry("phonenumberconfirmed", "phone_verified"),
            Map.entry("phoneconfirmed", "phone_verified"),
            Map.entry("mobileverified", "phone_verified"),
            Map.entry("hashedpassword", "password_hash"),
            Map.entry("encryptedpassword", "password_hash"),
            Map.entry("passworddigest", "password_hash"),
            Map.entry("preferredusername", "username"),
            Map.entry("phone", "phone_number"),
            Map.entry("mobile", "phone_number"),
            Map.entry("firstname", "given_name"),
            Map.entry("forename", "given_name"),
            Map.entry("lastname", "family_name"),
            Map.entry("surname", "family_name"),
            Map.entry("fullname", "name"),
            Map.entry("displayname", "name"),
            Map.entry("avatar", "picture"),
            Map.entry("photo", "picture"),
            Map.entry("login", "username"),
            Map.entry("id", "user_id"),
            Map.entry("mfa", "mfa_factors"),
            Map.entry("metadata", "user_metadata"));

    private static final Set<String> EXPORTED_ONLY = Set.of(
            "created_at",
            "updated_at",
            "identities",
            "last_login",
            "last_ip",
            "logins_count",
            "multifactor",
            "multifactor_last_modified",
            "last_password_reset",
            "last_failed_login",
            "connection",
            "provider");

    private static final Set<String> PASSWORDS =
            Set.of("password", "passwd", "passwordplain", "plainpassword", "secret");

    private Suggestions() {}

    /** What to do about an attribute that a user cannot have. */
    static String forAttribute(String name, List<String> known) {
        if (EXPORTED_ONLY.contains(name)) {
            return "Auth0 writes it into an export, but refuses it in an import; remove it";
        }
        String bare = bare(name);
        if (PASSWORDS.contains(bare)) {
            return "a password can be imported as its hash only; use password_hash or custom_password_hash";
        }
        return Optional.ofNullable(OTHER_NAMES.get(bare))
                .or(() -> closest(name, known))
                .map(meant -> "did you mean \"" + meant + "\"?")
                .orElse("remove it, or move it into user_metadata or app_metadata");
    }

    /** What stands elsewhere in a user than people put it, without signs and in lower case. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("salt", "custom_password_hash.salt.value"),
            Map.entry("saltprefix", "custom_password_hash.salt.value"),
            Map.entry("saltsuffix", "custom_password_hash.salt.value, with the position \"suffix\""),
            Map.entry("saltvalue", "custom_password_hash.salt.value"),
            Map.entry("saltencoding", "custom_password_hash.salt.encoding"),
            Map.entry("saltposition", "custom_password_hash.salt.position"),
            Map.entry("digest", "custom_password_hash.hash.digest"),
            Map.entry("key", "custom_password_hash.hash.key.value"),
            Map.entry("algorithm", "custom_password_hash.algorithm"),
            Map.entry("keylen", "custom_password_hash.keylen"),
            Map.entry("cost", "custom_password_hash.cost"),
            Map.entry("blocksize", "custom_password_hash.blockSize"),
            Map.entry("parallelization", "custom_password_hash.parallelization"));

    /** What to do about a property that an object in a user has not; one with a place elsewhere has to go there. */
    static String forProperty(String name, String path, List<String> known) {
        String place = path.startsWith("custom_password_hash") ? PLACES.get(bare(name)) : null;
        if (place != null) {
            return "it belongs into " + place;
        }
        if (path.equals("custom_password_hash") && (name.equals("value") || name.equals("encoding"))) {
            return "it belongs into custom_password_hash.hash." + name;
        }
        return closest(name, known)
                .map(meant -> "did you mean \"" + meant + "\"?")
                .orElse("remove it");
    }

    /** The known word that differs least from the given one, if it is near enough to be meant. */
    public static Optional<String> closest(String given, List<String> known) {
        String word = bare(given);
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        int most = Math.min(3, (word.length() + 3) / 4);
        return known.stream()
                .filter(candidate -> digits(word).equals(digits(bare(candidate))))
                .filter(candidate -> distance(word, bare(candidate)) <= most)
                .min(Comparator.comparingInt(candidate -> distance(word, bare(candidate))));
    }

    private static String bare(String word) {
        StringBuilder bare = new StringBuilder();
        word.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> Character.isLetterOrDigit((char) c))
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    /** Digits in any order: md2 is not a slip for md4, but sha265 is one for sha256. */
    private static String digits(String word) {
        StringBuilder digits = new StringBuilder();
        word.chars().filter(c -> c >= '0' && c <= '9').sorted().forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** How many letters to insert, remove, replace or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int least = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                steps[i][j] = swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
            }
        }
        return steps[a.length()][b.length()];
    }
}
