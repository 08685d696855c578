package io.github.auth0maven.fuzz;

import io.github.auth0maven.fuzz.Tree.Numeral;
import io.github.auth0maven.fuzz.Tree.Slot;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Users made by chance from a seed: valid ones, valid ones that something happened to, and wild ones. */
final class AnyUser {

    private static final String[] ATTRIBUTES = {
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
        "mfa_factors"
    };
    private static final String[] INNER_NAMES = {
        "algorithm",
        "hash",
        "salt",
        "password",
        "keylen",
        "cost",
        "blockSize",
        "parallelization",
        "value",
        "encoding",
        "digest",
        "key",
        "position",
        "totp",
        "phone",
        "secret",
        "__tenant",
        "_id",
        "clientID",
        "identities",
        "metadata",
        "roles",
        "x",
        "Email",
        "familyName",
        "email ",
        "émail",
        ""
    };
    private static final String[] ALGORITHMS = {
        "argon2", "bcrypt", "hmac", "ldap", "md4", "md5", "sha1", "sha256", "sha512", "pbkdf2", "scrypt"
    };
    private static final String[] DIGESTS = {
        "md4", "md5", "ripemd160", "sha1", "sha224", "sha256", "sha384", "sha512", "whirlpool"
    };
    private static final String[] WORDS = {
        "base64",
        "hex",
        "utf8",
        "prefix",
        "suffix",
        "ascii",
        "utf16le",
        "ucs2",
        "latin1",
        "binary",
        "argon2",
        "bcrypt",
        "hmac",
        "ldap",
        "md4",
        "md5",
        "sha1",
        "sha256",
        "sha512",
        "pbkdf2",
        "scrypt",
        "ripemd160",
        "sha224",
        "sha384",
        "whirlpool",
        "true",
        "false",
        "null",
        "1",
        "0",
        "HEX",
        "utf-8",
        "$2a$10$",
        "$2y$",
        "{SSHA}",
        "{CRYPT}xyz",
        "{sha-512}c2FsdA==",
        "$argon2i$",
        "$pbkdf2-sha1$",
        "ABC234",
        "abc234",
        "+1",
        "+",
        "a@b.co",
        "\"a b\"@example.com",
        "a@b",
        "jane@exämple.com",
        "jane@example.com.",
        "JOSÉ@EXAMPLE.COM",
        "ΑΣ@example.com",
        "İ@example.com",
        "{}",
        "[]"
    };
    private static final String[] PIECES = {
        " ",
        "\t",
        "\n",
        "\u0000",
        "\u001f",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u1680",
        "\u180e",
        "\u200b",
        "\u2003",
        "\u2028",
        "\u3000",
        "\ufeff",
        "\uff01",
        "\uffff",
        "\ufdd0",
        "\ue000",
        "é",
        "É",
        "İ",
        "ı",
        "ß",
        "ς",
        "Σ",
        "\u00a9",
        "日本",
        "😀",
        "\ud83d",
        "\ude00",
        "$",
        "@",
        ".",
        "..",
        "+",
        "-",
        "=",
        "/",
        "_",
        "{",
        "}",
        "(",
        ",",
        ":",
        ";",
        "\"",
        "\\",
        "\\\"",
        "'",
        "0",
        "1",
        "9",
        "A",
        "z",
        "|",
        "auth0|",
        "xn--",
        "%",
        "<a@b.co>"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "2",
        "3",
        "8",
        "64",
        "-1",
        "16384",
        "16385",
        "1.0",
        "1.5",
        "1e3",
        "2e0",
        "0.5",
        "1E-1",
        "1e400",
        "-1e400",
        "4503599627370496",
        "9007199254740993",
        "18446744073709551616",
        "340282366920938463463374607431768211456",
        "12125550001",
        "1.00000000000000000000000000000001",
        "1e-400",
        "0e5",
        "2147483648",
        "0.0"
    };
    private static final int[] LENGTHS = {1, 63, 64, 65, 128, 129, 150, 151, 253, 254, 255, 256, 350, 351};

