package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFileChangedException;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is judged as a whole: each user, and whether they are unique, however many they are. */
final class FileJudgeTest {

    private static final String REST =
            "\"email_verified\":true,\"password_hash\":\"$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\"";

    private static final String FAMILY = """
            [{"email":"family@example.com","username":"kid_one",%1$s},
             {"email":"Family@example.com","username":"kid_two",%1$s},
             {"username":"kid_three",%1$s}]""";

    @TempDir
    Path directory;

    private final List<Violation> found = new ArrayList<>();

    @Test
    void whatIsWrongIsToldUserByUserAndCounted() throws IOException {
        Judgement judgement = judge("""
                [
                  {"email":"a@example.com",%1$s},
                  {"email":"b",%1$s},
                  {"email":"c@example.com"},
                  {"email":"d@example.com",%1$s,"blocked":null,"name":""}
                ]""");

        assertThat(told())
                .containsExactly(
                        "1 email INVALID_FORMAT",
                        "2 email_verified EMAIL_VERIFIED_MISSING",
                        "2 password_hash NO_PASSWORD_HASH",
                        "3 blocked INVALID_TYPE",
                        "3 name MIN_LENGTH");
        assertThat(judgement.users()).isEqualTo(4);
        assertThat(judgement.validUsers()).isEqualTo(2);
        assertThat(judgement.invalidUsers()).isEqualTo(2);
        assertThat(judgement.errors()).isEqualTo(3);
        assertThat(judgement.warnings()).isEqualTo(2);
        assertThat(judgement.bytes()).isEqualTo(Files.size(file().path()));
        assertThat(Stream.of(0, 1, 2, 3, 4).map(user -> judgement.invalid().contains(user)))
                .containsExactly(false, true, false, true, false);
        assertThat(judgement.invalid()).hasToString("InvalidUsers[2]");
        assertThat(judgement.invalid().contains(1L << 40)).isFalse();
    }

    @Test
    void whatIsOddAboutAColumnIsToldOnceAndCanBeMadeAFailure() throws IOException {
        Path csv = Files.writeString(directory.resolve("a.csv"), """
                email,email_verified,user_metadata.age
                a@b.cd,1,42
                """);
        UsersFiles source = new UsersFiles(List.of(new UsersFile(csv, "a.csv")), ReadingOptions.DEFAULT);

        assertThat(new FileJudge(new ValidationSettings(1000), directory)
                        .judge(source, found::add)
                        .warnings())
                .isEqualTo(2);
        assertThat(found.get(1))
                .hasToString("a.csv:[1,22] user_metadata.age: the only value of this column looks like a number, and is"
                        + " imported as a text: name the column user_metadata.age:number, or, if texts are meant,"
                        + " user_metadata.age:text [COLUMN_OF_TEXTS]");
        ValidationSettings raised = settings(WarningPolicy.raising(Set.of("COLUMN_OF_TEXTS")));
        assertThatThrownBy(() -> new FileJudge(raised, directory).judge(source, violation -> {}))
                .isInstanceOf(UsersFileException.class)
                .hasMessageStartingWith("a.csv:[1,22] user_metadata.age: the only value")
                .hasMessageEndingWith("[COLUMN_OF_TEXTS]");
        ValidationSettings ignored = settings(new WarningPolicy(Set.of(), Set.of("COLUMN_OF_TEXTS")));
        assertThat(new FileJudge(ignored, directory).judge(source, found::add).warnings())
                .isOne();
        assertThat(new FileJudge(raised, directory)
                        .onceConnected(ConnectionRules.UNKNOWN)
                        .judge(source, found::add)
                        .warnings())
                .isZero();
    }

