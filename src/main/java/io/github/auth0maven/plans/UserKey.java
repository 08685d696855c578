package io.github.auth0maven.plans;

import io.github.auth0maven.users.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a user is known by: the e-mail address, or, of one without, the username, the phone number or the id. */
final class UserKey {

    private static final String PREFIX = "auth0|";

    private UserKey() {}

    /** All that a user can be known by, the e-mail address first. */
    static List<String> all(Json user) {
        List<String> keys = new ArrayList<>(4);
        add(keys, "e", UserComparison.text(user, UserComparison.EMAIL).toLowerCase(Locale.ROOT));
        add(keys, "u", UserComparison.text(user, UserComparison.USERNAME).toLowerCase(Locale.ROOT));
        add(keys, "p", UserComparison.text(user, UserComparison.PHONE_NUMBER));
        add(keys, "i", UserComparison.text(user, UserComparison.USER_ID));
        return keys;
    }

    /** All that the tenant's user can be known by; its id without the prefix that Auth0 gives it. */
    static List<String> allOfTenant(Json user) {
        List<String> keys = all(user);
        keys.replaceAll(key -> key.startsWith("i" + PREFIX) ? "i" + key.substring(PREFIX.length() + 1) : key);
        return keys;
    }

    static boolean isEmail(String key) {
        return key.startsWith("e");
    }

    private static void add(List<String> keys, String kind, String value) {
        if (!value.isEmpty()) {
            keys.add(kind + value);
        }
    }

    /** A hash of 64 bits whose every bit depends on all of the text. */
    static long hash(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
