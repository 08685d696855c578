package io.github.auth0maven.users;

import static io.github.auth0maven.users.Gathered.failure;
import static io.github.auth0maven.users.Gathered.file;
import static io.github.auth0maven.users.Gathered.gzip;
import static io.github.auth0maven.users.Gathered.users;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    private static final String JANE =
            "{\"user_id\":\"auth0|5f\",\"email\":\"jané@example.com\", \"created_at\" : \"2023\","
                    + "\"identities\":[{\"provider\":\"auth0\",\"connection\":\"Db\",\"isSocial\":false,\"user_id\":\"5f\"}],"
                    + "\"user_metadata\":{\"n\":1.10,\"identities\":[\"kept\"]},\"logins_count\":3}";
    private static final String JANE_IMPORTED =
            "{\"user_id\":\"5f\",\"email\":\"jané@example.com\",\"user_metadata\":{\"n\":1.10,\"identities\":[\"kept\"]}}";
    private static final String GOOGLE = "{\"user_id\":\"google-oauth2|1\",\"email\":\"g@example.com\",\"identities\":"
            + "[{\"provider\":\"google-oauth2\",\"user_id\":\"1\"},{\"provider\":\"auth0\",\"user_id\":\"2\"}]}";

    @TempDir
    Path directory;

    @Test
    void anExportIsReadAsItIs() throws IOException {
        UsersFile export = file(directory, "export.json.gz", gzip(JANE + "\n" + GOOGLE + "\n" + JANE + "\n"));
        assertThat(users(export)).containsExactly(JANE_IMPORTED, JANE_IMPORTED);
        assertThat(changes(export))
                .isEqualTo(new ExportChanges(
                        1,
                        new ExportChanges.Connections(
                                new TreeMap<>(java.util.Map.of("Db", 2L)), new TreeMap<>(), false),
                        new TreeMap<>(java.util.Map.of("created_at", 2L, "identities", 2L, "logins_count", 2L)),
                        java.util.Map.of(ExportChanges.Change.PREFIX, 2L)))
                .hasToString(
                        "Auth0's export: users of Db (2), 1 user of other than database connections left out, \"auth0|\" stripped"
                                + " from 2 user ids, dropped created_at (2), identities (2), logins_count (2)");
    }

    @Test
    void placesAreThoseInTheExport() throws IOException {
        UsersFile export = file(directory, "export.json", GOOGLE + "\n " + JANE + "\n");
        assertThat(Gathered.tokens(export))
                .containsExactly(
                        "2,2 OBJECT",
                        "2,3 NAME user_id",
                        "2,13 STRING 5f",
                        "2,24 NAME email",
                        "2,32 STRING jané@example.com",
                        "2,160 NAME user_metadata",
                        "2,176 OBJECT",
                        "2,177 NAME n",
                        "2,181 NUMBER 1.10",
                        "2,186 NAME identities",
                        "2,199 ARRAY",
                        "2,200 STRING kept");
        try (UserReader reader = export.open()) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.user().index()).isZero();
            assertThat(reader.user()).hasToString("export.json:[2,2]");
        }
    }

    @Test
    void whatIsImportedIsExportedAndImportedAgainUnchanged() throws IOException {
        List<String> imported = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            imported.add("{\"email\":\"user" + i + "@example.com\",\"user_id\":\"" + (i % 7 == 0 ? "auth0|" : "") + i
                    + "\",\"app_metadata\":{\"a\":[" + i + ",\"\\\"\"]}}");
        }
        List<String> exported = new ArrayList<>(imported);
        for (int generation = 0; generation < 3; generation++) {
            UsersFile file = file(
                    directory,
                    "export.json.gz",
                    gzip(exported.stream().map(ExportTest::exported).collect(Collectors.joining("\n"))));
            exported = users(file);
            assertThat(exported).isEqualTo(imported);
        }
    }

    /** What Auth0 makes of a user that it imported. */
    private static String exported(String user) {
        return user.replace("\"user_id\":\"", "\"user_id\":\"auth0|")
                .replaceFirst(
                        "}$",
                        ",\"identities\":" + "[{\"provider\":\"auth0\",\"connection\":\"Db\"}],\"last_ip\":\"::1\"}");
    }

    @Test
    void aFileWhoseFirstUserHasNoIdentitiesIsNone() throws IOException {
        String user = "{\"user_id\":\"auth0|1\",\"created_at\":\"x\",\"user_metadata\":{\"identities\":[]}}";
        UsersFile file = file(directory, "a.ndjson", user + "\n" + GOOGLE + "\n");
        assertThat(users(file)).containsExactly(user, GOOGLE);
        assertThat(changes(file)).isEqualTo(ExportChanges.NONE);
        assertThat(changes(file).isNone()).isTrue();
    }

    @Test
    void itCanBeSaidThatAFileIsAnExportOrNone() throws IOException {
        UsersFile export = file(directory, "a.json", "[" + GOOGLE + "," + JANE + "]");
        assertThat(users(as(ExportMode.FALSE, export))).hasSize(2).contains(GOOGLE);
        UsersFile some = file(
                directory,
                "b.json",
                "[{\"user_id\":\"auth0|auth0|1\"},{\"user_id\":\"ad|2\"},{\"user_id\":\"3\"},{\"user_id\":4},{},"
                        + "{\"identities\":7},{\"identities\":[]},{\"identities\":[3]},{\"identities\":[{}]},"
                        + "{\"identities\":[{\"provider\":\"\\u0061uth0\"}],\"user_id\":\"\\u0061uth0|5\"}]");
        assertThat(users(as(ExportMode.TRUE, some)))
                .containsExactly(
                        "{\"user_id\":\"auth0|1\"}",
                        "{\"user_id\":\"3\"}",
                        "{\"user_id\":4}",
                        "{}",
                        "{}",
                        "{}",
                        "{}",
                        "{}",
                        "{\"user_id\":\"5\"}");
        assertThat(changes(as(ExportMode.TRUE, some)).usersLeftOut()).isOne();
    }

    @Test
    void eachFileIsJudgedByItsOwnFirstUserAndTheChangesAreAddedUp() throws IOException {
        UsersFile export = file(directory, "a.json", JANE);
        UsersFile plain = file(directory, "b.json", "{\"user_id\":\"auth0|1\"}");
        UsersFiles files = new UsersFiles(List.of(export, plain, export), ReadingOptions.DEFAULT);
        assertThat(users(files)).containsExactly(JANE_IMPORTED, "{\"user_id\":\"auth0|1\"}", JANE_IMPORTED);
        ExportChanges changes = changes(files);
        assertThat(changes.count(ExportChanges.Change.PREFIX)).isEqualTo(2);
        assertThat(changes.droppedProperties()).containsEntry("created_at", 2L);
        assertThat(changes.isNone()).isFalse();
    }

    @Test
    void namesWithoutEndAreCountedTogether() throws IOException {
        String users = java.util.stream.IntStream.range(0, 150)
                .mapToObj(i -> "{\"x" + i + "\":1}")
                .collect(Collectors.joining("\n"));
        ExportChanges changes = changes(as(ExportMode.TRUE, file(directory, "a.json", users)));
        assertThat(changes.droppedProperties()).hasSize(101).containsEntry("…", 50L);
        assertThat(changes).asString().contains("stripped from 0 user ids, dropped x0 (1), ");
    }

    @Test
    void whatIsMalformedIsToldWithItsPlace() throws IOException {
        failure(file(directory, "a.json", JANE + "\n" + GOOGLE + "\n{\"a\":1,\"a\":2}"))
                .hasMessageStartingWith("a.json:[3,8] the name \"a\" stands twice in this object");
    }

    /** As the service makes it: each text begins with an apostrophe, what is none does not. */
    private static final String CSV =
            "\"user_id\",\"email\",\"name\",\"email_verified\",\"identities[0].connection\",\"created_at\","
                    + "\"user_metadata.country\",\"user_metadata.age\",\"app_metadata.since\"\n"
                    + "\"'auth0|5e\",\"'jane@example.com\",\"'Jane \"\"JR\"\" O'Roe\",true,\"'Db\",2024-04-20T19:10:42.916Z,"
                    + "\"'NZ\",42,2024-04-20\n";

    @Test
    void anExportInCsvLosesTheApostrophesOfItsTexts() throws IOException {
        UsersFile export = file(
                directory,
                "a.csv",
                CSV + "\"'auth0|5f\",\"'o'neil@example.com\",\"''t Hooft\",false,\"'Db\",2024-04-20T19:10:42.916Z,"
                        + "\"'7\",,\n\"'google-oauth2|1\",\"'g@example.com\",,true,\"'google-oauth2\",,,,\n");
        assertThat(Gathered.from(export))
                .containsExactly(
                        "a.csv:[2,1] {\"user_id\":\"5e\",\"email\":\"jane@example.com\",\"name\":\"Jane \\\"JR\\\" O'Roe\","
                                + "\"email_verified\":true,\"user_metadata\":{\"country\":\"NZ\",\"age\":42},"
                                + "\"app_metadata\":{\"since\":\"2024-04-20\"}}",
                        "a.csv:[3,1] {\"user_id\":\"5f\",\"email\":\"o'neil@example.com\",\"name\":\"'t Hooft\","
                                + "\"email_verified\":false,\"user_metadata\":{\"country\":\"7\"}}");
        assertThat(changes(export))
                .hasToString(
                        "Auth0's export: users of Db (2), 1 user of other than database connections left out, \"auth0|\" stripped"
                                + " from 2 user ids, the apostrophe before each text stripped (13), dropped created_at (2),"
                                + " identities (2)");
        try (UserReader reader = export.open()) {
            while (reader.next()) {
                // to the end
            }
            assertThat(reader.columnWarnings()).isEmpty();
        }
        assertThat(users(as(ExportMode.TRUE, export))).isEqualTo(users(export));
    }

    @Test
    void anExportInCsvIsOneWithoutIdentitiesToo() throws IOException {
        UsersFile export = file(
                directory,
                "a.csv",
                "\"user_id\",\"email\",\"last_ip\"\n\"'auth0|1\",\"'a@b.cd\",\"'::1\"\n\"'sms|2\",\"'c@b.cd\",\n");
        assertThat(users(export)).containsExactly("{\"user_id\":\"1\",\"email\":\"a@b.cd\"}");
        failure(as(ExportMode.FALSE, export)).hasMessageStartingWith("a.csv:[1,19] the column \"last_ip\" is none of");
    }

    @Test
    void apostrophesOfAFileThatIsNoExportStay() throws IOException {
        assertThat(users(file(
                        directory,
                        "a.csv",
                        "email,family_name\no'neil@example.com,'t Hooft\n'x@example.com,'t Zand\n")))
                .containsExactly(
                        "{\"email\":\"o'neil@example.com\",\"family_name\":\"'t Hooft\"}",
                        "{\"email\":\"'x@example.com\",\"family_name\":\"'t Zand\"}");
        assertThat(users(file(directory, "b.csv", "username,family_name\n'x,'t Hooft\n")))
                .containsExactly("{\"username\":\"'x\",\"family_name\":\"'t Hooft\"}");
        UsersFile export = file(directory, "c.csv", "email,name\n'x@example.com,'y\n");
        assertThat(users(as(ExportMode.FALSE, export)))
                .containsExactly("{\"email\":\"'x@example.com\",\"name\":\"'y\"}");
        assertThat(users(as(ExportMode.TRUE, file(directory, "d.csv", "email,name\nx@example.com,'y\n"))))
                .containsExactly("{\"email\":\"x@example.com\",\"name\":\"'y\"}");
    }

    @Test
    void whatIsExportedOfIdentitiesTellsWhoIsOfADatabase() throws IOException {
        for (String[] other : new String[][] {
            {"identities[0].provider", "'google-oauth2"},
            {"identities[0].isSocial", "true"},
            {"identities[0].isSocial", "'true"},
            {"provider", "'google-oauth2"},
            {"provider", "'samlp"},
            {"connection", "'google-oauth2"},
            {"isSocial", "true"},
            {"identities[0].connection", "'google-oauth2"},
            {"identities[0].connection", "'sms"},
            {"user_id", "'github|1"}
        }) {
            UsersFile export = file(directory, "a.csv", "email," + other[0] + "\n'a@b.cd," + other[1] + "\n'c@b.cd,\n");
            assertThat(users(as(ExportMode.TRUE, export))).as(other[0]).containsExactly("{\"email\":\"c@b.cd\"}");
        }
        for (String[] own : new String[][] {
            {"identities[0].provider", "'auth0"},
            {"identities[0].isSocial", "false"},
            {"identities[0].connection", "'Customers"},
            {"provider", "'auth0"},
            {"provider", "'Customers"},
            {"connection", "'Customers"},
            {"connection", "'okta"},
            {"user_id", "'auth0|1"}
        }) {
            UsersFile export = file(directory, "a.csv", "email," + own[0] + "\n'a@b.cd," + own[1] + "\n");
            assertThat(users(export)).as(own[0]).asString().contains("\"email\":\"a@b.cd\"");
        }
    }

    @Test
    void anExportOfPasswordHashesIsReadAsItIs() throws IOException {
        String user =
                "{\"_id\": {\"$oid\": \"5f0c\"}, \"email_verified\": true, \"email\": \"a@b.cd\", \"passwordHash\":"
                        + " \"$2b$10$x\", \"tenant\": \"t\", \"connection\": \"Db\", \"version\": \"1.1\"}\n";
        UsersFile export = file(
                directory,
                "a.ndjson",
                user + "{\"_id\":\"5f0d\",\"email\":\"c@b.cd\",\"passwordHash\":\"$2b$10$y\",\"password_hash\":\"z\"}\n"
                        + "{\"_id\":{\"x\":1},\"passwordHash\":\"$2b$10$y\"}\n"
                        + "{\"_id\":7,\"user_id\":\"auth0|5\"}\n");
        assertThat(users(export))
                .containsExactly(
                        "{\"user_id\":\"5f0c\",\"email_verified\":true,\"email\":\"a@b.cd\",\"password_hash\":\"$2b$10$x\"}",
                        "{\"user_id\":\"5f0d\",\"email\":\"c@b.cd\",\"password_hash\":\"z\"}",
                        "{\"password_hash\":\"$2b$10$y\"}",
                        "{\"user_id\":\"5\"}");
        assertThat(changes(export))
                .hasToString(
                        "Auth0's export: users of Db (1), 0 users of other than database connections left out, \"auth0|\" stripped"
                                + " from 1 user id, passwordHash taken as password_hash (2), _id taken as user_id (2), dropped"
                                + " _id (2), connection (1), passwordHash (1), tenant (1), version (1)");
        assertThat(Gathered.tokens(export)).contains("1,2 NAME user_id", "1,18 STRING 5f0c", "1,70 NAME password_hash");
        assertThat(users(as(ExportMode.FALSE, file(directory, "b.ndjson", user))))
                .asString()
                .contains("passwordHash");
        UsersFile noHash = file(directory, "c.json", "[{\"_id\":\"1\",\"email\":\"a@b.cd\"}]");
        assertThat(users(noHash)).containsExactly("{\"_id\":\"1\",\"email\":\"a@b.cd\"}");
    }

    private static final String SEVERAL_CONNECTIONS = """
            {"email":"a@b.cd","identities":[{"connection":"Customers"}]}
            {"email":"b@b.cd","identities[0].connection":"Staff"}
            {"email":"c@b.cd","provider":"Staff","connection":"Customers"}
            {"email":"d@b.cd","identities[0].provider":"auth0","connection":"Staff"}
            {"email":"e@b.cd","provider":"auth0"}
            {"email":"f@b.cd","identities[0].isSocial":true,"connection":"Staff"}
            """;

    @Test
    void usersOfSeveralDatabasesAreCountedByTheirConnectionsAndToldApart() throws IOException {
        UsersFile export = file(directory, "a.ndjson", SEVERAL_CONNECTIONS);
        ExportChanges all = changes(export);
        assertThat(users(export)).hasSize(5);
        assertThat(all)
                .asString()
                .startsWith("Auth0's export: users of Customers (2), Staff (2), 1 user of other than database");
        assertThat(all.warnings("a.ndjson"))
                .containsExactly(new FileWarning(
                        Position.ofWhole("a.ndjson"),
                        "identities[0].connection",
                        "the users of this export are of 2 database connections, Customers (2), Staff (2), and all of them go"
                                + " to one: name in auth0.exportConnections whose are meant"));

        assertThat(users(of("Staff", export))).containsExactly("{\"email\":\"b@b.cd\"}", "{\"email\":\"d@b.cd\"}");
        assertThat(changes(of("Staff", export)))
                .asString()
                .startsWith("Auth0's export: users of Staff (2), 3 users of connections that are not named left out:"
                        + " (not told) (1), Customers (2), 1 user of other than database");
        assertThat(changes(of("Staff", export)).allLeftOut()).isEqualTo(4);
        assertThat(changes(of("Staff", export)).warnings("")).isEmpty();
        UsersFiles both = new UsersFiles(
                List.of(export, export), reading(new ExportOptions(ExportMode.AUTO, Set.of("Staff", "Customers"))));
        assertThat(changes(both).warnings("")).isEmpty();
        assertThat(changes(both).connections().read())
                .containsEntry("Staff", 4L)
                .containsEntry("Customers", 4L);
    }

    @Test
    void aFileThatTellsNoConnectionIsNotReadWholeWhereConnectionsAreNamed() throws IOException {
        UsersFile plain = file(directory, "a.json", "[{\"email\":\"a@b.cd\"}]");
        assertThat(users(of("Staff", plain))).isEmpty();
        assertThat(changes(of("Staff", plain)).nobodyLeft("a.json"))
                .hasMessage(
                        "a.json: nobody is left to import: the only user of this export belongs to another connection than"
                                + " auth0.exportConnections names: it has users of (not told) (1)");
        UsersFile export = file(directory, "b.json", SEVERAL_CONNECTIONS);
        assertThat(changes(of("Nobody's", export)).nobodyLeft("b.json"))
                .hasMessage("b.json: nobody is left to import: each of the 6 users of this export belongs to another"
                        + " connection than auth0.exportConnections names: it has users of (not told) (1), Customers (2),"
                        + " Staff (2), and 1 of no database");
    }

    private static UserSource of(String connection, UsersFile file) {
        return new UsersFiles(List.of(file), reading(new ExportOptions(ExportMode.AUTO, Set.of(connection))));
    }

    private static ReadingOptions reading(ExportOptions export) {
        return new ReadingOptions(
                UsersFormat.AUTO, export, Optional.empty(), GzipLimits.DEFAULT, CsvOptions.DEFAULT, Optional.empty());
    }

    private static UserSource as(ExportMode mode, UsersFile file) {
        return new UsersFiles(
                List.of(file), new ReadingOptions(UsersFormat.AUTO, mode, Optional.empty(), GzipLimits.DEFAULT));
    }

    private static ExportChanges changes(UserSource source) throws IOException {
        try (UserReader reader = source.open()) {
            while (reader.next()) {
                // to the end
            }
            return reader.exportChanges();
        }
    }
}
