package io.github.auth0maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.batch.UserForm;
import io.github.auth0maven.management.Credentials;
import io.github.auth0maven.management.Domain;
import io.github.auth0maven.management.ManagementApi.Access;
import io.github.auth0maven.management.ProxyServer;
import io.github.auth0maven.management.Timeouts;
import io.github.auth0maven.management.Transport;
import io.github.auth0maven.management.Trust;
import io.github.auth0maven.service.Result;
import io.github.auth0maven.tenant.TenantSettings;
import io.github.auth0maven.tenant.tokens.Client;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import java.io.IOException;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record prints its components, and sooner or later somebody logs one. */
class SecretsAreNotPrintedTest {

    private static final String SECRET = "open-sesame";
    private static final String USERS =
            "[{\"email\": \"ada@example.com\", \"password_hash\": \"" + SECRET + "\", \"nickname\": \"\\u0061\"}]";

    @ParameterizedTest
    @MethodSource("holdersOfSecrets")
    void nothingThatHoldsASecretPrintsIt(Object holder) {
        assertThat(holder.toString()).doesNotContain(SECRET).isNotBlank();
    }

    /** As the key of another provider might. */
    private static final class KeyThatPrintsItself implements RSAPrivateKey {
        private static final long serialVersionUID = 1L;

        @Override
        public BigInteger getPrivateExponent() {
            return BigInteger.TWO;
        }

        @Override
        public BigInteger getModulus() {
            return BigInteger.TWO;
        }

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return "PKCS#8";
        }

        @Override
        public byte[] getEncoded() {
            return SECRET.getBytes(UTF_8);
        }

        @Override
        public String toString() {
            return SECRET;
        }
    }

    static Stream<Object> holdersOfSecrets() throws IOException {
        Credentials clientSecret = new Credentials.ClientSecret("client", SECRET);
        Credentials accessToken = new Credentials.AccessToken(SECRET);
        ProxyServer.Login login = new ProxyServer.Login("jane", SECRET);
        ProxyServer proxy = new ProxyServer("proxy.example.com", 3128, Optional.of(login));
        Transport transport = new Transport("1.0", Timeouts.USUAL, Trust.OF_JDK, Optional.of(proxy));
        Domain domain = Domain.parse("example.eu.auth0.com");
        Client client = Client.of("client", SECRET);
        User user = User.of("users.json", USERS.substring(1, USERS.length() - 1).getBytes(UTF_8));
        UserReader reader = UserReader.over("users.json", USERS.getBytes(UTF_8));
        Batch batch = new Batcher(reader, UserForm.AS_WRITTEN, 1000).next().orElseThrow();
        return Stream.of(
                clientSecret,
                accessToken,
                new Credentials.PrivateKeyJwt("client", new KeyThatPrintsItself(), Credentials.Signing.RS256),
                new Access(domain, domain.defaultAudience(), clientSecret, "1.0"),
                new Access(domain, domain.defaultAudience(), accessToken, "1.0"),
                login,
                proxy,
                new Access(domain, domain.defaultAudience(), accessToken, transport),
                new Result.Success<>(SECRET),
                client,
                TenantSettings.defaults().withClient(client),
                TenantSettings.defaults().withUsers("Users", USERS),
                user,
                user.json(),
                reader,
                batch,
                List.of(batch),
                RootAttributes.of(Map.of("nickname", SECRET)));
    }
}
