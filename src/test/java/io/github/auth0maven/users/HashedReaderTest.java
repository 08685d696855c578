package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.tokens;
import static io.github.auth0maven.users.Gathered.users;
import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.BcryptFunction;
import io.github.auth0maven.passwords.hashes.NewHash;
import io.github.auth0maven.passwords.sources.SourcePasswords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashes as their sources wrote them, in users files of each form. */
class HashedReaderTest {

    private static final String BCRYPT = "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K";
    private static final HashReading CONVERTING = new SourcePasswords(true, Optional.empty());

    @TempDir
    Path directory;

    @Test
    void aHashIsConvertedWhereItStandsAndNothingElseChanges() throws IOException {
        UserSource source = reading(
                CONVERTING,
                file(
                        directory,
                        "a.json",
                        "[{\"email\":\"a@b.cd\", \"password_hash\":\"md5$se\\u0061salt$3f86d0d3d465b7b458c231bf3555c0e3\","
                                + " \"user_metadata\":{\"password_hash\":\"md5$s$3f86d0d3d465b7b458c231bf3555c0e3\",\"n\":1.10}},\n"
                                + " {\"password\":\"{bcrypt}" + BCRYPT + "\"},{\"password_hash\":\"" + BCRYPT
                                + "\"}]"));

        assertThat(users(source))
                .containsExactly(
                        "{\"email\":\"a@b.cd\",\"custom_password_hash\":{\"algorithm\":\"md5\",\"hash\":{\"value\":"
                                + "\"3f86d0d3d465b7b458c231bf3555c0e3\",\"encoding\":\"hex\"},\"salt\":{\"value\":\"seasalt\","
                                + "\"position\":\"prefix\"}},\"user_metadata\":{\"password_hash\":"
                                + "\"md5$s$3f86d0d3d465b7b458c231bf3555c0e3\",\"n\":1.10}}",
                        "{\"password_hash\":\"" + BCRYPT + "\"}",
                        "{\"password_hash\":\"" + BCRYPT + "\"}");
        assertThat(changes(source))
                .hasToString("Hashes made into what Auth0 takes: Django's md5 (1), Spring Security's bcrypt (1)");
    }

    @Test
    void itStaysAtItsPlace() throws IOException {
        assertThat(tokens(reading(
                        CONVERTING,
                        file(directory, "a.json", "[{\"a\":1,\n \"password\": \"{bcrypt}" + BCRYPT + "\"}]"))))
                .containsExactly(
                        "1,2 OBJECT", "1,3 NAME a", "1,7 NUMBER 1", "2,2 NAME password_hash", "2,14 STRING " + BCRYPT);
    }