    private final Random random;
    private final long seed;

    private AnyUser(long seed) {
        this.seed = seed;
        // neighbouring seeds would begin alike
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** Of each kind one in three. */
    static Map<String, Object> of(long seed) {
        return switch ((int) Math.floorMod(seed, 3L)) {
            case 0 -> valid(seed);
            case 1 -> nearlyValid(seed);
            default -> wild(seed);
        };
    }

    /** A user that Auth0 would take. */
    static Map<String, Object> valid(long seed) {
        return new AnyUser(seed).user();
    }

    /** A valid user with one to three mutations. */
    static Map<String, Object> nearlyValid(long seed) {
        AnyUser any = new AnyUser(seed);
        Map<String, Object> user = any.user();
        for (int mutations = 1 + any.random.nextInt(3); mutations > 0; mutations--) {
            any.mutate(user);
        }
        return user;
    }

    /** An object of known names and anything under them. */
    static Map<String, Object> wild(long seed) {
        return new AnyUser(seed).object(0);
    }

    // ---- valid

    private Map<String, Object> user() {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("email", email());
        for (String attribute : ATTRIBUTES) {
            if (!attribute.equals("email") && random.nextInt(3) == 0) {
                user.put(attribute, value(attribute));
            }
        }
        if (user.containsKey("password_hash")) {
            user.remove("custom_password_hash");
        }
        return user;
    }

    private Object value(String attribute) {
        return switch (attribute) {
            case "email_verified", "phone_verified", "blocked" -> random.nextBoolean();
            case "phone_number" -> "+1" + digits(3 + random.nextInt(12));
            case "user_id" -> "id-" + Long.toString(seed, 36);
            case "username" -> "u_" + Long.toString(seed, 36) + pick("", ".", "^", "+x", "#~");
            case "picture" -> "https://example.com/" + word() + ".png";
            case "password_hash" -> bcrypt(pick("a", "b"), "10");
            case "custom_password_hash" -> customPasswordHash(pick(ALGORITHMS));
            case "app_metadata", "user_metadata" -> metadata();
            case "mfa_factors" -> factors();
            default -> pick("Jane", "Zoë", "李", "Jean-Luc O'Neill", "😀") + (random.nextBoolean() ? "" : " " + word());
        };
    }

    private String email() {
        String local = pick("jane", "j.o.e", "o'neill", "user+tag", "José", "日本語", "\"quoted word\"", "A_b-c", "ΣΑΣ");
        String unique = local.endsWith("\"") ? "" : random.nextInt(20) == 0 ? "1" : Long.toString(seed, 36);
        return local + unique + "@"
                + pick(
                        "example.com",
                        "mail.example.org",
                        "EXAMPLE.com",
                        "exämple.de",
                        "a-b.co.uk",
                        "例え.テスト",
                        "x.xn--p1ai");
    }

    private Map<String, Object> customPasswordHash(String algorithm) {
        Map<String, Object> custom = new LinkedHashMap<>();
        Map<String, Object> hash = new LinkedHashMap<>();
        custom.put("algorithm", algorithm);
        custom.put("hash", hash);
        int size = switch (algorithm) {
            case "md4", "md5" -> 16;
            case "sha1" -> 20;
            case "sha512", "scrypt" -> 64;
            default -> 32;
        };
        switch (algorithm) {
            case "argon2" ->
                hash.put(
                        "value",
                        pick("$argon2id$v=19", "$argon2i$v=19", "$argon2d") + "$m=65536,t=3,p=4$" + b64(16) + "$"
                                + b64(32));
            case "bcrypt" -> hash.put("value", bcrypt(pick("a", "b", "y"), pick("10", "12")));
            case "ldap" ->
                hash.put("value", pick("{SSHA}", "{ssha}") + Base64.getEncoder().encodeToString(bytes(28)));
            case "pbkdf2" ->
                hash.put(
                        "value",
                        pick("$pbkdf2-sha512", "$pbkdf2-sha256") + "$i=100000,l=32$" + b64(16) + "$" + b64(32));
            default -> {
                boolean hex = random.nextBoolean();
                hash.put("value", hex ? hex(size) : Base64.getEncoder().encodeToString(bytes(size)));
                hash.put("encoding", hex ? "hex" : "base64");
            }
        }
        if ("argon2 bcrypt ldap pbkdf2".contains(algorithm) && random.nextBoolean()) {
            hash.put("encoding", "utf8");
        }
        if (algorithm.equals("hmac")) {
            hash.put("digest", pick(DIGESTS));
            hash.put("key", encoded());
        }
        if (algorithm.equals("scrypt")) {
            custom.put("keylen", new Numeral("64"));
            addSometimes(custom, "cost", new Numeral(pick("2", "16384", "1048576")));
            addSometimes(custom, "blockSize", new Numeral(pick("1", "8")));
            addSometimes(custom, "parallelization", new Numeral(pick("1", "4")));
        }
        if (!"argon2 ldap pbkdf2".contains(algorithm) && random.nextInt(3) == 0) {
            Map<String, Object> salt = encoded();
            addSometimes(salt, "position", pick("prefix", "suffix"));
            custom.put("salt", salt);
        }
        addSometimes(
                custom,
                "password",
                new LinkedHashMap<>(Map.of("encoding", pick("ascii", "utf8", "utf16le", "ucs2", "latin1", "binary"))));
        return custom;
    }

    private void addSometimes(Map<String, Object> object, String name, Object value) {
        if (random.nextInt(3) == 0) {
            object.put(name, value);
        }
    }

    private Map<String, Object> encoded() {
        Map<String, Object> encoded = new LinkedHashMap<>();
        encoded.put("value", hex(8));
        addSometimes(encoded, "encoding", pick("hex", "utf8"));
        return encoded;
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        for (int members = random.nextInt(4); members > 0; members--) {
            metadata.put("m" + random.nextInt(100), any(2));
        }
        return metadata;
    }

    private List<Object> factors() {
        List<Object> factors = new ArrayList<>();
        for (int count = 1 + random.nextInt(random.nextInt(8) == 0 ? 10 : 2); count > 0; count--) {
            factors.add(factor());
        }
        return factors;
    }

    private Map<String, Object> factor() {
        Map<String, Object> inner = new LinkedHashMap<>();
        Map<String, Object> factor = new LinkedHashMap<>();
        String kind = pick("totp", "phone", "email");
        factor.put(kind, inner);
        switch (kind) {
            case "totp" -> inner.put("secret", pick("JBSWY3DPEHPK3PNP", "A", "234567"));
            case "phone" -> inner.put("value", "+1" + digits(10));
            default -> inner.put("value", email());
        }
        return factor;
    }

    // ---- nearly valid

    private void mutate(Map<String, Object> user) {
        List<Slot> slots = Tree.slots(user);
        if (slots.isEmpty()) {
            user.put(name(), any(1));
            return;
        }
        Slot slot = slots.get(random.nextInt(slots.size()));
        Object value = slot.value();
        switch (random.nextInt(8)) {
            case 0 -> slot.remove();
            case 1 -> slot.set(any(1));
            case 2 -> slot.set(slots.get(random.nextInt(slots.size())).value() instanceof String text ? text : null);
            case 3 ->
                slot.rename(random.nextBoolean() || !(slot.key() instanceof String name) ? name() : misspelt(name));
            default -> {
                if (value instanceof String text) {
                    slot.set(edited(text));
                } else if (value instanceof Numeral) {
                    slot.set(new Numeral(pick(NUMBERS)));
                } else if (value instanceof Map<?, ?> object) {
                    new Slot(object, name()).set(any(1));
                } else if (value instanceof List<?> array) {
                    mutate(slot, array);
                } else {
                    slot.set(any(3));
                }
            }
        }
    }

    private void mutate(Slot slot, List<?> array) {
        List<Object> items = new ArrayList<>(array);
        switch (random.nextInt(3)) {
            case 0 -> items.clear();
            case 1 -> {
                while (items.size() < 9 + random.nextInt(4)) {
                    items.add(factor());
                }
            }
            default -> items.add(any(2));
        }
        slot.set(items);
    }

    private String edited(String text) {
        int at = random.nextInt(text.length() + 1);
        int next = Math.min(text.length(), at + 1);
        return switch (random.nextInt(13)) {
            case 0 -> text.substring(0, at) + text.substring(next);
            case 1, 2 -> text.substring(0, at) + pick(PIECES) + text.substring(at);
            case 3 -> text.substring(0, at) + pick(PIECES) + text.substring(next);
            case 4 -> text.substring(0, at);
            case 5 -> text.toUpperCase(Locale.ROOT);
            case 6 -> text.toLowerCase(Locale.ROOT);
            case 7 -> "";
            case 8 -> pick(WORDS);
            case 9 -> withoutPart(text);
            case 10 -> pick(" ", "\u00a0", "\n") + text;
            case 11 -> text + "\n";
            default -> lengthened(text);
        };
    }

    /** Without dots, for these would make it look like a path. */
    private String misspelt(String name) {
        return edited(name).replace(".", "");
    }

    private String withoutPart(String text) {
        char separator = pick("$", ".", "@", ",", "=").charAt(0);
        int from = text.indexOf(separator, random.nextInt(text.length() + 1));
        int to = from < 0 ? -1 : text.indexOf(separator, from + 1);
        return from < 0 ? text : text.substring(0, from) + (to < 0 ? "" : text.substring(to));
    }

    private String lengthened(String text) {
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        String piece = random.nextInt(4) == 0 ? "é" : "a";
        // before what is there, so that a domain stays at the end
        return piece.repeat(Math.max(0, length - text.codePointCount(0, text.length()))) + text;
    }

    // ---- wild

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int members = random.nextInt(depth == 0 ? 8 : 5); members > 0; members--) {
            String name = name();
            Object value = random.nextInt(4) == 0 ? value(depth == 0 ? name : pick(ATTRIBUTES)) : any(depth + 1);
            object.put(name, value);
        }
        return object;
    }

    private Object any(int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 9)) {
            case 0 -> pick(WORDS);
            case 1 -> edited(pick(WORDS));
            case 2 -> new Numeral(pick(NUMBERS));
            case 3 -> true;
            case 4 -> false;
            case 5 -> null;
            case 6 -> {
                List<Object> array = new ArrayList<>();
                for (int items = random.nextInt(4); items > 0; items--) {
                    array.add(any(depth + 1));
                }
                yield array;
            }
            default -> object(depth + 1);
        };
    }

    private String name() {
        return switch (random.nextInt(8)) {
            case 0 -> misspelt(pick(ATTRIBUTES));
            case 1, 2, 3 -> pick(INNER_NAMES);
            default -> pick(ATTRIBUTES);
        };
    }

    // ---- pieces

    private String pick(String... among) {
        return among[random.nextInt(among.length)];
    }

    private String word() {
        return pick(WORDS).replaceAll("[^A-Za-z0-9]", "") + random.nextInt(100);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private String hex(int size) {
        return HexFormat.of().formatHex(bytes(size));
    }

    private String b64(int size) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes(size));
    }

    private String bcrypt(String kind, String rounds) {
        String characters = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        StringBuilder hash = new StringBuilder("$2" + kind + "$" + rounds + "$");
        for (int i = 0; i < 53; i++) {
            hash.append(characters.charAt(random.nextInt(characters.length())));
        }
        return hash.toString();
    }
}
