package io.github.auth0maven.users;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The properties of a user that Auth0 imports, and the types that Auth0's schema gives to them and to what they hold. */
final class AttributeTypes {
    private static final List<String> OF_CUSTOM_HASH = List.of(
            "algorithm",
            "hash",
            "hash.value",
            "hash.encoding",
            "hash.digest",
            "hash.key",
            "hash.key.value",
            "hash.key.encoding",
            "salt",
            "salt.value",
            "salt.encoding",
            "salt.position",
            "password",
            "password.encoding",
            "keylen",
            "cost",
            "blockSize",
            "parallelization");
    private static final List<String> OF_FACTORS =
            List.of("", ".totp", ".totp.secret", ".phone", ".phone.value", ".email", ".email.value");
    private static final List<String> OBJECTS = List.of(
            "custom_password_hash",
            "custom_password_hash.hash",
            "custom_password_hash.hash.key",
            "custom_password_hash.salt",
            "custom_password_hash.password",
            "app_metadata",
            "user_metadata",
            "mfa_factors",
            "mfa_factors.totp",
            "mfa_factors.phone",
            "mfa_factors.email");

    /** The properties, in the order of Auth0's schema. */
    static final List<String> NAMES = List.of(
            "email",
            "email_verified",
            "phone_number",
            "phone_verified",
            "user_id",
            "username",
            "given_name",
            "family_name",
            "name",
            "nickname",
            "picture",
            "blocked",
            "password_hash",
            "custom_password_hash",
            "app_metadata",
            "user_metadata",
            "mfa_factors");

    /** The places in a user that the schema names, joined by dots; the metadata may hold any others. */
    static final Set<String> PATHS = paths();

    /** What the schema wants. */
    enum Type {
        TEXT,
        BOOLEAN,
        NUMBER,
        /** An object or an array. */
        NESTED,
        /** Whatever the user's owner likes. */
        ANY
    }

    private static final Set<String> NUMBERS = Set.of("keylen", "cost", "blockSize", "parallelization");

    private static final Map<String, Type> TYPES = types();

    private AttributeTypes() {}

    /**
     * The type of a value.
     *
     * @param path names joined by dots; those of an array's items follow the name of the array
     */
    static Type of(String path) {
        Type type = TYPES.get(path);
        if (type != null) {
            return type;
        }
        boolean known = path.startsWith("custom_password_hash.") || path.startsWith("mfa_factors.");
        return known ? Type.TEXT : Type.ANY;
    }

    /**
     * Whether the schema has room for such a value.
     *
     * @param path names joined by dots, with {@code []} after that of an array whose items it leads into
     */
    static boolean isKnown(String path) {
        return PATHS.contains(path) || path.startsWith("app_metadata.") || path.startsWith("user_metadata.");
    }

    private static Set<String> paths() {
        Set<String> paths = new HashSet<>(NAMES);
        OF_CUSTOM_HASH.forEach(name -> paths.add("custom_password_hash." + name));
        OF_FACTORS.forEach(factor -> paths.add("mfa_factors[]" + factor));
        return Set.copyOf(paths);
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new HashMap<>();
        put(types, Type.TEXT, NAMES);
        types.put(HashReading.PASSWORD, Type.TEXT);
        put(types, Type.BOOLEAN, List.of("email_verified", "phone_verified", "blocked"));
        put(types, Type.NESTED, OBJECTS);
        for (String name : NUMBERS) {
            types.put("custom_password_hash." + name, Type.NUMBER);
        }
        return Map.copyOf(types);
    }

    private static void put(Map<String, Type> types, Type type, List<String> paths) {
        for (String path : paths) {
            types.put(path, type);
        }
    }
}
