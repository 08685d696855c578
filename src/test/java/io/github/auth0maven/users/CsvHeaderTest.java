package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.users;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first line of a CSV file says, as people and spreadsheets write it. */
class CsvHeaderTest {

    @TempDir
    Path directory;

    @Test
    void namesThatNearlyAreAuth0sOwnAreTakenForThem() throws IOException {
        assertThat(users(csv("E-Mail, Given Name ,emailVerified,User-Metadata.Plan A,Custom_Password_Hash.block_size,"
                        + "MFA Factors[0].TOTP.Secret\nx,y,true,z,8,234567\n")))
                .containsExactly("{\"email\":\"x\",\"given_name\":\"y\",\"email_verified\":true,"
                        + "\"user_metadata\":{\"Plan A\":\"z\"},\"custom_password_hash\":{\"blockSize\":8},"
                        + "\"mfa_factors\":[{\"totp\":{\"secret\":\"234567\"}}]}");
        failure(csv("email,Email\nx,y\n"))
                .hasMessage("a.csv:[1,7] the column \"email\" stands twice in the header; keep the one that is meant");
    }

    @Test
    void aHeaderSaysTheTypesOfMetadata() throws IOException {
        assertThat(users(csv("""
                        email,user_metadata.age:number,user_metadata.vip:Boolean,app_metadata.roles:json,user_metadata.tags:list,user_metadata.zip:text
                        a,-1.50,Yes,"[""x"",{""y"":1}]","b; c,d;",12345
                        b,,0,,"e, f",
                        c,1e3,,{},"[1,""g""]",
                        """)))
                .containsExactly(
                        "{\"email\":\"a\",\"user_metadata\":{\"age\":-1.50,\"vip\":true,\"tags\":[\"b\",\"c,d\"],"
                                + "\"zip\":\"12345\"},\"app_metadata\":{\"roles\":[\"x\",{\"y\":1}]}}",
                        "{\"email\":\"b\",\"user_metadata\":{\"vip\":false,\"tags\":[\"e\",\"f\"]}}",
                        "{\"email\":\"c\",\"user_metadata\":{\"age\":1e3,\"tags\":[1,\"g\"]},\"app_metadata\":{\"roles\":{}}}");
    }

    @Test
    void aValueOfAnotherTypeThanTheHeaderSaysIsRefusedAndNotShown() throws IOException {
        failure(csv("email,user_metadata.age:number\na,1\nb,\"1,5\"\n"))
                .hasMessage(
                        "a.csv:[3,3] user_metadata.age: a cell of this column holds a number as JSON writes it, such as"
                                + " 42 or -1.5, and this one something else; mend it, or leave it empty");
        failure(csv("email,user_metadata.vip:boolean\na,maybe\n"))
                .hasMessage(
                        "a.csv:[2,3] user_metadata.vip: a cell of this column holds true or false, yes or no, 1 or 0,"
                                + " and this one something else; mend it, or leave it empty");
        failure(csv("email,user_metadata.roles:json\na,admin\n"))
                .hasMessage("a.csv:[2,3] user_metadata.roles: a cell of this column holds JSON: expected a value");
    }

