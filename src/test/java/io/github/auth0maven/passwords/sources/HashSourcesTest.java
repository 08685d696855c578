package io.github.auth0maven.passwords.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0maven.passwords.sources.SourceHash.Converted;
import io.github.auth0maven.passwords.sources.SourceHash.Refused;
import io.github.auth0maven.passwords.sources.SourceHash.Unknown;
import io.github.auth0maven.tenant.passwords.PasswordHashes;
import io.github.auth0maven.users.User;
import io.github.auth0maven.validation.UserValidator;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hashes as the world writes them, most of them made by the library of their source: what becomes of each is proved with its
 * password, by the rules that the local tenant logs users in with.
 */
class HashSourcesTest {

    private static final String BCRYPT = "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K";

    /** A hash with its password, and what it was made by. */
    record Vector(String source, String made, String password, String written) {

        @Override
        public String toString() {
            return source + ": " + made;
        }
    }

    static List<Vector> vectors() throws IOException {
        List<Vector> vectors = new ArrayList<>();
        for (String line : resource("hashes.ndjson").lines().toList()) {
            vectors.add(JsonMapper.builder().build().readValue(line, Vector.class));
        }
        assertThat(vectors).hasSizeGreaterThan(45);
        return vectors;
    }

    private static String resource(String name) throws IOException {
        try (var stream = HashSourcesTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatBecomesOfAHashMatchesItsPassword(Vector vector) throws IOException {
        Converted converted = (Converted) HashSources.read(vector.written());

        JsonNode json = JsonMapper.builder().build().readTree(converted.json());
        assertThat(new PasswordHashes().matches(vector.password(), json)).isTrue();
        assertThat(new PasswordHashes().matches(vector.password() + "x", json)).isFalse();
        assertThat(converted.source()).isEqualTo(vector.source());
        assertThat(converted.toString()).doesNotContain(vector.written());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void auth0WouldTakeWhatBecomesOfIt(Vector vector) throws IOException {
        String json = ((Converted) HashSources.read(vector.written())).json();

        User user = User.of(
                "users.json",
                ("{\"email\":\"jane@example.com\",\"email_verified\":true," + json.substring(1))
                        .getBytes(StandardCharsets.UTF_8));
        List<String> errors = new ArrayList<>();
        boolean valid =
                new UserValidator(new ValidationSettings(512_000)).judge(user, found -> errors.add(found.toString()));
        assertThat(valid).as("%s", errors).isTrue();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatHasBeenCutOffIsNoHash(Vector vector) {
        String cut = vector.written().substring(0, vector.written().length() - 5);

        SourceHash read = HashSources.read(cut);

        if (read instanceof Converted converted) {
            // nothing tells how long these were; the length that is announced is that of what is there
            assertThat(converted.source())
                    .matches(".*(pbkdf2|argon2|scrypt|ldap|hmac|in a directory|digest|version 3).*");
        }
    }

    @Test
    void bcryptIsAPasswordHashWhereItFits() {
        assertThat(json(BCRYPT)).isEqualTo("{\"password_hash\":\"" + BCRYPT + "\"}");
        assertThat(json("{bcrypt}" + BCRYPT)).isEqualTo("{\"password_hash\":\"" + BCRYPT + "\"}");
        String ofPhp = BCRYPT.replace("$2b$", "$2y$");
        assertThat(json(ofPhp))
                .isEqualTo(
                        "{\"custom_password_hash\":{\"algorithm\":\"bcrypt\",\"hash\":{\"value\":\"" + ofPhp + "\"}}}");
        assertThat(json(BCRYPT.replace("$10$", "$12$"))).contains("\"algorithm\":\"bcrypt\"");
    }

    @Test
    void aSaltOfDjangoIsTextAndOneOfPasslibIsDecoded() {
        assertThat(json("pbkdf2_sha256$30000$seasalt$VrX+V8drCGo68wlvy6rfu8i1d1pfkdeXA4LJkRGJodY="))
                .contains("$pbkdf2-sha256$i=30000,l=32$c2Vhc2FsdA$VrX+V8drCGo68wlvy6rfu8i1d1pfkdeXA4LJkRGJodY");
        assertThat(json("$pbkdf2$1212$OB.dtnSEXZK8U5cgxU/GYQ$y5LKPOplRmok7CZp/aqVDVg8zGI"))
                .contains("$pbkdf2-sha1$i=1212,l=20$OB+dtnSEXZK8U5cgxU/GYQ$y5LKPOplRmok7CZp/aqVDVg8zGI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$P$B4TxAxDDvQIk0nRv6l6Cn1ZOAfVQZX.",
                "$H$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
                "$wp$2y$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K",
                "$S$DkpsFPEUlXCwWXnbkZ4ZTIfsFtVFDNm5JaQe9bJ8nPGUJ4C9IbVd",
                "$1$5pZSV9va$azfrPr6af3Fc7dLblQXVa0",
                "$apr1$5pZSV9va$azfrPr6af3Fc7dLblQXVa0",
                "$5$rounds=1000$abcdefgh$0123456789012345678901234567890123456789012",
                "$6$abcdefgh$01234567890123456789012345678901234567890123456789012345678901234567890123456789012345",
                "$y$j9T$abc$def",
                "{CRYPT}$6$abcdefgh$0123456789",
                "{crypt}ab1cdefghijkl",
                "crypt$$ab1cdefghijkl",
                "$bcrypt-sha256$v=2,t=2b,r=12$n79VH.0Q2TMWmt3Oqt9uku$Kq4Noyk3094Y2QlB8NdRT8SvGiI4ft2",
                "bcrypt_sha256$$2b$12$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K",
                "{sha256}7a6bfcc94a6969dfa8f13cd1282666b8372d08be192f75bd5391cd34d67d293427f7fb1d0398fcd2",
                "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==",
                "{\"localId\":\"a\",\"passwordHash\":\"lSrf\",\"salt\":\"42xEC+ixf3L2lw==\"}"
            })
    void whatAuth0CannotComputeIsRefusedWithWhatRemains(String written) {
        assertThat(HashSources.read(written))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("which Auth0 can verify in no form", "by e-mail", "first login")
                                .doesNotContain("custom_password_hash", written.substring(8)));
    }

    @Test
    void aPlainPasswordIsNoHash() {
        assertThat(((Refused) HashSources.read("{noop}secret")).reason())
                .contains("no hash but a plain password", "auth0.hashPasswords")
                .doesNotContain("secret");
        assertThat(((Refused) HashSources.read("!aBcDeF0123")).reason()).contains("account without a password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse battery staple",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "AAECAwQFBgcICQoLDA0ODw==",
                "{}",
                "AQAAAAMAAAPoAAAAEAABAgMEBQYHCAkKCwwNDg8yZXIrtDP7xWHE18C9Auvn0JHGbz3FF/0Y2FEA9CylRw==",
                "eyJhIjoxfQ=="
            })
    void whatNobodyKnowsIsLeftAlone(String written) {
        assertThat(HashSources.read(written)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2_sha256$30000$seasalt",
                "pbkdf2_sha256$0$seasalt$VrX+",
                "{bcrypt}$2a$10$short",
                "{pbkdf2}5d92",
                "{scrypt}$00801$8bWJ$OAOe",
                "scrypt:1000:8:1$salt$abcd",
                "{PKCS5S2}AAAA",
                "[{\"secretData\":\"{}\",\"credentialData\":\"{}\"}]",
                "{\"secretData\":\"{\\\"value\\\":"
            })
    void whatIsNotWholeIsSaidToBeSo(String written) {
        assertThat(((Refused) HashSources.read(written)).reason()).contains("is not whole");
    }

    private static String json(String written) {
        return ((Converted) HashSources.read(written)).json();
    }
}
