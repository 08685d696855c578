package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.gzip;
import static io.github.auth0maven.users.Gathered.joined;
import static io.github.auth0maven.users.Gathered.tokens;
import static io.github.auth0maven.users.Gathered.users;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    @TempDir
    Path directory;

    @Test
    void theHeaderNamesTheColumnsAndAnEmptyCellIsNoAttribute() throws IOException {
        assertThat(Gathered.from(csv("email,given_name\r\njane@example.com,Jane\r\n\r\nx@example.com,\r\n,\"\"\r\n")))
                .containsExactly(
                        "a.csv:[2,1] {\"email\":\"jane@example.com\",\"given_name\":\"Jane\"}",
                        "a.csv:[4,1] {\"email\":\"x@example.com\"}",
                        "a.csv:[5,1] {}");
    }

    @Test
    void quotedCellsMayHoldAnything() throws IOException {
        assertThat(users(csv(
                        "name,nickname\n\"a \"\"b\"\", \\\n\u0007c\",\"\uD83D\uDE00\" \n".replace("\" \n", "\"\n"))))
                .containsExactly("{\"name\":\"a \\\"b\\\", \\\\\\n\\u0007c\",\"nickname\":\"\uD83D\uDE00\"}");
    }

    @Test
    void valuesHaveTheTypesOfTheSchema() throws IOException {
        assertThat(users(
                        csv("email_verified,phone_number,blocked,custom_password_hash.cost,custom_password_hash.keylen,"
                                + "user_metadata.zip,name\n" + "true,+33612345678,FALSE,16384,1e400,01234,true\n"
                                + "ja,33,2,x,007,,No\n")))
                .containsExactly(
                        "{\"email_verified\":true,\"phone_number\":\"+33612345678\",\"blocked\":false,"
                                + "\"custom_password_hash\":{\"cost\":16384,\"keylen\":1e400},"
                                + "\"user_metadata\":{\"zip\":\"01234\"},\"name\":\"true\"}",
                        "{\"email_verified\":\"ja\",\"phone_number\":\"33\",\"blocked\":\"2\","
                                + "\"custom_password_hash\":{\"cost\":\"x\",\"keylen\":\"007\"},\"name\":\"No\"}");
    }

    @Test
    void dottedColumnsMakeOneObjectWhereverTheyStand() throws IOException {
        assertThat(users(csv(
                        "user_metadata.a.b,email,user_metadata.c,user_metadata.a.d,name\n1,2,3,4,5\n,2,,4,\n,2,,,\n")))
                .containsExactly(
                        "{\"user_metadata\":{\"a\":{\"b\":\"1\",\"d\":\"4\"},\"c\":\"3\"},\"email\":\"2\",\"name\":\"5\"}",
                        "{\"user_metadata\":{\"a\":{\"d\":\"4\"}},\"email\":\"2\"}",
                        "{\"email\":\"2\"}");
    }

    @Test
    void aCellHoldsJsonWhereTheSchemaWantsAnObjectOrAnArray() throws IOException {
        assertThat(users(csv("app_metadata,mfa_factors\n\" {\"\"a\"\": [1.0, true,\"\"ü\"\"]}\n\",[]\n{},7\n")))
                .containsExactly(
                        "{\"app_metadata\":{\"a\":[1.0,true,\"ü\"]},\"mfa_factors\":[]}",
                        "{\"app_metadata\":{},\"mfa_factors\":7}");
    }

    @Test
    void eachTokenHasThePlaceOfItsCell() throws IOException {
        assertThat(tokens(csv("""
                        name,user_metadata.plan,app_metadata,user_metadata.x
                        "ü,""
                        z\uD83D\uDE00",gold,"{""a"":
                         ""b"",""c"":1}",y
                        """)))
                .containsExactly(
                        "2,1 OBJECT",
                        "1,1 NAME name",
                        "2,1 STRING ü,\"\nz\uD83D\uDE00",
                        "1,6 NAME user_metadata",
                        "3,5 OBJECT",
                        "1,6 NAME plan",
                        "3,5 STRING gold",
                        "1,38 NAME x",
                        "4,18 STRING y",
                        "1,25 NAME app_metadata",
                        "3,11 OBJECT",
                        "3,12 NAME a",
                        "4,2 STRING b",
                        "4,8 NAME c",
                        "4,14 NUMBER 1");
    }

    @Test
    void aFileMayBeLargerThanAnyUser() throws IOException {
        int users = 0;
        StringBuilder content = new StringBuilder("email,name\n");
        for (; content.length() < 9_000_000; users++) {
            content.append("user")
                    .append(users)
                    .append("@example.com,")
                    .append("x".repeat(200))
                    .append('\n');
        }
        assertThat(users(csv(content.toString()))).hasSize(users);
    }

    @Test
    void aByteOrderMarkPassesAndOtherEncodingsAreRefused() throws IOException {
        assertThat(Gathered.from(csv("\uFEFFemail\nx\n"))).containsExactly("a.csv:[2,1] {\"email\":\"x\"}");
        assertThat(users(file(directory, "a.csv.gz", gzip("email\nx\n")))).containsExactly("{\"email\":\"x\"}");
        failure(file(directory, "a.csv", "email\nx\n".getBytes(UTF_16LE)))
                .hasMessage("a.csv:[1,1] the file is encoded in UTF-16; save it as UTF-8");
        failure(file(directory, "a.csv", joined("email\nü,".getBytes(UTF_8), new byte[] {(byte) 0xE9, '\n'})))
                .hasMessage("a.csv:[2,3] the byte 0xE9 is not UTF-8 here; the file seems to have another encoding:"
                        + " save it as UTF-8");
    }

    @Test
    void aRecordHasAsManyCellsAsTheHeader() throws IOException {
        failure(csv("name,email\n1,2\n1,\"2\",3\n"))
                .hasMessage(
                        "a.csv:[3,7] this record has 3 cells, and the header names 2 columns; put a text that holds a"
                                + " comma in double quotes");
        failure(csv("name,email\n12\n"))
                .hasMessage("a.csv:[2,4] this record has 1 cell, and the header names 2 columns");
        failure(csv("name\n1,2\n"))
                .hasMessage(
                        "a.csv:[2,3] this record has 2 cells, and the header names 1 column; put a text that holds a"
                                + " comma in double quotes");
    }

    @Test
    void namesOfColumnsAreUnique() throws IOException {
        failure(csv("email,name,email\n"))
                .hasMessage("a.csv:[1,12] the column \"email\" stands twice in the header; keep the one that is meant");
        failure(csv("user_metadata.b.c,user_metadata.b\n"))
                .hasMessage(
                        "a.csv:[1,19] the column \"user_metadata.b.c\" is a part of the column \"user_metadata.b\", and both cannot be given;"
                                + " keep one of them");
        failure(csv("email,user_metadata,user_metadata.b.c\n"))
                .hasMessage(
                        "a.csv:[1,21] the column \"user_metadata.b.c\" is a part of the column \"user_metadata\", and both cannot be given;"
                                + " keep one of them");
        for (String name : List.of("", ".a", "a.", "a..b")) {
            failure(csv("name," + name + "\n"))
                    .hasMessage("a.csv:[1,6] a column must have a name, such as email or user_metadata.plan, found \""
                            + name + "\"");
        }
    }

    @Test
    void quotesMustBeInOrder() throws IOException {
        String remedy =
                "; a cell with a comma, a quote or a line break in it stands in double quotes, and a quote in it"
                        + " is doubled";
        failure(csv("name,email\n1,\"x\"y\n"))
                .hasMessage(
                        "a.csv:[2,3] the quotes of this cell are wrong: something follows the closing one" + remedy);
        failure(csv("name,email\n1,2\n1,\"x\ny\n"))
                .hasMessage("a.csv:[3,3] the quotes of this cell are wrong: they are not closed" + remedy);
        failure(csv("name,email\n1,\"b\n" + "x".repeat(9_000_000)))
                .hasMessage("a.csv:[2,3] this cell is larger than any user that Auth0 takes; is its closing quote"
                        + " missing?");
    }

    @Test
    void aCellThatShouldHoldJsonAndDoesNotIsRefusedWithTheExactPlace() throws IOException {
        failure(csv("email,app_metadata\nx,\"{\"\"a\"\":1,\"\"a\"\":2}\"\n"))
                .hasMessage(
                        "a.csv:[2,13] app_metadata: a cell of this column holds JSON: the name \"a\" stands twice in"
                                + " this object; keep the one that is meant");
        failure(csv("custom_password_hash\nd41d8cd98f00b204e9800998ecf8427e\n"))
                .hasMessage("a.csv:[2,1] custom_password_hash: a cell of this column holds JSON: expected a value");
        failure(csv("app_metadata\n{} x\n"))
                .hasMessage("a.csv:[2,4] app_metadata: a cell of this column holds JSON: nothing may follow the JSON"
                        + " value");
        failure(csv("app_metadata\n{\n"))
                .hasMessage(
                        "a.csv:[2,2] app_metadata: a cell of this column holds JSON: the cell ends too early: expected"
                                + " a name in double quotes or \"}\"; it seems to be cut off");
    }

    @Test
    void anEmptyFileIsNoList() throws IOException {
        failure(csv("\n"))
                .hasMessage("a.csv:[1,1] the file is empty; its first line must name the columns, such as"
                        + " email,given_name");
        assertThat(users(csv("email\n"))).isEmpty();
    }

    @Test
    void aHeaderWithAnEmailTellsCsvWhateverTheName() throws IOException {
        assertThat(users(file(directory, "users.txt", "\"email\",\"name\"\nx,y\n")))
                .containsExactly("{\"email\":\"x\",\"name\":\"y\"}");
        assertThat(users(new UsersFiles(
                        List.of(file(directory, "users", "name\nx\n")),
                        new ReadingOptions(UsersFormat.CSV, ExportMode.AUTO, Optional.empty(), GzipLimits.DEFAULT))))
                .containsExactly("{\"name\":\"x\"}");
    }

    @Test
    void thereIsNoUserBeforeTheFirst() throws IOException {
        try (UserReader reader = csv("email\n").open()) {
            assertThat(reader.user().index()).isZero();
            assertThat(reader.user().json().writtenSize()).isZero();
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void aCellDoesNotShowItsText() {
        assertThat(new CsvRecords.Cell("secret", false, 2, 3, false)).hasToString("Cell[2,3]");
    }

    private UsersFile csv(String content) throws IOException {
        return file(directory, "a.csv", content);
    }
}