    @Test
    void aHeaderWithoutAnyIdentifierIsToldOnceAndNotOfEachUser() throws IOException {
        UsersFile source = csv("a.csv", "user_id,given_name\n" + "1,Ada\n".repeat(1000));
        FileJudge judge = new FileJudge(new ValidationSettings(1000), directory);
        assertThatThrownBy(() -> judge.judge(source, found::add))
                .isInstanceOf(UsersFileException.class)
                .hasMessage(
                        "a.csv:[1,1] email: the header names it as little as username and phone_number, and Auth0 takes"
                                + " no user without any of them: add such a column, or say in <columns> which one it is"
                                + " (<columns><Login>username</Login></columns>) [ANY_OF_MISSING]");
        assertThat(found).isEmpty();
        UsersFile phones = csv("b.csv", "phone_number\n+1\n");
        assertThatThrownBy(
                        () -> judge.judge(new UsersFiles(List.of(phones, source), ReadingOptions.DEFAULT), found::add))
                .hasMessageStartingWith("a.csv:[1,1] email: the header names it as little as");
    }

    @Test
    void aHeaderWithoutEmailIsToldOnceByWhatIsKnownOfTheConnection() throws IOException {
        UsersFile phones = csv("a.csv", "phone_number,email_verified,password_hash\n+1,true,\n+2,true,\n");
        UsersFile emails = csv("b.csv", "email,phone_number\n,+3\n");
        UsersFiles both = new UsersFiles(List.of(phones, emails), ReadingOptions.DEFAULT);
        WarningPolicy policy = new WarningPolicy(Set.of(), Set.of("NO_PASSWORD_HASH", "EMAIL_VERIFIED_MISSING"));

        FileJudge unknown = new FileJudge(settings(policy), directory);
        assertThat(unknown.judge(both, found::add).warnings()).isEqualTo(2);
        assertThat(found)
                .map(Violation::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(
                                        "a.csv:[1,1] email: the header does not name it, and it is not known whether the"
                                                + " connection requires one; add such a column, or tell by auth0.emailRequired"
                                                + " [CONNECTION_EMAIL_REQUIRED]"),
                        second ->
                                assertThat(second).startsWith("b.csv:[2,1] email: it is missing, and it is not known"));

        found.clear();
        Judgement before = unknown.beforeConnecting().judge(both, found::add);
        assertThat(before.undecided()).isEqualTo(3);
        ConnectionRules required = KnownConnection.rules(true, true, ConnectionRules.Length.USUAL, Set.of());
        assertThatThrownBy(() -> unknown.onceConnected(required).judge(both, found::add))
                .hasMessage(
                        "a.csv:[1,1] email: the header does not name it, and the connection takes no user without an"
                                + " e-mail address: add such a column, or say in <columns> which one it is"
                                + " (<columns><Login>username</Login></columns>) [OBJECT_MISSING_REQUIRED_PROPERTY]");
        ConnectionRules free = KnownConnection.rules(false, true, ConnectionRules.Length.USUAL, Set.of());
        assertThat(unknown.onceConnected(free).judge(both, found::add).warnings())
                .isZero();
        assertThat(found).isEmpty();
    }

    private UsersFile csv(String name, String content) throws IOException {
        return new UsersFile(Files.writeString(directory.resolve(name), content), name);
    }

    private static ValidationSettings settings(WarningPolicy warnings) {
        return new ValidationSettings(1000, RootAttributes.NONE, Optional.empty(), warnings, ConnectionRules.UNKNOWN);
    }

    @Test
    void anExportOfSeveralDatabasesIsAWarningThatCanBeRaised() throws IOException {
        String user = ",\"identities\":[{\"provider\":\"auth0\",\"connection\":\"";
        UsersFile export = new UsersFile(
                Files.writeString(
                        directory.resolve("a.json"),
                        "{\"email\":\"a@example.com\"," + REST + user + "One\"}]}\n{\"email\":\"b@example.com\"," + REST
                                + user + "Two\"}]}"),
                "a.json");
        Judgement judgement = new FileJudge(new ValidationSettings(1000), directory).judge(export, found::add);
        assertThat(judgement.validUsers()).isEqualTo(2);
        assertThat(judgement.warnings()).isOne();
        assertThat(found)
                .singleElement()
                .hasToString(
                        "a.json: identities[0].connection: the users of this export are of 2 database connections, One"
                                + " (1), Two (1), and all of them go to one: name in auth0.exportConnections whose are meant"
                                + " [SEVERAL_CONNECTIONS]");
        ValidationSettings raised = settings(WarningPolicy.raising(Set.of("SEVERAL_CONNECTIONS")));
        assertThatThrownBy(() -> new FileJudge(raised, directory).judge(export, violation -> {}))
                .isInstanceOf(UsersFileException.class)
                .hasMessageEndingWith("[SEVERAL_CONNECTIONS]");
    }

