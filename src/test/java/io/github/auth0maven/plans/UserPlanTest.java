package io.github.auth0maven.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.plans.UserPlan.Planned;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ValidationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users files held against exports. */
class UserPlanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private Metadata metadata = Metadata.REPLACE;
    private Redaction redaction = Redaction.none();

    @Test
    void aUserWhomTheTenantHasNotIsCreated() throws Exception {
        JsonNode plan =
                plan("{'email':'ada@example.com','name':'Ada','password_hash':'$2b$10$" + "A".repeat(53) + "'}");

        assertThat(plan.path("users").toString())
                .isEqualTo("{\"create\":1,\"change\":0,\"unchanged\":0,\"unchangeable\":0,\"tenantOnly\":0}");
        JsonNode user = plan.path("changes").path(0);
        assertThat(user.path("action").asText()).isEqualTo("create");
        assertThat(user.path("place").asText()).isEqualTo("users.json:[1,2]");
        assertThat(user.toString()).contains("\"(secret)\"", "\"Ada\"").doesNotContain("$2b$");
    }

    @Test
    void whatAuth0GivesByItselfIsNoDifference() throws Exception {
        JsonNode plan = plan(
                "{'email':'Ada@Example.com','blocked':false,'user_metadata':{}}",
                "{'email':'ada@example.com','user_id':'auth0|1','email_verified':false,'name':'ada@example.com','nickname':'ada',"
                        + "'picture':'https://s.gravatar.com/avatar/1',IDENTITIES}");

        assertThat(plan.path("users").path("unchanged").asInt()).isEqualTo(1);
        assertThat(plan.path("changes")).isEmpty();
    }

    @Test
    void whatDiffersIsNamedWithWhatItIsAndWhatItWouldBe() throws Exception {
        JsonNode plan = plan(
                "{'email':'ada@example.com','name':'Ada L.','given_name':'Ada','app_metadata':{'plan':'gold','n':1.0}}",
                "{'email':'ada@example.com','user_id':'auth0|1','name':'Ada','given_name':'Ada','email_verified':true,"
                        + "'app_metadata':{'n':1,'plan':'free','since':2020},IDENTITIES}");

        assertThat(attributes(plan))
                .containsExactlyInAnyOrder(
                        "name \"Ada\" -> \"Ada L.\" by import",
                        "email_verified true -> false by import",
                        "app_metadata.plan \"free\" -> \"gold\" by import",
                        "app_metadata.since 2020 -> null by import");
    }

    @Test
    void metadataThatIsMergedIsNotLost() throws Exception {
        metadata = Metadata.MERGE;

        JsonNode plan = plan(
                "{'email':'ada@example.com','app_metadata':{'plan':'gold'}}",
                "{'email':'ada@example.com','user_id':'auth0|1','app_metadata':{'plan':'free','since':2020},IDENTITIES}");

        assertThat(attributes(plan)).containsExactly("app_metadata.plan \"free\" -> \"gold\" by single");
        assertThat(plan.path("users").path("change").asInt()).isEqualTo(1);
    }

    @Test
    void whatNoImportChangesIsCountedApart() throws Exception {
        JsonNode plan = plan(
                "{'email':'ada@example.com','username':'ADA','blocked':true,'user_id':'2'}",
                "{'email':'ada@example.com','user_id':'auth0|1','username':'ada',IDENTITIES}");

        assertThat(plan.path("users").path("unchangeable").asInt()).isEqualTo(1);
        assertThat(attributes(plan))
                .containsExactlyInAnyOrder("blocked null -> true by single", "user_id \"auth0|1\" -> \"2\" by nothing");
    }

    @Test
    void whoIsInTheTenantAloneIsCounted() throws Exception {
        JsonNode plan = plan(
                "{'email':'ada@example.com'}",
                "{'email':'bob@example.com','user_id':'auth0|1',IDENTITIES}",
                "{'email':'cyd@example.com','user_id':'auth0|2','identities':[{'provider':'auth0','connection':'other'}]}");

        assertThat(plan.path("users").path("tenantOnly").asInt()).isEqualTo(1);
        assertThat(plan.path("changes").path(1).path("user_id").asText()).isEqualTo("auth0|1");
        assertThat(plan.path("remarks").toString()).contains("holds 1 user of other connections");
    }

    @Test
    void usersWithoutAnAddressAreFoundByWhatTheyHave() throws Exception {
        JsonNode plan = plan(
                "{'username':'ada','name':'A'},{'phone_number':'+491','name':'B'},{'user_id':'3','name':'C','username':'cyd'}",
                "{'email':'a@example.com','username':'ada','user_id':'auth0|1','name':'A',IDENTITIES}",
                "{'email':'b@example.com','phone_number':'+491','user_id':'auth0|2','name':'B',IDENTITIES}");

        assertThat(plan.path("users").toString())
                .isEqualTo("{\"create\":1,\"change\":0,\"unchanged\":2,\"unchangeable\":0,\"tenantOnly\":0}");
    }

    @Test
    void aConnectionThatChangesWhileItIsReadIsTold() throws Exception {
        JsonNode plan = plan(
                "{'email':'ada@example.com'}",
                "{'email':'ada@example.com','user_id':'auth0|1','updated_at':'2026-11-23T10:00:00.001Z',IDENTITIES}",
                "{'email':'bob@example.com','user_id':'auth0|2','updated_at':'2026-11-23T10:00:00.000Z',IDENTITIES}");

        assertThat(plan.path("remarks").path(0).asText())
                .startsWith("1 user of the connection changed while it was read");
    }

    @Test
    void whatIsPersonalIsMaskedIfItIsToBe() throws Exception {
        Path key = Files.writeString(directory.resolve("key"), "key");
        redaction = Redaction.keyedBy(List.of(key));

        JsonNode plan = plan(
                "{'email':'ada@example.com','name':'Ada Lovelace'}",
                "{'email':'ada@example.com','user_id':'auth0|1','name':'Countess',IDENTITIES}");

        assertThat(plan.toString()).contains("email:", "(masked)").doesNotContain("ada@", "Lovelace", "Countess");
    }

    @Test
    void usersOfManyPartsAreFoundAll() throws Exception {
        String file = IntStream.range(0, 30_000)
                .mapToObj(i ->
                        "{'email':'u" + i + "@example.com','name':'N" + i + "','nickname':'" + "x".repeat(100) + "'}")
                .collect(Collectors.joining(","));
        String[] tenant = IntStream.range(10_000, 40_000)
                .mapToObj(i -> "{'email':'u" + i + "@example.com','user_id':'auth0|" + i + "','name':'N" + i / 2 * 2
                        + "','nickname':'" + "x".repeat(100) + "',IDENTITIES}")
                .toArray(String[]::new);

        JsonNode plan = plan(file, tenant);

        assertThat(plan.path("users").toString())
                .isEqualTo(
                        "{\"create\":10000,\"change\":10000,\"unchanged\":10000,\"unchangeable\":0,\"tenantOnly\":10000}");
        assertThat(plan.path("changes")).hasSize(30_000);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsOnly("plan.json", "users.json");
        }
    }

    @Test
    void thereIsNoPlanOfInvalidUsers() throws Exception {
        Planned planned = run("{'email':'nobody'}", new PreparedExport(List.of()));

        assertThat(planned.judgement().invalidUsers()).isEqualTo(1);
        assertThat(planned.counts()).isEqualTo(PlanCounts.NONE);
    }

    private JsonNode plan(String users, String... tenant) throws Exception {
        run(
                users,
                new PreparedExport(Stream.of(tenant)
                        .map(
                                user -> json(user)
                                        .replace(
                                                "IDENTITIES",
                                                "\"identities\":[{\"provider\":\"auth0\",\"connection\":\"main\",\"isSocial\":false}]"))
                        .toList()));
        return JSON.readTree(Files.readAllBytes(directory.resolve("plan.json")));
    }

    private Planned run(String users, PreparedExport export) throws Exception {
        Path file = Files.writeString(directory.resolve("users.json"), "[" + json(users) + "]");
        UserPlan plan = new UserPlan(
                new UserPlan.Order(
                        new UsersFile(file, "users.json"),
                        new FileJudge(new ValidationSettings(500_000), directory),
                        RootAttributes.NONE,
                        metadata,
                        Optional.of("main"),
                        directory),
                violation -> {});
        try (PlanFile told = new PlanFile(directory, OwnerOnly::create, redaction)) {
            Planned planned = plan.run(export::following, false, OwnerOnly::create, told);
            told.finish(
                    new PlanFile.Head("tenant", "main", "users.json", Instant.EPOCH, metadata),
                    planned.counts(),
                    planned.remarks());
            return planned;
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static List<String> attributes(JsonNode plan) {
        return Stream.of(plan.path("changes").path(0).path("attributes"))
                .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
                .map(each -> each.path("attribute").asText() + " " + each.path("from") + " -> " + each.path("to")
                        + " by " + each.path("by").asText())
                .toList();
    }
}