    @Test
    void aTypeIsOneThatThereIsAndThatAuth0DoesNotContradict() throws IOException {
        failure(csv("email,user_metadata.age:int\na,1\n"))
                .hasMessage(
                        "a.csv:[1,7] what follows the colon of \"user_metadata.age:int\" is no type: number, boolean,"
                                + " json, list or text. If the colon belongs to the name, write"
                                + " \"user_metadata.age:int:text\"");
        failure(csv("email,phone_number:number\na,1\n"))
                .hasMessage("a.csv:[1,7] the type of \"phone_number:number\" is text for Auth0; leave out \":number\"");
        assertThat(users(csv("email:text,blocked:boolean,app_metadata:json,user_metadata.a:b:text\na,no,{},c\n")))
                .containsExactly(
                        "{\"email\":\"a\",\"blocked\":false,\"app_metadata\":{},\"user_metadata\":{\"a:b\":\"c\"}}");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "yes,true", "Yes,true", "1,true", "false,false", "NO,false", "0,false"})
    void aBooleanIsWrittenInManyWays(String written, String read) throws IOException {
        assertThat(users(csv("email,email_verified\na," + written + "\n")))
                .containsExactly("{\"email\":\"a\",\"email_verified\":" + read + "}");
    }

    @Test
    void bracketsMakeLists() throws IOException {
        assertThat(users(csv("""
                        email,app_metadata.roles[10],app_metadata.roles[2],app_metadata.roles[0].a.b
                        a,x,y,z
                        b,,y,
                        c,,,
                        """)))
                .containsExactly(
                        "{\"email\":\"a\",\"app_metadata\":{\"roles\":[{\"a\":{\"b\":\"z\"}},\"y\",\"x\"]}}",
                        "{\"email\":\"b\",\"app_metadata\":{\"roles\":[\"y\"]}}",
                        "{\"email\":\"c\"}");
        failure(csv("email,user_metadata.x[0],user_metadata.x.y\n"))
                .hasMessage(
                        "a.csv:[1,26] the column \"user_metadata.x.y\" and another one make both a list and an object"
                                + " of \"user_metadata.x\"; keep one of them");
    }

    @Test
    void theProjectSaysWhatForeignNamesMean() throws IOException {
        Map<String, String> columns = Map.of(
                "Vorname", "given_name",
                "Alter", "user_metadata.age:number",
                "Kunden-Nr", "user_metadata.customer:text",
                "Notiz", "",
                "Anrede_intern", " ",
                "name", "nickname");
        assertThat(users(with(
                        columns, "E-Mail;Vorname;alter;Kunden Nr.;NOTIZ;Anrede (intern);Name\na;Jo;42;0815;x;y;z\n")))
                .containsExactly("{\"email\":\"a\",\"given_name\":\"Jo\",\"user_metadata\":{\"age\":42,"
                        + "\"customer\":\"0815\"},\"nickname\":\"z\"}");
    }

    @Test
    void columnsThatAuth0DoesNotKnowAreToldOnceAndAllTogether() throws IOException {
        failure(csv("email,Straße Nr,name\n" + "a,b,c\n".repeat(50_000)))
                .hasMessage(
                        "a.csv:[1,7] the column \"Straße Nr\" is none of the 17 attributes that Auth0 imports: say in"
                                + " <columns> what is meant, or nothing to leave it out"
                                + " (<columns><First-Name>given_name</First-Name><Notes/></columns>), or let the name begin"
                                + " with user_metadata.");
        failure(
                        csv(
                                "email,1,nickname.x,user_metadata[0],custom_password_hash.x,mfa_factors.totp.secret,created_at,y\n"))
                .hasMessageStartingWith("a.csv:[1,7] the columns \"1\", \"nickname.x\"");
        failure(csv("email,a1,a2,a3,a4,a5,a6,a7\n"))
                .hasMessageContaining("the columns \"a1\", \"a2\", \"a3\", \"a4\", \"a5\" and 2 more are none of");
        failure(with(Map.of("Vorname", "givn_name"), "email,vorname\n"))
                .hasMessageStartingWith(
                        "a.csv:[1,7] the column \"vorname\", which stands for \"givn_name\", is none of");
        for (String name : List.of(
                "email[0]",
                "name.first",
                "user_metadata[0]",
                "app_metadata[0].x",
                "custom_password_hash.x",
                "custom_password_hash.hash[0]",
                "mfa_factors.totp.secret",
                "mfa_factors[0].sms",
                "password")) {
            failure(csv("phone_number," + name + "\n"))
                    .hasMessageStartingWith("a.csv:[1,14] the column \"" + name + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u1,ann@example.com,true,cpkLEkk1KOBzcuWOQ,1XuToLMo3WCACVtO,Ann Lee,,,\n",
                "ann,$2b$10$abcdefghijklmnopqrstuu,,\n",
                "ann@example.com;email\n",
                "1,2,2\n"
            })
    void aFileWithoutAHeaderIsToldAndNothingOfIt(String content) throws IOException {
        failure(csv(content))
                .hasMessage(
                        "a.csv:[1,1] this line names no attribute that Auth0 knows; a CSV file begins with a line of"
                                + " names, such as email,given_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,name\nx,y\n",
                "email;name\nx;y\n",
                "email\tname\nx\ty\n",
                "\uFEFFsep=;\r\nemail;name\r\nx;y\r\n",
                "sep=,\nemail,name\nx,y\n",
                "\"sep=\t\"\nemail\tname\nx\ty\n",
                "SEP=|\nemail|name\nx|y\n",
                "\r\n\"email\";\"name\"\r\n\"x\";\"y\"\r\n",
                "email,name\rx,y\r"
            })
    void whatSeparatesCellsIsToldByTheHeader(String content) throws IOException {
        assertThat(users(csv(content))).containsExactly("{\"email\":\"x\",\"name\":\"y\"}");
        assertThat(users(file(directory, "a.txt", content))).hasSize(1);
    }

    @Test
    void itIsToldByTheNamesAndNotByACharacterAmongThem() throws IOException {
        assertThat(users(csv("email;user_metadata.a,b;user_metadata.c,d,e,f\nx;y;z\n")))
                .containsExactly("{\"email\":\"x\",\"user_metadata\":{\"a,b\":\"y\",\"c,d,e,f\":\"z\"}}");
        assertThat(users(csv("\"email\";\"user_metadata.a,email,name,nickname\"\nx;y\n")))
                .containsExactly("{\"email\":\"x\",\"user_metadata\":{\"a,email,name,nickname\":\"y\"}}");
        assertThat(users(csv("email\n\"a;b\"\n"))).containsExactly("{\"email\":\"a;b\"}");
        UsersFile ambiguous = csv("email,user_metadata.a;user_metadata.b\nx,y;z\n");
        assertThat(users(ambiguous))
                .containsExactly("{\"email\":\"x\",\"user_metadata\":{\"a;user_metadata\":{\"b\":\"y;z\"}}}");
    }

    @Test
    void itCanBeSaidAndThenIsNotLookedFor() throws IOException {
        CsvOptions semicolons = new CsvOptions(CsvSeparator.SEMICOLON, Map.of());
        assertThat(users(with(semicolons, "email;user_metadata.a,name,nickname\nx;y\n")))
                .containsExactly("{\"email\":\"x\",\"user_metadata\":{\"a,name,nickname\":\"y\"}}");
        failure(with(new CsvOptions(CsvSeparator.TAB, Map.of()), "email;name\nx;y\n"))
                .hasMessage(
                        "a.csv:[1,1] this line names no attribute that Auth0 knows; a CSV file begins with a line of"
                                + " names, such as email,given_name; or are the cells separated by something else than"
                                + " auth0.csvSeparator says?");
    }

    @Test
    void placesCountTheLineInWhichExcelNamesTheSeparator() throws IOException {
        assertThat(Gathered.from(csv("sep=;\r\nemail;name\r\nx;y\r\n\r\nz;\r\n")))
                .containsExactly("a.csv:[3,1] {\"email\":\"x\",\"name\":\"y\"}", "a.csv:[5,1] {\"email\":\"z\"}");
        failure(csv("sep=;\nemail;nome\nx;y\n")).hasMessageStartingWith("a.csv:[2,7] the column \"nome\"");
    }

    @Test
    void aColumnThatLooksLikeNumbersBooleansOrJsonIsWarnedOfOnce() throws IOException {
        assertThat(warnings(csv("email,user_metadata.age,user_metadata.vip,app_metadata.roles,user_metadata.zip,"
                        + "user_metadata.n:text,user_metadata.empty,name\n"
                        + "a,42,true,\"[\"\"x\"\"]\",12345,1,,7\nb,,FALSE,{},01234,2,,8\nc,-1e3,,,,3,,9\n")))
                .containsExactly(
                        "a.csv:[1,7] user_metadata.age: each value of this column looks like a number, and is imported as"
                                + " a text: name the column user_metadata.age:number, or, if texts are meant,"
                                + " user_metadata.age:text",
                        "a.csv:[1,25] user_metadata.vip: each value of this column looks like true or false, and is"
                                + " imported as a text: name the column user_metadata.vip:boolean, or, if texts are"
                                + " meant, user_metadata.vip:text",
                        "a.csv:[1,43] app_metadata.roles: each value of this column looks like JSON, and is imported as a"
                                + " text: name the column app_metadata.roles:json, or, if texts are meant,"
                                + " app_metadata.roles:text");
        assertThat(warnings(csv("email,user_metadata.a,user_metadata.b,user_metadata.c\na,[x],tru,+1\nb,1,true,2\n")))
                .isEmpty();
        UsersFile one = file(directory, "1.csv", "email,user_metadata.age\na,42\n");
        UsersFile two = file(directory, "2.csv", "email,user_metadata.age\nb,42\n");
        assertThat(warnings(new UsersFiles(List.of(one, two), ReadingOptions.DEFAULT)))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1.csv:[1,7] user_metadata.age: the only value"),
                        second -> assertThat(second).startsWith("2.csv:[1,7] user_metadata.age: the only value"));
    }

    private static List<String> warnings(UserSource source) throws IOException {
        List<String> warnings = new ArrayList<>();
        try (UserReader reader = source.open()) {
            while (reader.next()) {
                // to the end
            }
            for (FileWarning warning : reader.columnWarnings()) {
                warnings.add(warning.position() + " " + warning.subject() + ": " + warning.message());
            }
        }
        return warnings;
    }

    private UserSource with(Map<String, String> columns, String content) throws IOException {
        return with(new CsvOptions(CsvSeparator.AUTO, columns), content);
    }

    private UserSource with(CsvOptions csv, String content) throws IOException {
        ReadingOptions options =
                new ReadingOptions(UsersFormat.AUTO, ExportMode.AUTO, Optional.empty(), GzipLimits.DEFAULT, csv);
        return new UsersFiles(List.of(csv(content)), options);
    }

    private UsersFile csv(String content) throws IOException {
        return file(directory, "a.csv", content);
    }
}
