package io.github.auth0maven.plans;

import io.github.auth0maven.plans.Difference.Means;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a user of a users file with the tenant's. What the file does not have, an upsert leaves alone: the name, nickname and
 * picture that Auth0 gives by itself are no difference. But for {@code email_verified}, which it resets.
 */
final class UserComparison {

    static final Names ATTRIBUTES = Names.of(List.of(
            "email",
            "email_verified",
            "given_name",
            "family_name",
            "name",
            "nickname",
            "picture",
            "username",
            "phone_number",
            "phone_verified",
            "blocked",
            "user_id",
            "app_metadata",
            "user_metadata",
            "password_hash",
            "custom_password_hash",
            "mfa_factors"));
    static final int EMAIL = 0;
    private static final int EMAIL_VERIFIED = 1;
    private static final int PICTURE = 6;
    static final int USERNAME = 7;
    static final int PHONE_NUMBER = 8;
    private static final int BLOCKED = 10;
    static final int USER_ID = 11;
    private static final int APP_METADATA = 12;
    private static final int USER_METADATA = 13;
    private static final int FIRST_SECRET = 14;

    private static final String PREFIX = "auth0|";
    private static final Optional<String> SECRET = Optional.of("\"(secret)\"");

    private final Metadata metadata;

    UserComparison(Metadata metadata) {
        this.metadata = metadata;
    }

    /** A text of a user; empty if there is none. */
    static String text(Json user, int attribute) {
        int value = user.member(Json.ROOT, ATTRIBUTES, attribute);
        return value >= 0 && user.kind(value) == Kind.STRING ? user.text(value) : "";
    }

    /** Whether the user has a hash or a factor, which no export shows. */
    static boolean hasSecret(Json user) {
        for (int attribute = FIRST_SECRET; attribute < ATTRIBUTES.all().size(); attribute++) {
            if (user.member(Json.ROOT, ATTRIBUTES, attribute) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What a user gets who is new. */
    static List<Difference> created(Json file) {
        List<Difference> all = new ArrayList<>();
        for (int name = file.first(Json.ROOT); name < file.after(Json.ROOT); name = file.after(file.valueOf(name))) {
            boolean secret = ATTRIBUTES.indexOf(file, name) >= FIRST_SECRET;
            Optional<String> to = secret ? SECRET : Optional.of(json(file, file.valueOf(name)));
            all.add(new Difference(file.text(name), Optional.empty(), to, Means.UPSERT));
        }
        return all;
    }

    /** What differs between what an import would leave and what the tenant has. */
    List<Difference> differences(Json file, Json tenant) {
        // an upsert finds users by their e-mail address alone
        boolean found = !text(file, EMAIL).isEmpty();
        List<Difference> all = new ArrayList<>();
        for (int attribute = EMAIL_VERIFIED; attribute <= PICTURE; attribute++) {
            compare(attribute, file, tenant, found ? Means.UPSERT : Means.PATCH, all);
        }
        for (int attribute = USERNAME; attribute <= BLOCKED; attribute++) {
            compare(attribute, file, tenant, Means.PATCH, all);
        }
        compareId(file, tenant, all);
        for (int attribute = APP_METADATA; attribute <= USER_METADATA; attribute++) {
            Means means = metadata == Metadata.MERGE ? Means.MERGE : Means.UPSERT;
            compareMetadata(attribute, file, tenant, found ? means : Means.PATCH, all);
        }
        return all;
    }

    private static void compare(int attribute, Json file, Json tenant, Means means, List<Difference> all) {
        int wanted = file.member(Json.ROOT, ATTRIBUTES, attribute);
        int had = tenant.member(Json.ROOT, ATTRIBUTES, attribute);
        boolean reset = attribute == EMAIL_VERIFIED && means == Means.UPSERT;
        if (wanted < 0 && !(reset && isTrue(tenant, had))) {
            return;
        }
        if (isFalse(file, wanted) && isFalse(tenant, had)) {
            return;
        }
        boolean same = wanted >= 0
                && had >= 0
                && (JsonValues.same(file, wanted, tenant, had)
                        || (attribute == USERNAME
                                && file.text(wanted).toLowerCase(Locale.ROOT).equals(tenant.text(had))));
        if (!same) {
            all.add(new Difference(
                    ATTRIBUTES.all().get(attribute),
                    written(tenant, had),
                    wanted < 0 ? Optional.of("false") : written(file, wanted),
                    means));
        }
    }

    private static void compareId(Json file, Json tenant, List<Difference> all) {
        String wanted = text(file, USER_ID);
        if (!wanted.isEmpty() && !(PREFIX + wanted).equals(text(tenant, USER_ID))) {
            int had = tenant.member(Json.ROOT, ATTRIBUTES, USER_ID);
            all.add(new Difference(
                    "user_id",
                    written(tenant, had),
                    written(file, file.member(Json.ROOT, ATTRIBUTES, USER_ID)),
                    Means.NOTHING));
        }
    }

    /** An object member by member, for it is to be seen what would be lost. */
    private void compareMetadata(int attribute, Json file, Json tenant, Means means, List<Difference> all) {
        int wanted = file.member(Json.ROOT, ATTRIBUTES, attribute);
        if (wanted < 0 || file.kind(wanted) != Kind.OBJECT) {
            return;
        }
        int had = tenant.member(Json.ROOT, ATTRIBUTES, attribute);
        boolean none = had < 0 || tenant.kind(had) != Kind.OBJECT;
        String prefix = ATTRIBUTES.all().get(attribute) + ".";
        Map<String, Integer> members = none ? Map.of() : JsonValues.members(tenant, had);
        Map<String, Integer> others = JsonValues.members(file, wanted);
        others.forEach((name, value) -> {
            Integer before = members.get(name);
            // a change of a single user removes what is null
            boolean removed = means != Means.UPSERT && file.kind(value) == Kind.NULL;
            boolean same = before == null ? removed : JsonValues.same(file, value, tenant, before) && !removed;
            if (!same) {
                all.add(new Difference(
                        prefix + name,
                        before == null ? Optional.empty() : written(tenant, before),
                        removed ? Optional.empty() : written(file, value),
                        means));
            }
        });
        if (means == Means.UPSERT) {
            members.forEach((name, value) -> {
                if (!others.containsKey(name)) {
                    all.add(new Difference(prefix + name, written(tenant, value), Optional.empty(), means));
                }
            });
        }
    }

    private static boolean isTrue(Json user, int value) {
        return value >= 0 && user.kind(value) == Kind.TRUE;
    }

    /** What is not there is false where it can be. */
    private static boolean isFalse(Json user, int value) {
        return value < 0 || user.kind(value) == Kind.FALSE;
    }

    private static Optional<String> written(Json user, int value) {
        return value < 0 ? Optional.empty() : Optional.of(json(user, value));
    }

    /** A value as JSON. */
    private static String json(Json user, int value) {
        return user.kind(value) == Kind.STRING ? Quoted.of(user.text(value)) : user.text(value);
    }
}