    @Test
    void anExportOfWhichNobodyIsLeftIsAFailure() throws IOException {
        String google = "{\"user_id\":\"google-oauth2|1\",\"identities\":[{\"provider\":\"google-oauth2\"}]}\n";
        UsersFile others = new UsersFile(Files.writeString(directory.resolve("a.json"), google + google), "a.json");
        UsersFile some = new UsersFile(
                Files.writeString(directory.resolve("b.json"), "{\"email\":\"a@example.com\"," + REST + "}"), "b.json");
        UsersFile none = new UsersFile(Files.writeString(directory.resolve("c.json"), "[]"), "c.json");
        FileJudge judge = new FileJudge(new ValidationSettings(1000), directory);

        assertThatThrownBy(() -> judge.judge(others, found::add))
                .isInstanceOf(UsersFileException.class)
                .hasMessage("a.json: nobody is left to import: each of the 2 users of this export belongs to another"
                        + " connection than a database, and only users of databases can be imported; if that is wrong,"
                        + " and they are to be read as they are, set auth0.export to false");
        assertThat(judge.judge(new UsersFiles(List.of(others, some), ReadingOptions.DEFAULT), found::add)
                        .validUsers())
                .isOne();
        assertThat(judge.judge(none, found::add).users()).isZero();
    }

    @Test
    void theLaterOfTwoUsersIsTheDuplicateAndTheFirstIsNamed() throws IOException {
        Judgement judgement = judge("""
                [
                  {"email":"jane@example.com",%1$s},
                  {"email":"joe@example.com",%1$s},
                   {%1$s,"email":"Jane@Example.com"},
                  {"email":"JANE@example.com",%1$s}
                ]""");

        assertThat(found)
                .extracting(Violation::toString)
                .containsExactly(
                        "users.json:[4,114] email: \"Jane@Example.com\" is the same e-mail address, in any case, as that of the user at"
                                + " users.json:[2,3]; Auth0 takes the first of them only [DUPLICATED_USER]",
                        "users.json:[5,12] email: \"JANE@example.com\" is the same e-mail address, in any case, as that of the user at"
                                + " users.json:[2,3]; Auth0 takes the first of them only [DUPLICATED_USER]");
        assertThat(judgement.errors()).isEqualTo(2);
        assertThat(judgement.invalidUsers()).isEqualTo(2);
        assertThat(judgement.invalid().contains(2)).isTrue();
        assertThat(judgement.invalid().contains(0)).isFalse();
    }

    @Test
    void everyIdentifierIsCompared() throws IOException {
        Judgement judgement = judge("""
                [{"email":"a@example.com","username":"jane","user_id":"1","phone_number":"+1",%1$s},
                 {"email":"b@example.com","username":"JANE",%1$s},
                 {"email":"c@example.com","user_id":"1",%1$s},
                 {"email":"d@example.com","phone_number":"+1",%1$s},
                 {"phone_number":"+1","user_id":"1","username":"Jane","email":"A@EXAMPLE.COM",%1$s}]""");

        assertThat(told())
                .containsExactly(
                        "1 username DUPLICATED_USER",
                        "2 user_id DUPLICATED_USER",
                        "3 phone_number DUPLICATED_USER",
                        "4 phone_number DUPLICATED_USER",
                        "4 user_id DUPLICATED_USER",
                        "4 username DUPLICATED_USER",
                        "4 email DUPLICATED_USER");
        assertThat(judgement.validUsers()).isEqualTo(1);
        assertThat(judgement.warnings()).isZero();
        assertThat(found)
                .extracting(Violation::message)
                .contains(
                        "\"JANE\" is the same username, in any case, as that of the user at users.json:[1,2]; Auth0 takes the first of them only",
                        "\"1\" is the same user_id as that of the user at users.json:[1,2]; Auth0 takes the first of them only",
                        "\"+1\" is the same phone number as that of the user at users.json:[1,2]; Auth0 takes the first of them only");
    }

