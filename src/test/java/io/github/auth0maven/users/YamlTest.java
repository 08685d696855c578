package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.gzip;
import static io.github.auth0maven.users.Gathered.joined;
import static io.github.auth0maven.users.Gathered.tokens;
import static io.github.auth0maven.users.Gathered.users;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {

    @TempDir
    Path directory;

    @Test
    void eachItemOfTheListIsAUser() throws IOException {
        assertThat(Gathered.from(yaml("""
                        # fixtures
                        - email: jane@example.com
                          user_metadata:
                            plan: gold
                            n: 1.10

                        - {email: x, app_metadata: {roles: [a, "b"]}}
                        """)))
                .containsExactly(
                        "a.yaml:[2,3] {\"email\":\"jane@example.com\",\"user_metadata\":{\"plan\":\"gold\",\"n\":1.10}}",
                        "a.yaml:[7,3] {\"email\":\"x\",\"app_metadata\":{\"roles\":[\"a\",\"b\"]}}");
    }

    @Test
    void whereTheSchemaWantsATextAValueStaysText() throws IOException {
        assertThat(users(yaml("""
                        - phone_number: +33612345678
                          given_name: No
                          family_name: Null
                          name: true
                          nickname: 1.0
                          user_id: 007
                          username: 12
                          password_hash: 1e5
                          custom_password_hash: {algorithm: 5, hash: {value: 6}, cost: 16384}
                          mfa_factors: [{totp: {secret: 234567}}]
                        """)))
                .containsExactly("{\"phone_number\":\"+33612345678\",\"given_name\":\"No\",\"family_name\":\"Null\","
                        + "\"name\":\"true\",\"nickname\":\"1.0\",\"user_id\":\"007\",\"username\":\"12\","
                        + "\"password_hash\":\"1e5\",\"custom_password_hash\":{\"algorithm\":\"5\",\"hash\":{\"value\":\"6\"},"
                        + "\"cost\":16384},\"mfa_factors\":[{\"totp\":{\"secret\":\"234567\"}}]}");
    }

    @Test
    void elsewhereAValueIsWhatItIsInJson() throws IOException {
        assertThat(
                        users(
                                yaml(
                                        "- email_verified: true\n  blocked: yes\n  user_metadata:\n    a: [True, on, 0x1F, 1_000, .5, "
                                                + "007, -0.50E+3, 2001-01-01, .inf, 'true', \"1\", !!str 1, ! 2, null, ~, Null]\n    b:\n"
                                                + "    c: |\n      two\n      lines\n    d: >-\n      one\n      line\n    1: \"\\x07\\u263A\\U0001F600\"\n")))
                .containsExactly(
                        "{\"email_verified\":true,\"blocked\":\"yes\",\"user_metadata\":{\"a\":[\"True\",\"on\","
                                + "\"0x1F\",\"1_000\",\".5\",\"007\",-0.50E+3,\"2001-01-01\",\".inf\",\"true\",\"1\",\"1\",\"2\","
                                + "null,null,\"Null\"],\"b\":null,\"c\":\"two\\nlines\\n\",\"d\":\"one line\","
                                + "\"1\":\"\\u0007☺\uD83D\uDE00\"}}");
    }

    @Test
    void eachTokenHasItsPlace() throws IOException {
        assertThat(tokens(yaml("-   name: \"\uD83D\uDE00\"  # é\n    \"ü\": [ 1,\n   x]\n")))
                .containsExactly(
                        "1,5 OBJECT",
                        "1,5 NAME name",
                        "1,11 STRING \uD83D\uDE00",
                        "2,5 NAME ü",
                        "2,10 ARRAY",
                        "2,12 NUMBER 1",
                        "3,4 STRING x");
    }

    @Test
    void anAliasHasTheValueOfItsAnchorAndItsPlace() throws IOException {
        UsersFile file = yaml("""
                - email: a
                  app_metadata: &meta {plan: gold}
                - email: b
                  app_metadata: *meta
                  user_metadata: &meta [1]
                - &user {email: *meta}
                - *user
                """);
        assertThat(users(file))
                .containsExactly(
                        "{\"email\":\"a\",\"app_metadata\":{\"plan\":\"gold\"}}",
                        "{\"email\":\"b\",\"app_metadata\":{\"plan\":\"gold\"},\"user_metadata\":[1]}",
                        "{\"email\":[\"1\"]}",
                        "{\"email\":[\"1\"]}");
        assertThat(tokens(file)).contains("4,3 NAME app_metadata").contains("2,17 OBJECT");
    }

    @Test
    void mappingsCanBeMerged() throws IOException {
        assertThat(users(yaml("""
                        - &a {name: A, blocked: true}
                        - &b {name: B, nickname: b}
                        - {name: C, <<: *a}
                        - {<<: [*a, *b], "<<": text}
                        """)))
                .endsWith(
                        "{\"name\":\"C\",\"blocked\":true}",
                        "{\"<<\":\"text\",\"name\":\"A\",\"blocked\":true,\"nickname\":\"b\"}");
        String message = "\"<<\" merges a mapping, or a list of mappings, into this one: <<: *anchor";
        failure(yaml("- name: x\n  <<: y\n")).hasMessage("a.yaml:[2,3] " + message);
        failure(yaml("- name: x\n  <<: [{}, y]\n")).hasMessage("a.yaml:[2,3] " + message);
        failure(yaml("- <<: {}\n  <<: {}\n"))
                .hasMessage("a.yaml:[2,3] the name \"<<\" stands twice in this mapping; give it a list: <<: [*a, *b]");
    }

    @Test
    void aliasesCannotExhaustTheMachine() throws IOException {
        StringBuilder bomb = new StringBuilder("- a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("  a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
        }
        failure(yaml(bomb.toString()))
                .hasMessage("a.yaml:[1,3] this user is larger than any that Auth0 takes: its jobs hold 512,000 bytes");

        StringBuilder deep = new StringBuilder("- a0: &a0 []\n");
        for (int i = 1; i < 2000; i++) {
            deep.append("- a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append("]\n");
        }
        failure(yaml(deep.toString())).hasMessageEndingWith("nested more than 1000 levels deep");

        String names = "a: {<<: [" + "*m,".repeat(300) + "]}\n";
        StringBuilder merges = new StringBuilder("- &m\n");
        for (int i = 0; i < 1000; i++) {
            merges.append("  m").append(i).append(": x\n");
        }
        failure(yaml(merges + "- " + names)).hasMessageContaining("this user is larger than any that Auth0 takes");

        failure(yaml("- &a [*a]\n"))
                .hasMessage("a.yaml:[1,7] the alias \"a\" has no anchor before it; write it"
                        + " in quotes if it is a text that begins with *");
        StringBuilder anchors = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            anchors.append("- n: &x")
                    .append(i)
                    .append(" [")
                    .append("1,".repeat(100_000))
                    .append("]\n");
        }
        failure(yaml(anchors.toString()))
                .hasMessage("a.yaml:[3,6] the values with anchors are too many to be kept: more than 262144");
    }

    @Test
    void aNestingThatNoJobTakesIsRefused() throws IOException {
        failure(yaml("- a: " + "[".repeat(1500) + "]".repeat(1500) + "\n"))
                .hasMessageEndingWith("nested more than 1000 levels deep");
        failure(yaml("- a: [" + "1,".repeat(300_000) + "]\n"))
                .hasMessageEndingWith("this user is larger than any that Auth0 takes");
        failure(yaml("- a: 1 #" + "x".repeat(9_000_000) + "\n  b: 2\n"))
                .hasMessageContaining("this user is larger than any that Auth0 takes");
    }

    @Test
    void aNameStandsOnceInAMapping() throws IOException {
        failure(yaml("- email: a\n  name: b\n  email: c\n"))
                .hasMessage("a.yaml:[3,3] the name \"email\" stands twice in this object; keep the one that is meant");
        failure(yaml("- {? [a] : b}\n")).hasMessage("a.yaml:[1,6] a name must be a text, found a list or a mapping");
    }

    @Test
    void onlyAListOfUsersIsAccepted() throws IOException {
        String expected = "not a list of users: expected a list, found ";
        failure(yaml("email: x\n"))
                .hasMessage("a.yaml:[1,1] " + expected + "a mapping; put a dash before each user: \"- email:"
                        + " jane@example.com\"");
        failure(yaml("text\n")).hasMessage("a.yaml:[1,1] " + expected + "a text");
        failure(yaml("*a\n")).hasMessage("a.yaml:[1,1] " + expected + "an alias");
        String user = "not a list of users: expected a user, which is a mapping such as \"- email: jane@example.com\","
                + " found ";
        failure(yaml("- x\n")).hasMessage("a.yaml:[1,3] " + user + "a text");
        failure(yaml("- - x\n")).hasMessage("a.yaml:[1,3] " + user + "a list");
        failure(yaml("- {a: &a b}\n- *a\n")).hasMessage("a.yaml:[2,3] " + user + "an alias");
        for (String empty : new String[] {"", "# none\n", "---\n...\n", "~\n"}) {
            failure(yaml(empty))
                    .hasMessageEndingWith("the file is empty; it must hold a list of users, such as \"- email:"
                            + " jane@example.com\"");
        }
        assertThat(users(yaml("[]\n"))).isEmpty();
    }

    @Test
    void aSecondDocumentIsRefused() throws IOException {
        failure(yaml("---\n- name: x\n---\n- name: y\n"))
                .hasMessage("a.yaml:[3,1] another YAML document begins here; put all users into one list");
        UsersFile ended = yaml("---\n- name: x\n...\n");
        assertThat(users(ended)).hasSize(1);
        try (UserReader reader = ended.open()) {
            assertThat(reader.user().json().writtenSize()).isZero();
            assertThat(reader.next()).isTrue();
            assertThat(reader.next()).isFalse();
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void tagsThatMeanNothingToAuth0AreRefused() throws IOException {
        assertThat(users(yaml("!!seq\n- !!map {name: !!str x, a: !!seq []}\n"))).hasSize(1);
        failure(yaml("- name: !!binary aGk=\n"))
                .hasMessage("a.yaml:[1,9] the tag !!binary is not understood: leave it out; for a text, write quotes or"
                        + " !!str");
        failure(yaml("- !user {}\n")).hasMessageContaining("[1,3] the tag !user is not understood");
        failure(yaml("- a: !!set []\n")).hasMessageContaining("[1,6] the tag !!set is not understood");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsPlace() throws IOException {
        failure(yaml("- name: x\n\temail: y\n")).hasMessageStartingWith("a.yaml:[2,1] not YAML: found character");
        failure(yaml("- name: [x\n")).hasMessageStartingWith("a.yaml:[2,1] not YAML: expected ',' or ']'");
        failure(yaml("- name: \"x\n")).hasMessageStartingWith("a.yaml:[2,1] not YAML: found unexpected end of stream");
        failure(yaml("- name: \"\\"))
                .hasMessageStartingWith("a.yaml:[1,11] not YAML: found unknown escape character \\u0000");
        for (String escape : new String[] {"\\u", "\\u00", "\\UFFFFFFFF", "\\U00110000", "\\x"}) {
            failure(yaml("- name: \"" + escape))
                    .hasMessageStartingWith("a.yaml:[1,")
                    .hasMessageContaining("not YAML: ");
            failure(yaml("- name: \"" + escape + "\"\n")).hasMessageContaining("not YAML: ");
        }
        assertThat(new UsersFileException(new Position("a.yaml", 0, 1, 9), "a".repeat(1000)))
                .message()
                .hasSizeLessThan(600)
                .endsWith("…");
        failure(yaml("- ü: \u0007\n")).hasMessage("a.yaml:[1,6] the character U+0007 may not stand here");
        failure(file(directory, "a.yaml", joined("- é: ".getBytes(UTF_8), new byte[] {(byte) 0xFF})))
                .hasMessage(
                        "a.yaml:[1,6] the byte 0xFF is not UTF-8 here; the file seems to have another encoding: save"
                                + " it as UTF-8");
    }

    @Test
    void yamlIsToldByItsContentOrItsName() throws IOException {
        for (String name : new String[] {"a.txt", "a"}) {
            assertThat(users(file(directory, name, "\uFEFF- name: x\n"))).containsExactly("{\"name\":\"x\"}");
            assertThat(users(file(directory, name, "---\n- name: x\n"))).hasSize(1);
            assertThat(users(file(directory, name, "%YAML 1.2\n---\n-\n  name: x\n")))
                    .hasSize(1);
            assertThat(users(file(directory, name, "-\n  name: x\n"))).hasSize(1);
        }
        assertThat(users(file(directory, "a.YML", "[{name: x}]"))).containsExactly("{\"name\":\"x\"}");
        failure(file(directory, "b.yml", "{name: x}")).hasMessageContaining("expected a list, found a mapping");
        assertThat(users(file(directory, "a.yaml.gz", gzip("# c\n- name: x\n"))))
                .hasSize(1);
    }

    @Test
    void aNodeDoesNotShowItsText() {
        assertThat(new YamlNodes.Scalar("secret", true, 7)).hasToString("Scalar[7]");
    }

    private UsersFile yaml(String content) throws IOException {
        return file(directory, "a.yaml", content);
    }
}