    @Test
    void anotherPassConvertsWhatTheFirstOneDidAndAsksNothingWhereThatDidNothing() throws IOException {
        List<String> asked = new ArrayList<>();
        HashReading counting = (member, written) -> {
            asked.add(member);
            return CONVERTING.read(member, written);
        };
        UserSource foreign =
                reading(counting, file(directory, "a.ndjson", "{\"password_hash\":\"{bcrypt}" + BCRYPT + "\"}\n{}\n"));
        assertThat(again(foreign)).containsExactly("{\"password_hash\":\"" + BCRYPT + "\"}", "{}");
        assertThat(asked).hasSize(2);
        asked.clear();
        UserSource own = reading(counting, file(directory, "b.ndjson", "{\"password_hash\":\"no hash\"}\n"));
        assertThat(again(own)).containsExactly("{\"password_hash\":\"no hash\"}");
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsAmbiguousOrNoTextIsLeftToBeJudged() throws IOException {
        for (String user : List.of(
                "{\"password\":\"{bcrypt}x\",\"password_hash\":\"{bcrypt}" + BCRYPT + "\"}",
                "{\"password_hash\":\"{bcrypt}" + BCRYPT + "\",\"custom_password_hash\":{}}",
                "{\"password_hash\":null}",
                "{\"password\":7}",
                "{\"password\":\"secret\"}",
                "{\"password\":\"!secret\"}",
                "{\"password_hash\":\"$P$x\"}")) {
            assertThat(users(reading(CONVERTING, file(directory, "a.json", "[" + user + "]"))))
                    .containsExactly(user);
        }
    }

    @Test
    void aRefusedHashIsJudgedAsThePasswordHash() throws IOException {
        UserSource source = reading(CONVERTING, file(directory, "a.json", "[{\"password\":\"$P$x\"}]"));
        assertThat(users(source)).containsExactly("{\"password_hash\":\"$P$x\"}");
        assertThat(changes(source).isNone()).isTrue();
    }

    @Test
    void aColumnOrAMemberOfAnyFormIsRead() throws IOException {
        String hash = "{\"password_hash\":\"" + BCRYPT + "\"}";
        assertThat(users(reading(
                        CONVERTING, file(directory, "a.csv", "email,Password\na@b.cd,{bcrypt}" + BCRYPT + "\n"))))
                .containsExactly("{\"email\":\"a@b.cd\"," + hash.substring(1));
        assertThat(users(reading(CONVERTING, file(directory, "a.yaml", "- password: '{bcrypt}" + BCRYPT + "'\n"))))
                .containsExactly(hash);
        assertThat(users(reading(
                        CONVERTING,
                        file(directory, "a.json", "[{\"password_hash\":\"${x}\"}]"),
                        name -> Optional.of("{bcrypt}" + BCRYPT))))
                .containsExactly(hash);
        failure(reading(null, file(directory, "b.csv", "email,password\na@b.cd,x\n")))
                .hasMessageContaining("the column \"password\" is none of the 17 attributes");
    }

    @Test
    void aCredentialOfKeycloakMayBeAnObjectOrItsText() throws IOException {
        String credential = "{\"secretData\":\"{\\\"value\\\":\\\"AAEC\\\",\\\"salt\\\":\\\"AAECAw==\\\"}\","
                + "\"credentialData\":\"{\\\"hashIterations\\\":1000,\\\"algorithm\\\":\\\"pbkdf2-sha256\\\"}\"}";
        String expected = "{\"custom_password_hash\":{\"algorithm\":\"pbkdf2\",\"hash\":{\"value\":"
                + "\"$pbkdf2-sha256$i=1000,l=3$AAECAw$AAEC\"}}}";
        assertThat(users(reading(CONVERTING, file(directory, "a.json", "[{\"password_hash\":" + credential + "}]"))))
                .containsExactly(expected);
        assertThat(users(reading(CONVERTING, file(directory, "b.json", "[{\"password\":[" + credential + "]}]"))))
                .containsExactly(expected);
        assertThat(users(reading(
                        CONVERTING,
                        file(directory, "c.csv", "password_hash\n\"" + credential.replace("\"", "\"\"") + "\"\n"))))
                .containsExactly(expected);
    }

    @Test
    void plainPasswordsAreHashedOnlyWhereThatIsWanted() throws IOException {
        HashReading hashing = new SourcePasswords(true, Optional.of(NewHash::of));
        UserSource source = reading(
                hashing,
                file(
                        directory,
                        "a.json",
                        "[{\"password\":\"sécret\"},{\"password\":\"" + BCRYPT + "\"},{\"password_hash\":\"sécret\"},"
                                + "{\"password\":\"\"}]"));

        List<String> users = users(source);
        String hash = users.get(0).replaceAll("^\\{\"password_hash\":\"|\"}$", "");
        assertThat(hash).startsWith("$2b$10$").hasSize(60);
        assertThat(BcryptFunction.getInstanceFromHash(hash)
                        .check("sécret".getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(users.subList(1, 4))
                .containsExactly(
                        "{\"password_hash\":\"" + BCRYPT + "\"}",
                        "{\"password_hash\":\"sécret\"}",
                        "{\"password\":\"\"}");
        assertThat(changes(source))
                .hasToString("Hashes made into what Auth0 takes: bcrypt (1), plain passwords, hashed here (1)");
    }

    private static List<String> again(UserSource source) throws IOException {
        Fingerprint fingerprint;
        try (UserReader reader = source.open()) {
            while (reader.next()) {
                // to the end
            }
            fingerprint = reader.fingerprint();
        }
        List<String> users = new ArrayList<>();
        try (UserReader reader = source.openUnchanged(fingerprint)) {
            while (reader.next()) {
                byte[] target = new byte[reader.user().writtenSize()];
                users.add(new String(target, 0, reader.user().writeTo(target, 0), StandardCharsets.UTF_8));
            }
        }
        return users;
    }

    private static HashChanges changes(UserSource source) throws IOException {
        try (UserReader reader = source.open()) {
            while (reader.next()) {
                // to the end
            }
            return reader.hashChanges();
        }
    }

    private static UserSource reading(HashReading hashes, UsersFile file) {
        return reading(hashes, file, null);
    }

    private static UserSource reading(HashReading hashes, UsersFile file, Placeholders placeholders) {
        return new UsersFiles(
                List.of(file),
                new ReadingOptions(
                        UsersFormat.AUTO,
                        ExportOptions.of(ExportMode.AUTO),
                        Optional.ofNullable(placeholders),
                        GzipLimits.DEFAULT,
                        CsvOptions.DEFAULT,
                        Optional.ofNullable(hashes)));
    }
}
