package com.example;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A page that greets, one that asks the API on behalf of who has logged in, and the API. */
@RestController
class Accounts {

    private final RestClient api = RestClient.create();

    @GetMapping("/")
    String greeting(@AuthenticationPrincipal OidcUser user) {
        return "Hello " + user.getFullName() + " <" + user.getEmail() + ">";
    }

    @GetMapping("/balance")
    String balance(@RegisteredOAuth2AuthorizedClient OAuth2AuthorizedClient client) {
        return api.get()
                .uri(ServletUriComponentsBuilder.fromCurrentContextPath().path("/api/balance").toUriString())
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + client.getAccessToken().getTokenValue())
                .exchange((request, answer) -> answer.getStatusCode().value() + " " + new String(answer.getBody().readAllBytes()));
    }

    @GetMapping("/api/balance")
    String balance(@AuthenticationPrincipal Jwt token) {
        return "42 for " + token.getSubject().replaceFirst("\\|.*", "");
    }
}
