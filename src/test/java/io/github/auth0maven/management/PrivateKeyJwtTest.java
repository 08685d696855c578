package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.github.auth0maven.service.Result;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that authenticates with its private key. */
class PrivateKeyJwtTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    static Credentials.PrivateKeyJwt credentials(Credentials.Signing signature) throws ManagementException {
        RSAPrivateKey key = PrivateKeyFile.read(PrivateKeyFileTest.key("pkcs8"), Optional.empty());
        return new Credentials.PrivateKeyJwt("the-client", key, signature);
    }

    @Test
    void anAssertionIsMadeAsDocumented() throws Exception {
        DecodedJWT assertion = JWT.decode(
                ClientAssertion.signed(credentials(Credentials.Signing.RS384), "https://example.eu.auth0.com/", NOW));

        assertThat(assertion.getAlgorithm()).isEqualTo("RS384");
        assertThat(assertion.getIssuer()).isEqualTo("the-client");
        assertThat(assertion.getSubject()).isEqualTo("the-client");
        assertThat(assertion.getAudience()).containsExactly("https://example.eu.auth0.com/");
        assertThat(assertion.getIssuedAtAsInstant()).isEqualTo(NOW);
        assertThat(Duration.between(NOW, assertion.getExpiresAtAsInstant())).isEqualTo(Duration.ofMinutes(2));
        assertThat(assertion.getId()).hasSizeGreaterThan(30);
    }

    @Test
    void noTwoAssertionsAreTheSame() throws Exception {
        Credentials.PrivateKeyJwt credentials = credentials(Credentials.Signing.RS256);

        assertThat(JWT.decode(ClientAssertion.signed(credentials, "x", NOW)).getId())
                .isNotEqualTo(JWT.decode(ClientAssertion.signed(credentials, "x", NOW))
                        .getId());
    }

    /** Each attempt has an assertion of its own, for a tenant takes none twice. */
    @ParameterizedTest
    @EnumSource
    void aTokenIsAskedForWithAnAssertionAndWithoutTheKey(Credentials.Signing signature) throws Exception {
        try (Wire wire = new Wire()) {
            wire.answering(500, "").answering(200, "{\"access_token\":\"t1\"}");
            HttpUrl tenant = wire.server.url("/");
            ClientCredentials tokens =
                    new ClientCredentials(wire.http, tenant, tenant + "api/v2/", credentials(signature));

            assertThat(tokens.current()).isInstanceOf(Result.NotTaken.class);
            assertThat(tokens.current()).isEqualTo(new Result.Success<>("t1"));

            String first = wire.request().getBody().utf8();
            assertThat(first)
                    .startsWith("grant_type=client_credentials&client_id=the-client&client_assertion_type="
                            + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=eyJ")
                    .contains("&audience=http%3A%2F%2F")
                    .doesNotContain("client_secret");
            assertThat(wire.request().getBody().utf8()).isNotEqualTo(first);
        }
    }

    @Test
    void theKeyIsNotShown() throws Exception {
        Credentials.PrivateKeyJwt credentials = credentials(Credentials.Signing.RS256);

        assertThat(credentials.toString()).isEqualTo("PrivateKeyJwt[the-client]");
    }
}
