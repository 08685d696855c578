package io.github.auth0maven.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.passwords.PasswordResult.Finding;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check makes of many users, and of what it finds about some of them. */
class PasswordCheckTest {

    private static final Base64.Encoder B64 = Base64.getEncoder().withoutPadding();

    @TempDir
    Path directory;

    @Test
    void aChangeThatIsFoundForOneHashIsProvedOnTheOthersOfItsShape() throws Exception {
        String users = pbkdf2("jane", "salt1", "one") + "\n" + pbkdf2("ben", "salt2", "two") + "\n"
                + pbkdf2("ada", "salt3", "three");

        List<Finding> findings = check(users, Map.of("jane", "one", "ben", "two", "ada", "wrong"))
                .findings();

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly(
                        "does not match the known password; with hash.value to i=1234 and l=32 it does: set it for all 3"
                                + " users of this shape (1 of 2 other samples of it match so)",
                        "does not match the known password; with hash.value to i=1234 and l=32 it does: set it for all 3"
                                + " users of this shape (1 of 2 other samples of it match so)",
                        "does not match the known password, however the same bytes are read: it may be the wrong"
                                + " password, or something secret is missing, such as a pepper");
    }

    @Test
    void aMissingPepperIsLikelyWhereNoSampleOfAShapeMatches() throws Exception {
        String users = sha256("jane", "onepepper") + "\n" + sha256("ben", "twopepper");

        List<Finding> findings =
                check(users, Map.of("jane", "one", "ben", "two")).findings();

        assertThat(findings)
                .extracting(Finding::message)
                .hasSize(2)
                .containsOnly("does not match the known password, however the same bytes are read: as none of the 2"
                        + " samples of this shape does, a secret of its source is likely missing, such as a pepper; for"
                        + " bcrypt and digests, it can be given as salt");
    }

    @Test
    void aSampleIsOfTheUserWhoseIdentifierIsOfThatKind() throws Exception {
        String users = sha256("jane", "one") + "\n" + sha256("ben", "two").replace("username", "user_id");

        PasswordResult result = check(users, Map.of("jane", "one", "ben", "two"));

        assertThat(result.samples().matched()).isOne();
        assertThat(result.samples().unused()).hasSize(1);
    }

    @Test
    void whatTakesMoreMemoryThanThereIsIsNotTried() throws Exception {
        String users = "{\"username\":\"jane\",\"custom_password_hash\":{\"algorithm\":\"scrypt\",\"cost\":1073741824,"
                + "\"blockSize\":64,\"keylen\":1,\"hash\":{\"value\":\"00\",\"encoding\":\"hex\"}}}\n"
                + "{\"username\":\"ben\",\"custom_password_hash\":{\"algorithm\":\"argon2\",\"hash\":{\"value\":"
                + "\"$argon2id$v=19$m=4294967295,t=3,p=1$c2FsdHNhbHQ$aGFzaGhhc2g\"}}}";

        assertThat(check(users, Map.of("jane", "one", "ben", "two")).findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.message())
                        .startsWith("a try takes ")
                        .contains(" MB to spare: give it more, as by MAVEN_OPTS=-Xmx"));
    }

    @Test
    void aHashInAPlaceForOptionsIsNotTold() throws Exception {
        String secret = "5f4dcc3b5aa765d61d8327deb882cf99";
        String users =
                ("{\"username\":\"jane\",\"custom_password_hash\":{\"algorithm\":\"S\",\"hash\":{\"encoding\":\"S\"},"
                                + "\"salt\":{\"encoding\":\"S\",\"position\":\"S\"},\"password\":{\"encoding\":\"S\"}}}\n"
                                + "{\"username\":\"ben\",\"custom_password_hash\":{\"algorithm\":\"bcrypt\",\"hash\":{\"value\":\"S\"}}}\n"
                                + "{\"username\":\"ada\",\"custom_password_hash\":{\"algorithm\":\"ldap\",\"hash\":{\"value\":\"{S}S\"}}}\n"
                                + "{\"username\":\"bob\",\"custom_password_hash\":{\"algorithm\":\"argon2\",\"hash\":{\"value\":\"$S$S\"}}}\n"
                                + "{\"username\":\"eve\",\"custom_password_hash\":{\"algorithm\":\"pbkdf2\",\"hash\":{\"value\":\"$pbkdf2-S$S$S$S\"}}}\n"
                                + "{\"username\":\"liz\",\"password_hash\":\"S\"}")
                        .replace("S", secret);

        PasswordResult result = check(users, Map.of("jane", "one", "ben", "two", "liz", "three"));

        assertThat(result.shapes()).hasSize(6);
        assertThat(result.toString()).doesNotContain(secret);
    }

    @Test
    void moreShapesThanAnybodyReadsAreCountedTogether() throws Exception {
        StringBuilder users = new StringBuilder();
        for (int i = 1; i <= 1_100; i++) {
            users.append("{\"username\":\"u\",\"custom_password_hash\":{\"algorithm\":\"pbkdf2\",\"hash\":{\"value\":"
                    + "\"$pbkdf2-sha1$i=" + i + ",l=20$c2FsdA$aGFzaA\"}}}\n");
        }

        PasswordResult result = check(users.toString(), Map.of("jane", "one"));

        assertThat(result.shapes())
                .hasSize(1_001)
                .hasEntrySatisfying(
                        HashShape.OTHER, count -> assertThat(count.users()).isEqualTo(100));
    }

    @Test
    void howFarItIsIsTold() throws Exception {
        AtomicInteger tried = new AtomicInteger();
        AtomicInteger searched = new AtomicInteger();
        PasswordCheck.Progress progress = new PasswordCheck.Progress() {
            @Override
            public void tried(int samples, int all) {
                assertThat(all).isEqualTo(2);
                tried.incrementAndGet();
            }

            @Override
            public void searching(int hashes) {
                searched.set(hashes);
            }
        };

        check(sha256("jane", "one") + "\n" + sha256("ben", "one"), Map.of("jane", "one", "ben", "two"), progress);

        assertThat(tried).hasValue(2);
        assertThat(searched).hasValue(1);
    }

    private PasswordResult check(String users, Map<String, String> passwords) throws IOException, InterruptedException {
        return check(users, passwords, (tried, all) -> {});
    }

    private PasswordResult check(String users, Map<String, String> passwords, PasswordCheck.Progress progress)
            throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("users.ndjson"), users);
        try (Samples samples = new Samples()) {
            passwords.forEach((user, password) ->
                    samples.add(Map.of("username", user), KnownPassword.of(password.toCharArray())));
            return new PasswordCheck(samples, progress)
                    .run(new UsersFiles(List.of(new UsersFile(file, "users.ndjson")), ReadingOptions.DEFAULT));
        }
    }

    /** With the wrong number of iterations and no length, so that it is read as one of 64 bytes. */
    private static String pbkdf2(String user, String salt, String password) throws GeneralSecurityException {
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(
                        new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), 1234, 256))
                .getEncoded();
        return "{\"username\":\"" + user
                + "\",\"custom_password_hash\":{\"algorithm\":\"pbkdf2\",\"hash\":{\"value\":\""
                + "$pbkdf2-sha256$i=4321$" + B64.encodeToString(salt.getBytes(StandardCharsets.UTF_8)) + "$"
                + B64.encodeToString(key) + "\"}}}";
    }

    private static String sha256(String user, String password) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        return "{\"username\":\"" + user
                + "\",\"custom_password_hash\":{\"algorithm\":\"sha256\",\"hash\":{\"encoding\":"
                + "\"hex\",\"value\":\"" + HexFormat.of().formatHex(hash) + "\"}}}";
    }
}
