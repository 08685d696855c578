package io.github.auth0maven.tenant.connections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.server.Json;
import java.util.List;

/** A connection as the Management API shows it. */
final class ConnectionJson {

    private ConnectionJson() {}

    /** A connection; enabled_clients is deprecated but sent. */
    static ObjectNode of(Connection connection, boolean withOptions) {
        ObjectNode json = Json.object().put("id", connection.id());
        if (withOptions) {
            json.set("options", options(connection.options()));
        }
        json.put("strategy", connection.strategy())
                .put("name", connection.name())
                .put("is_domain_connection", false);
        json.putObject("authentication").put("active", true);
        json.putObject("connected_accounts").put("active", false);
        json.putArray("realms").add(connection.name());
        ArrayNode enabled = json.putArray("enabled_clients");
        connection.enabledClients().forEach(enabled::add);
        return json;
    }

    /** Recorded: requires_username and import_mode are often absent. Here they are where they are false. */
    private static ObjectNode options(ConnectionOptions options) {
        ObjectNode json = Json.object();
        json.putObject("mfa").put("active", true).put("return_enroll_settings", true);
        json.put("passwordPolicy", "good").put("strategy_version", 2).put("brute_force_protection", true);
        json.putObject("password_history").put("size", 5).put("enable", false);
        json.putObject("password_no_personal_info").put("enable", false);
        json.putObject("password_complexity_options").put("min_length", 8);
        if (options.customDatabase()) {
            json.put("enabledDatabaseCustomization", true);
        }
        if (options.importMode()) {
            json.put("import_mode", true);
        }
        if (options.requiresUsername()) {
            json.put("requires_username", true);
            json.putObject("validation").putObject("username").put("min", 1).put("max", options.usernameMaxLength());
        }
        options.attributes().ifPresent(attributes -> addAttributes(attributes, json));
        return json;
    }

    /** Recorded: what each attribute's options are called. */
    private static void addAttributes(IdentifierAttributes attributes, ObjectNode options) {
        ObjectNode json = options.putObject("attributes");
        ObjectNode email = json.putObject("email");
        email.putObject("identifier").put("active", true);
        email.put("profile_required", attributes.emailRequired()).put("unique", attributes.emailUnique());
        ObjectNode username = json.putObject("username");
        username.putObject("identifier").put("active", true);
        username.put("profile_required", attributes.alsoRequired().contains("username"));
        ObjectNode validation = username.putObject("validation")
                .put("min_length", attributes.usernames().least())
                .put("max_length", attributes.usernames().most());
        ObjectNode types = validation.putObject("allowed_types");
        for (String type : List.of("email", "phone_number")) {
            types.put(type, attributes.usernames().types().contains(type));
        }
        ObjectNode phone = json.putObject("phone_number");
        phone.putObject("identifier").put("active", true);
        phone.put("profile_required", attributes.alsoRequired().contains("phone_number"));
    }
}
