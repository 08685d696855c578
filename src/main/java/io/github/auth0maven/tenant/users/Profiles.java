package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes the profiles that a connection's imported users get. */
public final class Profiles {

    /** Recorded: always with milliseconds. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final List<String> COPIED = List.of(
            "phone_number", "phone_verified", "given_name", "family_name", "blocked", "app_metadata", "user_metadata");

    /** Documented: all that an upsert changes, beside email_verified and the hash. */
    private static final List<String> UPDATED =
            List.of("app_metadata", "user_metadata", "family_name", "given_name", "name", "nickname", "picture");

    private final String connection;
    private final Clock clock;

    public Profiles(String connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    public static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant);
    }

    /** A new user's profile: name, nickname and picture have defaults [R]. */
    public ObjectNode profile(Identity identity, ObjectNode user) {
        String email = identity.email();
        String now = timestamp(clock.instant());
        ObjectNode profile = Json.object();
        if (!email.isEmpty()) {
            profile.put("email", email)
                    .put("email_verified", user.path("email_verified").asBoolean());
        }
        profile.put("created_at", now).put("updated_at", now);
        profile.putArray("identities")
                .addObject()
                .put("provider", "auth0")
                .put("connection", connection)
                .put("isSocial", false)
                .put("user_id", identity.bareUserId());
        profile.put("user_id", identity.userId())
                .put("name", user.path("name").asText(identity.shown()))
                .put("nickname", user.path("nickname").asText(localPart(identity.shown())))
                .put("picture", user.path("picture").asText(picture(identity.shown(), user)));
        String username = identity.values().get(Identifier.USERNAME);
        if (username != null) {
            profile.put("username", username);
        }
        return copied(COPIED, user, profile);
    }

    /** What an upsert changes: metadata is replaced whole, and email_verified is reset unless given [D]. */
    public ObjectNode changes(ObjectNode user) {
        ObjectNode changes = Json.object()
                .put("email_verified", user.path("email_verified").asBoolean())
                .put("updated_at", timestamp(clock.instant()));
        return copied(UPDATED, user, changes);
    }

    private static ObjectNode copied(List<String> properties, ObjectNode from, ObjectNode to) {
        for (String property : properties) {
            if (from.has(property)) {
                to.set(property, from.path(property));
            }
        }
        return to;
    }

    private static String localPart(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** Recorded: the avatar of the address at Gravatar, and letters where there is none. */
    static String picture(String shown, JsonNode user) {
        String name = user.path("name").asText(shown);
        String letters = URLEncoder.encode(letters(name), StandardCharsets.UTF_8);
        String fallback =
                URLEncoder.encode("https://cdn.auth0.com/avatars/" + letters + ".png", StandardCharsets.UTF_8);
        return "https://s.gravatar.com/avatar/" + md5(shown) + "?s=480&r=pg&d=" + fallback;
    }

    /** The picture of a profile that was given none. */
    static String picture(JsonNode profile) {
        String shown = Stream.of(Identifier.EMAIL, Identifier.USERNAME, Identifier.PHONE_NUMBER)
                .map(identifier -> Identity.valueOf(identifier, profile))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("?");
        return picture(shown, profile);
    }

    private static String letters(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, text.length()))))
                .toLowerCase(Locale.ROOT);
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
