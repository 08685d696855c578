package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, told nothing but the issuer: imported users log in to it with the passwords of their hashes. */
class ApplicationIT {

    private static ConfigurableApplicationContext application;
    private static URI home;
    private final Browser browser = new Browser(SSLContext.getDefault());

    ApplicationIT() throws Exception {}

    @BeforeAll
    static void start() {
        String issuer = System.getProperty("issuer");
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--spring.security.oauth2.client.provider.auth0.issuer-uri=" + issuer,
                "--spring.security.oauth2.client.registration.auth0.client-id=" + System.getProperty("clientId"),
                "--spring.security.oauth2.client.registration.auth0.client-secret=" + System.getProperty("clientSecret"),
                "--spring.security.oauth2.client.registration.auth0.scope=openid,profile,email",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                "--spring.security.oauth2.resourceserver.jwt.audiences=" + Security.AUDIENCE);
        home = URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + "/");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "bcrypt, Ada, 200 42 for auth0",
        "pbkdf2, Bob, 403 ",
        "argon2, Cleo, 200 42 for auth0",
    })
    void aUserWhoseHashIs(String algorithm, String name, String balance) throws Exception {
        String email = name.toLowerCase() + "@example.com";

        assertEquals("Hello " + name + " <" + email + ">", browser.logIn(home, email, "Secret of " + name + " 1").body());
        assertEquals(balance.strip(), browser.open(home.resolve("balance")).body().strip());
    }

    @Test
    void aBlockedUserAndAWrongPasswordAreRefused() throws Exception {
        HttpResponse<String> wrong = browser.logIn(home, "ada@example.com", "Secret of Bob 1");
        assertTrue(wrong.body().contains("Wrong email or password"), "wrong");

        HttpResponse<String> blocked = browser.logIn(home, "mallory@example.com", "Secret of Mallory 1");
        assertEquals(home.resolve("login?error"), blocked.uri());
        assertTrue(browser.open(home).body().contains("<h1>Log in</h1>"), "not logged in");
    }

    @Test
    void theApiTakesNoOtherToken() throws Exception {
        assertEquals(401, browser.open(home.resolve("api/balance")).statusCode());
    }
}
