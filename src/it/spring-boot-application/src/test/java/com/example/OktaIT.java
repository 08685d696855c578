package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.ConfigurableApplicationContext;

/** The same application, configured by okta-spring-boot, which takes nothing but HTTPS, and trusts the PEM of the tenant. */
class OktaIT {

    @Test
    void itStartsAgainstTheDomainOfTheTenant() throws Exception {
        String pem = Path.of(System.getProperty("secured.caBundle")).toUri().toString();
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(pem)))
                .createSslContext());
        try (ConfigurableApplicationContext application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--okta.oauth2.issuer=https://" + System.getProperty("secured.domain") + "/",
                "--okta.oauth2.client-id=" + System.getProperty("secured.clientId"),
                "--okta.oauth2.client-secret=" + System.getProperty("secured.clientSecret"),
                "--okta.oauth2.audience=" + Security.AUDIENCE,
                "--okta.oauth2.groups-claim=https://example.com/roles")) {
            URI home = URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + "/");
            Browser browser = new Browser(SSLContext.getDefault());

            assertEquals("Hello Ada <ada@example.com>", browser.logIn(home, "ada@example.com", "Secret of Ada 1").body());
            assertEquals("200 42 for auth0", browser.open(home.resolve("balance")).body());
        } finally {
            SSLContext.setDefault(before);
        }
    }
}
