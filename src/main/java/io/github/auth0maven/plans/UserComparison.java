package io.github.auth0maven.plans;

import io.github.auth0maven.plans.Difference.Means;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        Pair pair = new Pair(file, tenant);
        // an upsert finds users by their e-mail address alone
        boolean found = pair.mine[EMAIL] >= 0;
        for (int attribute = EMAIL_VERIFIED; attribute <= PICTURE; attribute++) {
            pair.compare(attribute, found ? Means.UPSERT : Means.PATCH);
        }
        for (int attribute = USERNAME; attribute <= BLOCKED; attribute++) {
            pair.compare(attribute, Means.PATCH);
        }
        pair.compareId();
        Means means = metadata == Metadata.MERGE ? Means.MERGE : Means.UPSERT;
        for (int attribute = APP_METADATA; attribute <= USER_METADATA; attribute++) {
            pair.compareMetadata(attribute, found ? means : Means.PATCH);
        }
        return pair.all;
    }

    /** Where each attribute of a user is; -1 where there is none. */
    private static int[] values(Json user) {
        int[] values = new int[ATTRIBUTES.all().size()];
        Arrays.fill(values, -1);
        for (int name = user.first(Json.ROOT); name < user.after(Json.ROOT); name = user.after(user.valueOf(name))) {
            int attribute = ATTRIBUTES.indexOf(user, name);
            if (attribute >= 0) {
                values[attribute] = user.valueOf(name);
            }
        }
        return values;
    }

    /** The user of the file and the tenant's, and what differs between them. */
    private static final class Pair {

        private final Json file;
        private final Json tenant;
        private final int[] mine;
        private final int[] theirs;
        private final List<Difference> all = new ArrayList<>();

        Pair(Json file, Json tenant) {
            this.file = file;
            this.tenant = tenant;
            mine = values(file);
            theirs = values(tenant);
        }

        private void compare(int attribute, Means means) {
            int wanted = mine[attribute];
            int had = theirs[attribute];
            boolean reset = attribute == EMAIL_VERIFIED && means == Means.UPSERT;
            if (wanted < 0 && !(reset && isTrue(tenant, had))) {
                return;
            }
            if (!(isFalse(file, wanted) && isFalse(tenant, had)) && !isSame(attribute)) {
                all.add(new Difference(
                        ATTRIBUTES.all().get(attribute),
                        written(tenant, had),
                        wanted < 0 ? Optional.of("false") : written(file, wanted),
                        means));
            }
        }

        private boolean isSame(int attribute) {
            int wanted = mine[attribute];
            int had = theirs[attribute];
            if (wanted < 0 || had < 0) {
                return false;
            }
            return JsonValues.same(file, wanted, tenant, had)
                    || (attribute == USERNAME
                            && file.text(wanted).toLowerCase(Locale.ROOT).equals(tenant.text(had)));
        }

        private void compareId() {
            String wanted = text(file, USER_ID);
            if (!wanted.isEmpty() && !(PREFIX + wanted).equals(text(tenant, USER_ID))) {
                all.add(new Difference(
                        "user_id", written(tenant, theirs[USER_ID]), written(file, mine[USER_ID]), Means.NOTHING));
            }
        }

        /** An object member by member, for it is to be seen what would be lost. */
        private void compareMetadata(int attribute, Means means) {
            int wanted = mine[attribute];
            if (wanted < 0 || file.kind(wanted) != Kind.OBJECT || (means == Means.UPSERT && isSame(attribute))) {
                return;
            }
            int had = theirs[attribute];
            boolean none = had < 0 || tenant.kind(had) != Kind.OBJECT;
            String prefix = ATTRIBUTES.all().get(attribute) + ".";
            Map<String, Integer> before = none ? Map.of() : JsonValues.members(tenant, had);
            Map<String, Integer> after = JsonValues.members(file, wanted);
            after.forEach((name, value) -> compareMember(prefix + name, before.get(name), value, means));
            if (means == Means.UPSERT) {
                before.forEach((name, value) -> {
                    if (!after.containsKey(name)) {
                        all.add(new Difference(prefix + name, written(tenant, value), Optional.empty(), means));
                    }
                });
            }
        }

        private void compareMember(String name, @Nullable Integer before, int value, Means means) {
            // a change of a single user removes what is null
            boolean removed = means != Means.UPSERT && file.kind(value) == Kind.NULL;
            boolean same = before == null ? removed : !removed && JsonValues.same(file, value, tenant, before);
            if (!same) {
                all.add(new Difference(
                        name,
                        before == null ? Optional.empty() : written(tenant, before),
                        removed ? Optional.empty() : written(file, value),
                        means));
            }
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