    @Test
    void twoUsersMayHaveTheSameEmailAddressWhereTheConnectionAllowsIt() throws IOException {
        FileJudge judge = new FileJudge(settings().with(KnownConnection.LENIENT), directory);

        Judgement judgement = judge.judge(users(FAMILY), found::add);

        assertThat(found).isEmpty();
        assertThat(judgement.validUsers()).isEqualTo(3);
    }

    @Test
    void thatTwoUsersHaveTheSameEmailAddressIsAWarningWhereNothingIsKnownOfTheConnection() throws IOException {
        FileJudge judge = new FileJudge(settings().with(ConnectionRules.UNKNOWN), directory);

        Judgement judgement = judge.judge(users(FAMILY), found::add);

        assertThat(told()).containsExactly("2 email CONNECTION_EMAIL_REQUIRED", "1 email CONNECTION_EMAIL_UNIQUE");
        assertThat(judgement.validUsers()).isEqualTo(3);
        assertThat(judgement.warnings()).isEqualTo(2);
    }

    @Test
    void whatDependsOnTheConnectionIsLeftOutBeforeItAnswersAndTellsTheRestOnceItHas() throws IOException {
        FileJudge judge = new FileJudge(settings().with(ConnectionRules.UNKNOWN), directory);

        Judgement before = judge.beforeConnecting().judge(users(FAMILY), found::add);

        assertThat(found).isEmpty();
        assertThat(before.undecided()).isEqualTo(2);
        assertThat(before.validUsers()).isEqualTo(3);

        Judgement after = before.and(judge.onceConnected(KnownConnection.USUAL).judge(users(FAMILY), found::add));

        assertThat(told()).containsExactly("2 email OBJECT_MISSING_REQUIRED_PROPERTY", "1 email DUPLICATED_USER");
        assertThat(after.errors()).isEqualTo(2);
        assertThat(after.validUsers()).isEqualTo(1);
        assertThat(after.undecided()).isZero();
    }

    @Test
    void whatHasBeenToldBeforeIsNotToldAgain() throws IOException {
        String bad = "[{\"emali\":1,\"username\":\"kid\",\"email_verified\":true,\"password_hash\":\"x\"}]";
        FileJudge judge = new FileJudge(settings().with(ConnectionRules.UNKNOWN), directory);

        Judgement before = judge.beforeConnecting().judge(users(bad), found::add);
        Judgement after =
                before.and(judge.onceConnected(ConnectionRules.UNKNOWN).judge(users(bad), found::add));

        assertThat(told())
                .containsExactly(
                        "0 emali OBJECT_ADDITIONAL_PROPERTIES",
                        "0 password_hash PATTERN",
                        "0 email CONNECTION_EMAIL_REQUIRED");
        assertThat(after.errors()).isEqualTo(2);
        assertThat(after.warnings()).isEqualTo(1);
        assertThat(after.invalidUsers()).isEqualTo(1);
    }

