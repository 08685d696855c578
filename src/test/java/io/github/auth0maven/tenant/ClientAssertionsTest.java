package io.github.auth0maven.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.pace.MovableClock;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.tokens.Client;
import io.github.auth0maven.tenant.tokens.ClientAssertions;
import io.github.auth0maven.tenant.tokens.JsonWebToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAssertionsTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final URI TENANT = URI.create("http://127.0.0.1:8080/");
    private static final KeyPair KEYS = keys();

    private final MovableClock clock = new MovableClock();
    private final ClientAssertions assertions =
            new ClientAssertions(Client.of("client", "secret").withKey(KEYS.getPublic()), TENANT, clock);

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "PS256"})
    void theClientIsKnownByItsKey(String algorithm) throws GeneralSecurityException {
        assertThat(assertions.proves(TYPE, signed(algorithm, claims()))).isTrue();
    }

    @Test
    void anAssertionCountsOnce() throws GeneralSecurityException {
        String assertion = signed("RS256", claims());

        assertThat(assertions.proves(TYPE, assertion)).isTrue();
        assertThat(assertions.proves(TYPE, assertion)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "iss, other",
        "sub, other",
        "aud, http://127.0.0.1:8080",
        "jti, ''",
    })
    void anAssertionAboutSomethingElseProvesNothing(String claim, String value) throws GeneralSecurityException {
        assertThat(assertions.proves(TYPE, signed("RS256", claims().put(claim, value))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true", "300, true", "301, false"})
    void anAssertionLivesForFiveMinutesAtMost(int seconds, boolean proves) throws GeneralSecurityException {
        ObjectNode claims = claims().put("exp", clock.instant().getEpochSecond() + seconds);

        assertThat(assertions.proves(TYPE, signed("RS256", claims))).isEqualTo(proves);
    }

    @Test
    void anUnsupportedAlgorithmProvesNothing() throws GeneralSecurityException {
        String assertion = signed("RS256", claims());
        String header = JsonWebToken.encoded(Json.object().put("alg", "none"));

        assertThat(assertions.proves(TYPE, header + assertion.substring(assertion.indexOf('.'))))
                .isFalse();
    }

    @Test
    void anotherKeyProvesNothing() throws GeneralSecurityException {
        Client other = Client.of("client", "secret").withKey(keys().getPublic());

        assertThat(new ClientAssertions(other, TENANT, clock).proves(TYPE, signed("RS256", claims())))
                .isFalse();
    }

    @Test
    void aClientWithoutAKeyProvesNothing() throws GeneralSecurityException {
        assertThat(new ClientAssertions(Client.of("client", "secret"), TENANT, clock)
                        .proves(TYPE, signed("RS256", claims())))
                .isFalse();
    }

    @Test
    void whatIsNoAssertionProvesNothing() throws GeneralSecurityException {
        assertThat(assertions.proves("other", signed("RS256", claims()))).isFalse();
        assertThat(assertions.proves(TYPE, "text")).isFalse();
        assertThat(assertions.proves(TYPE, null)).isFalse();
    }

    private ObjectNode claims() {
        return Json.object()
                .put("iss", "client")
                .put("sub", "client")
                .put("aud", TENANT.toString())
                .put("jti", "1")
                .put("exp", clock.instant().getEpochSecond() + 60);
    }

    private static String signed(String algorithm, ObjectNode claims) throws GeneralSecurityException {
        String text = JsonWebToken.encoded(Json.object().put("alg", algorithm)) + "." + JsonWebToken.encoded(claims);
        Signature signature = switch (algorithm) {
            case "RS256" -> Signature.getInstance("SHA256withRSA");
            case "RS384" -> Signature.getInstance("SHA384withRSA");
            default -> Signature.getInstance("RSASSA-PSS");
        };
        if (algorithm.equals("PS256")) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initSign(KEYS.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + JsonWebToken.encoded(signature.sign());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
