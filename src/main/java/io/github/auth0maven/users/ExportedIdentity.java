package io.github.auth0maven.users;

import java.util.List;
import java.util.Set;

/**
 * Where a user of an export comes from: by the first identity, which is the user's own, others being linked to it; or by what
 * stands for it where that has been exported under another name, or as a whole name with its dots.
 */
public final class ExportedIdentity {

    private static final String PREFIX = "auth0|";
    private static final String DATABASE = "auth0";

    /** Connections that Auth0 names itself, and which are no databases. */
    private static final Set<String> OTHER_CONNECTIONS = Set.of(
            "google-oauth2", "facebook", "twitter", "github", "linkedin", "windowslive", "apple", "email", "sms");

    /** What other users have as their provider, beside those. */
    private static final Set<String> OTHER_PROVIDERS = Set.of(
            "ad",
            "adfs",
            "google-apps",
            "oauth1",
            "oauth2",
            "office365",
            "oidc",
            "okta",
            "pingfederate",
            "samlp",
            "waad");

    private static final Names NAMES = Names.of(List.of(
            "identities",
            "identities[0].provider",
            "identities[0].isSocial",
            "identities[0].connection",
            "provider",
            "isSocial",
            "connection",
            "user_id",
            "_id",
            "passwordHash"));
    private static final int IDENTITIES = 0;
    private static final int FLAT_PROVIDER = 1;
    private static final int FLAT_CONNECTION = 3;
    private static final int PROVIDER = 4;
    private static final int IS_SOCIAL = 5;
    private static final int CONNECTION = 6;
    private static final int USER_ID = 7;
    private static final int ID = 8;
    private static final int HASH = 9;
    /** From the number of a member of an identity to that of its name with dots. */
    private static final int FLAT = PROVIDER - FLAT_PROVIDER;

    private final Json json;
    private final int first;

    public ExportedIdentity(Json json) {
        this.json = json;
        first = first(json);
    }

    /** Whether a user has what users have in exports alone. */
    static boolean isIn(Json json) {
        for (int name = IDENTITIES; name <= FLAT_CONNECTION; name++) {
            if (json.member(Json.ROOT, NAMES, name) >= 0) {
                return true;
            }
        }
        return json.member(Json.ROOT, NAMES, HASH) >= 0 && json.member(Json.ROOT, NAMES, ID) >= 0;
    }

    /** Whether it is of a database connection. */
    public boolean isOfDatabase() {
        String provider = text(member(PROVIDER));
        if (!provider.isEmpty()) {
            return provider.equals(DATABASE);
        }
        if (isSocial()) {
            return false;
        }
        int id = json.member(Json.ROOT, NAMES, USER_ID);
        if (id >= 0) {
            return !json.text(id).contains("|") || json.text(id).startsWith(PREFIX);
        }
        return !OTHER_CONNECTIONS.contains(connection())
                && !OTHER_PROVIDERS.contains(text(json.member(Json.ROOT, NAMES, PROVIDER)));
    }

    /** The name of the connection; empty if it is not told. Some export it as the provider, as Auth0's documentation does. */
    public String connection() {
        String own = text(member(CONNECTION));
        String connection = own.isEmpty() ? text(json.member(Json.ROOT, NAMES, CONNECTION)) : own;
        String provider = connection.isEmpty() ? text(json.member(Json.ROOT, NAMES, PROVIDER)) : connection;
        return provider.equals(DATABASE) ? "" : provider;
    }

    private boolean isSocial() {
        int own = member(IS_SOCIAL);
        int social = own < 0 ? json.member(Json.ROOT, NAMES, IS_SOCIAL) : own;
        return social >= 0
                && (json.kind(social) == Json.Kind.TRUE || text(social).equalsIgnoreCase("true"));
    }

    /** A member of the first identity; -1 if it is not told. */
    private int member(int name) {
        int inside = first < 0 ? -1 : json.member(first, NAMES, name);
        return inside < 0 ? json.member(Json.ROOT, NAMES, name - FLAT) : inside;
    }

    private String text(int token) {
        return token >= 0 && json.kind(token) == Json.Kind.STRING ? json.text(token) : "";
    }

    private static int first(Json json) {
        int identities = json.member(Json.ROOT, NAMES, IDENTITIES);
        if (identities < 0 || json.kind(identities) != Json.Kind.ARRAY) {
            return -1;
        }
        int identity = json.first(identities);
        boolean isObject = identity < json.after(identities) && json.kind(identity) == Json.Kind.OBJECT;
        return isObject ? identity : -1;
    }
}
