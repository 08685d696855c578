package io.github.auth0maven.tenant;

import io.github.auth0maven.tenant.applications.Application;
import io.github.auth0maven.tenant.logins.MachineTokens;
import io.github.auth0maven.tenant.tokens.AccessTokens;
import io.github.auth0maven.tenant.tokens.Client;
import io.github.auth0maven.tenant.tokens.ClientAssertions;
import java.util.Map;

/** Gives every application that may act for itself the tokens that the settings' client has. */
final class ManagementTokens implements MachineTokens {

    private final Client client;
    private final AccessTokens tokens;
    private final ClientAssertions assertions;

    ManagementTokens(Client client, AccessTokens tokens, ClientAssertions assertions) {
        this.client = client;
        this.tokens = tokens;
        this.assertions = assertions;
    }

    @Override
    public String audience() {
        return tokens.audience();
    }

    @Override
    public Token forManagement(Application application) {
        return new Token(
                tokens.mint(application.id(), client.scopes()),
                AccessTokens.scopeText(client.scopes()),
                tokens.lifetime().toSeconds());
    }

    @Override
    public String provenBy(Map<String, String> parameters) {
        boolean proven = assertions.proves(
                parameters.getOrDefault("client_assertion_type", ""), parameters.get("client_assertion"));
        return proven ? client.id() : "";
    }
}