    @Test
    void whatWasSaidByHandGoesBeforeWhatTheConnectionSays() throws IOException {
        ConnectionRules said = new ConnectionRules(
                new ConnectionRules.Required(Optional.of(false), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        FileJudge judge = new FileJudge(settings().with(said), directory);

        judge.beforeConnecting().judge(users(FAMILY), found::add);
        judge.onceConnected(KnownConnection.USUAL).judge(users(FAMILY), found::add);

        assertThat(told()).containsExactly("1 email DUPLICATED_USER");
    }

    @Test
    void whatDiffersIsNoDuplicate() throws IOException {
        judge("""
                [{"email":"a@example.com","username":"1","user_id":"1",%1$s},
                 {"email":"b@example.com","username":"a","user_id":"a",%1$s},
                 {"email":"c@example.com","user_id":"A",%1$s},
                 {"email":"a@example.comm",%1$s}]""");

        assertThat(found).isEmpty();
    }

    @Test
    void escapesAndLettersBeyondAsciiMakeNoDifference() throws IOException {
        judge("""
                [{"email":"j\\u0061ne@example.com",%1$s},
                 {"email":"jane@example.com",%1$s},
                 {"email":"JOSÉ@example.com",%1$s},
                 {"email":"jos\\u00e9@example.com",%1$s}]""");

        assertThat(told()).containsExactly("1 email DUPLICATED_USER", "3 email DUPLICATED_USER");
    }

    @Test
    void halvesOfSurrogatePairsAreNoQuestionMarksAndDifferFromEachOther() throws IOException {
        judge("""
                [{"email":"a@example.com","user_id":"\\ud83d",%1$s},
                 {"email":"b@example.com","user_id":"\\ude00",%1$s},
                 {"email":"c@example.com","user_id":"?",%1$s},
                 {"email":"d@example.com","user_id":"\\ud83d\\ude00",%1$s},
                 {"email":"e@example.com","user_id":"😀",%1$s},
                 {"email":"f@example.com","user_id":"\\uDE00",%1$s},
                 {"email":"\\ud83d@example.com",%1$s}]""");

        assertThat(told())
                .containsExactly("6 email INVALID_FORMAT", "4 user_id DUPLICATED_USER", "5 user_id DUPLICATED_USER");
    }

    @Test
    void anIdentifierThatIsNoneIsNotADuplicateAsWell() throws IOException {
        judge("""
                [{"email":"n/a",%1$s}, {"email":"n/a",%1$s},
                 {"email":"a@example.com","user_id":"",%1$s}, {"email":"b@example.com","user_id":"",%1$s}]""");

        assertThat(found)
                .extracting(Violation::code)
                .doesNotContain("DUPLICATED_USER")
                .hasSize(4);
    }

    @Test
    void usersThatOnlyCollideInTheFirstHashAreNoDuplicates() throws IOException {
        write("""
                [{"email":"a@example.com",%1$s}, {"email":"b@example.com",%1$s}]""");
        KeyedHash check = new KeyedHash(new Random(1));

        Judgement judgement = judge(new Comparison((identifier, text) -> 7, check, 0, 1));

        assertThat(found).isEmpty();
        assertThat(judgement.invalidUsers()).isZero();
    }

    @Test
    void manyUsersAreComparedOnDiskWithTheSameResult() throws IOException {
        Map<String, Integer> first = new HashMap<>();
        List<String> expected = new ArrayList<>();
        StringBuilder users = new StringBuilder("[");
        Random random = new Random(5);
        for (int i = 0; i < 6_000; i++) {
            String email = "u" + random.nextInt(5_000) + "@example.com";
            Integer earlier = first.putIfAbsent(email, i);
            if (earlier != null) {
                expected.add(i + " at users.json:[" + (earlier + 1) + ",2]");
            }
            users.append("{\"email\":\"")
                    .append(email)
                    .append("\",")
                    .append(REST)
                    .append("},\n ");
        }
        users.setLength(users.length() - 3);
        Files.writeString(file().path(), users.append("]").toString());
        KeyedHash hash = new KeyedHash(random);

        // Three partitions, so that blocks fill up, each gone through several times.
        Judgement judgement = judge(new Comparison(
                (identifier, text) -> hash.of(identifier, text) >>> 8 | (hash.of(identifier, text) % 3 & 3) << 56,
                new KeyedHash(random),
                0,
                100));

        assertThat(found)
                .extracting(violation -> violation.position().index()
                        + violation.message().replaceAll(".*( at users.json:\\[\\d+,\\d+]).*", "$1"))
                .isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(1_000);
        assertThat(judgement.errors()).isEqualTo(expected.size());
        assertThat(judgement.invalidUsers()).isEqualTo(expected.size());
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void aFileThatIsNoListOfUsersIsNotJudged() throws IOException {
        write("[{\"email\":\"b\"}, 5]");

        assertThatThrownBy(() -> judge(defaults())).isInstanceOf(UsersFileException.class);
        assertThat(told()).contains("0 email INVALID_FORMAT");
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void anEmptyListIsFine() throws IOException {
        Judgement judgement = judge("[]");

        assertThat(judgement.users()).isZero();
        assertThat(judgement.validUsers()).isZero();
    }

    @Test
    void aFileThatChangesMeanwhileIsNoticed() throws IOException {
        write("[{\"email\":\"a@example.com\",%1$s}, {\"email\":\"a@example.com\",%1$s}, {\"email\":\"x\"}]");

        assertThatThrownBy(() -> new FileJudge(settings(), temporary())
                        .judge(file(), violation -> change(violation.position().index())))
                .isInstanceOf(UsersFileChangedException.class);
    }

    private void change(long index) {
        try {
            if (index == 2) {
                Files.writeString(file().path(), Files.readString(file().path()).replace("a@", "b@"));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> told() {
        return found.stream()
                .map(violation -> violation.position().index() + " " + violation.attribute() + " " + violation.code())
                .toList();
    }

    @Test
    void duplicatesAreFoundAcrossFilesAndBothFilesAreNamed() throws IOException {
        List<UsersFile> files = new ArrayList<>();
        for (String name : List.of("a.json", "b.csv", "c.yaml")) {
            files.add(new UsersFile(directory.resolve(name), name));
        }
        Files.writeString(files.get(0).path(), "[\n{\"email\":\"x@example.com\"},{\"email\":\"y@example.com\"}]");
        Files.writeString(files.get(1).path(), "username,email\nnobody,z@example.com\nsomebody,x@example.com\n");
        Files.writeString(files.get(2).path(), "- email: z@example.com\n- email: Y@example.com\n");

        Judgement judgement = new FileJudge(settings(), temporary(), defaults())
                .judge(new UsersFiles(files, ReadingOptions.DEFAULT), found::add);

        assertThat(found.stream()
                        .filter(violation -> violation.severity() == Severity.ERROR)
                        .map(Violation::toString))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("b.csv:[3,10] email: ")
                                .contains("a.json:[2,1]"),
                        second -> assertThat(second)
                                .startsWith("c.yaml:[1,10] email: ")
                                .contains("b.csv:[2,1]"),
                        third -> assertThat(third)
                                .startsWith("c.yaml:[2,10] email: ")
                                .contains("a.json:[2,27]"));
        assertThat(judgement.users()).isEqualTo(6);
        assertThat(judgement.invalidUsers()).isEqualTo(3);
        assertThat(judgement.exportChanges().isNone()).isTrue();
    }

    private Judgement judge(String users) throws IOException {
        write(users);
        return judge(defaults());
    }

    private UsersFile users(String users) throws IOException {
        write(users);
        return file();
    }

    private void write(String users) throws IOException {
        Files.writeString(file().path(), users.replace("%1$s", REST), UTF_8);
    }

    private Judgement judge(Comparison comparison) throws IOException {
        return new FileJudge(settings(), temporary(), comparison).judge(file(), found::add);
    }

    private static Comparison defaults() {
        return Comparison.withKeysFrom(new Random(2));
    }

    private static ValidationSettings settings() {
        return new ValidationSettings(500_000).with(KnownConnection.USUAL);
    }

    private UsersFile file() {
        return new UsersFile(directory.resolve("users.json"), "users.json");
    }

    private Path temporary() {
        return directory.resolve("temporary");
    }

    private List<Path> temporaryFiles() throws IOException {
        if (Files.notExists(temporary())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(temporary())) {
            return files.toList();
        }
    }
}
