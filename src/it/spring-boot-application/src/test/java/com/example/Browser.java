package com.example;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/** As much of a browser as logs in: redirections, cookies, and the form of the login page. */
final class Browser {

    private final HttpClient http;

    Browser(SSLContext trust) {
        http = HttpClient.newBuilder()
                .sslContext(trust)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .cookieHandler(new CookieManager())
                .build();
    }

    HttpResponse<String> open(URI page) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    /** Opens a page of the application, fills in the login page that it leads to, and sees where that leads. */
    HttpResponse<String> logIn(URI page, String user, String password) throws IOException, InterruptedException {
        HttpResponse<String> login = open(page);
        if (!login.body().contains("<h1>Log in</h1>")) {
            throw new AssertionError("There is no login page: " + login.uri() + " " + login.statusCode());
        }
        String form = "username=" + encoded(user) + "&password=" + encoded(password);
        return http.send(
                HttpRequest.newBuilder(login.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
