package io.github.auth0maven.validation;

import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import java.util.List;

/** Judges the names in app_metadata. */
final class AppMetadata {

    private static final Names FORBIDDEN = Names.of(List.of(
            "__tenant",
            "_id",
            "blocked",
            "clientID",
            "created_at",
            "email_verified",
            "email",
            "globalClientID",
            "global_client_id",
            "identities",
            "lastIP",
            "lastLogin",
            "loginsCount",
            "metadata",
            "multifactor_last_modified",
            "multifactor",
            "updated_at",
            "user_id"));

    private final Checks checks;

    AppMetadata(Checks checks) {
        this.checks = checks;
    }

    void judge(int object) {
        if (!checks.isObject(object, "app_metadata")) {
            return;
        }
        Json json = checks.json();
        int end = json.after(object);
        for (int name = json.first(object); name < end; name = json.after(json.valueOf(name))) {
            int forbidden = FORBIDDEN.indexOf(json, name);
            if (forbidden >= 0) {
                refuse(FORBIDDEN.all().get(forbidden), json.valueOf(name));
            }
        }
    }

    private void refuse(String name, int value) {
        checks.add(
                Rule.APP_METADATA_NAME,
                value,
                "app_metadata." + name,
                "Auth0 keeps this name for itself and refuses it in app_metadata; "
                        + (UserValidator.ATTRIBUTES.contains(name)
                                ? "make it an attribute of the user, or rename it"
                                : "remove or rename it"));
    }
}
