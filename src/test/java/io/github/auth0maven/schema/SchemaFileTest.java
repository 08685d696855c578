package io.github.auth0maven.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.UserValidator;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.nio.file.Files;
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

class SchemaFileTest {

    private static final String SECRET = "$2b$10$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW";

    private static final String TREE =
            "{\"properties\":{\"user_metadata\":{\"$ref\":\"#/$defs/tree\"}},\"$defs\":{\"tree\":"
                    + "{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#/$defs/tree\"}}}}";

    @TempDir
    private Path directory;

    private Map<String, String> rootAttributes = Map.of();

    @Test
    void aUserThatPassesIsNotBlamed() throws IOException {
        String schema = """
                {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","required":["email"],
                 "properties":{"app_metadata":{"properties":{"plan":{"enum":["free","pro"]},"seats":{"type":"integer"},
                 "ratio":{"const":1.50},"tags":{"const":[1,{"a":null}]},"on":{"type":["boolean","null"]}}}}}""";

        assertThat(judge(schema, """
                {"email":"a@b.cc","app_metadata":
                  {"plan":"free","seats":3.0,"ratio":1.5,"tags":[1.0,{"a":null}],"on":true,"else":"?"}}""")).isEmpty();
    }

    @Test
    void whatASchemaDoesNotAllowIsToldWhereItStands() throws IOException {
        String schema = """
                {"properties":{"app_metadata":{"properties":{"plan":{"enum":["free","pro",3,null,true]}}}}}""";

        assertThat(judge(schema, """
                {"email":"a@b.cc",
                  "app_metadata": {
                    "plan" : "gold"}}"""))
                .containsExactly(
                        "users.json:[3,14] app_metadata.plan: \"gold\" is not one of \"free\", \"pro\", 3, null, true"
                                + " (schema: user.schema.json#/properties/app_metadata/properties/plan) [SCHEMA_VIOLATION]");
    }

    @Test
    void itIsAnError() throws IOException {
        List<Violation> found = violations("{\"required\":[\"name\",\"nickname\"]}", "{\"email\":\"a@b.cc\"}");

        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.severity()).isEqualTo(Severity.ERROR);
            assertThat(violation)
                    .hasToString("users.json:[1,1] it lacks \"name\" and \"nickname\" (schema: user.schema.json#)"
                            + " [SCHEMA_VIOLATION]");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | 1 | expected a string, found an integer",
                "{'type':['integer','null']} | 1.5 | expected an integer or null, found a number",
                "{'type':'array'} | {} | expected an array, found an object",
                "{'type':'object'} | [] | expected an object, found an array",
                "{'type':'boolean'} | null | expected a boolean, found null",
                "{'type':'number'} | true | expected a number, found a boolean",
                "{'const':'x'} | 'y' | \"y\" is not \"x\"",
                "{'const':{'a':1}} | {'a':2} | this object is not this object",
                "{'enum':[0,1,2,3,4,5,6,7,8,9,10]} | 11 | 11 is not one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …",
                "{'pattern':'^a+$'} | 'b' | \"b\" does not match the pattern \"^a+$\"",
                "{'minimum':2} | 1 | 1 is less than 2",
                "{'maximum':2} | 1e2 | 1E+2 is more than 2",
                "{'exclusiveMinimum':2} | 2 | 2 is not more than 2",
                "{'exclusiveMaximum':2} | 2 | 2 is not less than 2",
                "{'multipleOf':2} | 3 | 3 is not a multiple of 2",
                "{'minLength':2} | 'é' | \"é\" has fewer characters than 2",
                "{'maxLength':1} | 'ab' | \"ab\" has more characters than 1",
                "{'minItems':1} | [] | it has fewer items than 1",
                "{'maxItems':0} | [1] | it has more items than 0",
                "{'minProperties':1} | {} | it has fewer members than 1",
                "{'maxProperties':0} | {'a':1} | it has more members than 0",
                "{'uniqueItems':true} | [1,1.0] | an item stands in it twice",
                "{'anyOf':[{'type':'string'},{'minimum':5}]} | 1 | 1 fits none of the alternatives of anyOf",
                "{'oneOf':[{'type':'string'},{'minimum':5}]} | 1 | 1 does not fit exactly one of the alternatives of oneOf",
                "{'oneOf':[{'type':'integer'},{'minimum':0}]} | 1 | 1 does not fit exactly one of the alternatives of oneOf",
                "{'not':{'type':'string'}} | 'a' | \"a\" is what the schema excludes by \"not\"",
                "{'contains':{'const':1}} | [2] | no item of it is of the kind that has to be there",
                "{'required':['a','b']} | {'b':1} | it lacks \"a\"",
                "{'dependentRequired':{'b':['a'],'c':['a']}} | {'b':1} | it lacks \"a\", which goes with \"b\"",
                "{'propertyNames':{'maxLength':1}} | {'ab':1} | it has a name that does not fit",
                "{'contains':true,'maxContains':1} | [1,2] | it does not pass \"maxContains\"",
                "false | 1 | nothing of this name is allowed here",
                "{'if':{'type':'string'},'then':{'maxLength':1}} | 'ab' | \"ab\" has more characters than 1",
                "{'format':'email','minLength':3} | 'ab' | \"ab\" has fewer characters than 3",
                "{'maxLength':1} | '\\u0000\\u0041' | \"\\u0000A\" has more characters than 1",
                "{'maximum':1} | 1111111111111111111111 | 11111111111111111111… is more than 1",
            })
    void eachKeywordHasItsSentence(String schema, String value, String sentence) throws IOException {
        List<Violation> found = violations(
                "{\"properties\":{\"user_metadata\":{\"properties\":{\"x\":" + schema.replace('\'', '"') + "}}}}",
                "{\"email\":\"a@b.cc\",\"user_metadata\":{\"x\":" + value.replace('\'', '"') + "}}");

        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.message())
                    .startsWith(sentence + " (schema: user.schema.json#/properties/user_metadata");
            assertThat(violation.attribute()).isEqualTo("user_metadata.x");
            assertThat(violation.message()).hasLineCount(1);
        });
    }

    @Test
    void ofANameThatIsNotAllowedTheNameIsTheFault() throws IOException {
        assertThat(judge(
                        "{\"properties\":{\"user_metadata\":{\"additionalProperties\":false},\"email\":true},\"unevaluatedProperties\":false}",
                        "{\"email\":\"a@b.cc\",\"name\":\"n\",\"user_metadata\":{\"a/b ~\":1}}"))
                .containsExactly(
                        "users.json:[1,19] name: nothing of this name is allowed here (schema: user.schema.json#/unevaluatedProperties)"
                                + " [SCHEMA_VIOLATION]",
                        "users.json:[1,47] user_metadata.\"a/b ~\": nothing of this name is allowed here (schema:"
                                + " user.schema.json#/properties/user_metadata/additionalProperties) [SCHEMA_VIOLATION]");
    }

    @Test
    void anItemIsFoundByItsNumber() throws IOException {
        assertThat(
                        judge(
                                "{\"properties\":{\"app_metadata\":{\"properties\":{\"roles\":{\"items\":{\"properties\":{\"id\":{\"type\":\"integer\"}}}}}}}}",
                                "{\"email\":\"a@b.cc\",\"app_metadata\":{\"roles\":[[{}],{\"id\":1},{\"x\":[],\"id\":\"2\"}]}}"))
                .singleElement()
                .asString()
                .startsWith("users.json:[1,71] app_metadata.roles[2].id: expected an integer, found a string");
    }

    @Test
    void aSecretIsNeverShown() throws IOException {
        String never = "{\"enum\":[\"x\"],\"pattern\":\"^x$\",\"minLength\":1000,\"type\":\"integer\",\"const\":\"x\"}";
        String all = "{\"properties\":{\"value\":" + never + ",\"secret\":" + never + "},\"additionalProperties\":"
                + never + "}";
        String schema = "{\"properties\":{\"password_hash\":" + never + ",\"password\":" + never
                + ",\"custom_password_hash\":{\"properties\":{\"hash\":" + all
                + "},\"propertyNames\":{\"maxLength\":3}},"
                + "\"mfa_factors\":{\"items\":{\"properties\":{\"totp\":" + all + "}}}}}";

        List<Violation> found = violations(
                schema,
                ("{\"email\":\"a@b.cc\",\"password_hash\":\"S\",\"password\":\"S\",\"custom_password_hash\":{\"hash\":{\"value\":\"S\",\"S\":\"S\"},"
                                + "\"S\":1},\"mfa_factors\":[{\"totp\":{\"secret\":\"S\"}}]}")
                        .replace("S", SECRET));

        assertThat(found)
                .hasSize(27)
                .noneMatch(violation -> violation.toString().contains(SECRET.substring(3, 9)));
    }

    @Test
    void aLongValueIsCut() throws IOException {
        assertThat(judge(
                        "{\"properties\":{\"name\":{\"const\":\"x\"}}}",
                        "{\"email\":\"a@b.cc\",\"name\":\"" + "y".repeat(100) + "\"}"))
                .singleElement()
                .asString()
                .contains(" \"" + "y".repeat(60) + "…\" is not \"x\"");
    }

    @Test
    void usersAreJudgedWithTheRootAttributesThatTheyAreGiven() throws IOException {
        rootAttributes = Map.of(
                "name", "@{given_name}!", "blocked", "true", "nickname", "@{username}", "email_verified", "true");
        String schema = """
                {"required":["name","blocked","nickname"],"maxProperties":5,
                 "properties":{"name":{"maxLength":3},"blocked":{"const":false},"email_verified":{"const":true}}}""";

        assertThat(judge(schema, "\n{\"email\":\"a@b.cc\",\"given_name\":\"Jane\"}"))
                .containsExactlyInAnyOrder(
                        "users.json:[2,1] name: \"Jane!\" has more characters than 3; it comes from rootAttributes (schema:"
                                + " user.schema.json#/properties/name) [SCHEMA_VIOLATION]",
                        "users.json:[2,1] blocked: true is not false; it comes from rootAttributes (schema:"
                                + " user.schema.json#/properties/blocked) [SCHEMA_VIOLATION]",
                        "users.json:[2,1] it lacks \"nickname\" (schema: user.schema.json#) [SCHEMA_VIOLATION]");
    }

    @Test
    void aUserThatIsTooLargeForAJobIsNotHeldAgainstIt() throws IOException {
        assertThat(judge("{\"maxProperties\":1}", "{\"email\":\"a@b.cc\",\"name\":\"" + "y".repeat(20_000) + "\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e99999999999999999999"})
    void aNumberThatNoMachineCouldWriteOutCostsNothing(String number) throws IOException {
        String schema = """
                {"properties":{"user_metadata":{"properties":{"x":
                  {"anyOf":[{"type":"integer"},{"multipleOf":0.01},{"const":1},{"enum":[7]},{"type":"number"}]}}}}}""";

        assertThat(judge(schema, "{\"email\":\"a@b.cc\",\"user_metadata\":{\"x\":" + number + "}}"))
                .isEmpty();
    }

    @Test
    void aNumberOfAMegabyteIsTakenForOneNearIt() throws IOException {
        String schema = "{\"properties\":{\"user_metadata\":{\"properties\":{\"x\":{\"minimum\":1}}}}}";

        assertThat(judge(schema, "{\"email\":\"a@b.cc\",\"user_metadata\":{\"x\":0." + "3".repeat(15_000) + "}}"))
                .singleElement()
                .asString()
                .contains("0.3333333333333333 is less than 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users.yaml | - email: a@b.cc\\n  app_metadata:\\n    plan: gold | [3,11]",
                "users.csv | email,app_metadata.plan\\na@b.cc,gold | [2,8]",
                "users.ndjson | {\"email\":\"a@b.cc\",\"app_metadata\":{\"plan\":\"gold\"}} | [1,42]",
            })
    void thePlaceIsRightInEveryFormat(String name, String content, String place) throws IOException {
        SchemaFile schema =
                read("{\"properties\":{\"app_metadata\":{\"properties\":{\"plan\":{\"const\":\"free\"}}}}}");
        Path file = Files.writeString(directory.resolve(name), content.replace("\\n", "\n"));
        List<Violation> found = new ArrayList<>();

        try (UserReader users = new UsersFile(file, name).open()) {
            while (users.next()) {
                new UserValidator(new ValidationSettings(20_000, RootAttributes.NONE, Optional.of(schema)))
                        .judge(users.user(), found::add);
            }
        }

        assertThat(found)
                .filteredOn(violation -> violation.code().equals("SCHEMA_VIOLATION"))
                .singleElement()
                .asString()
                .startsWith(name + ":" + place + " app_metadata.plan: \"gold\" is not \"free\"");
    }

    // ---- the files of a schema

    @Test
    void aSchemaMayReferToFilesAndToPlacesInItself() throws IOException {
        write("types/plan.json", "{\"$defs\":{\"plan\":{\"$anchor\":\"plan\",\"$ref\":\"../plans.json\"}}}");
        write("plans.json", "{\"enum\":[\"free\"]}");

        assertThat(judge("""
                        {"properties":{"app_metadata":{"properties":{
                          "a":{"$ref":"types/plan.json#plan"},"b":{"$ref":"types/plan.json#/$defs/plan"},"c":{"$ref":"#/$defs/c"}}}},
                         "$defs":{"c":{"$ref":"plans.json"}}}""", "{\"email\":\"a@b.cc\",\"app_metadata\":{\"a\":\"x\",\"b\":\"x\",\"c\":\"x\"}}"))
                .hasSize(3)
                .allMatch(line ->
                        line.contains(": \"x\" is not one of \"free\" (schema: plans.json#) [SCHEMA_VIOLATION]"));
    }

    @Test
    void anIdentifierStandsForThePlaceOfTheFile() throws IOException {
        write("plans.json", "{\"$id\":\"https://example.com/schemas/plans.json\",\"enum\":[\"free\"]}");

        assertThat(
                        judge(
                                """
                        {"$id":"https://example.com/schemas/user.json","properties":{"name":{"$ref":"plans.json"},
                         "nickname":{"$ref":"https://example.com/schemas/plans.json#"},"given_name":{"$ref":"#/$defs/x"},
                         "family_name":{"$ref":"inner"}},
                         "$defs":{"x":{"const":"y"},"i":{"$id":"inner","minLength":3}}}""",
                                "{\"email\":\"a@b.cc\",\"name\":\"x\",\"nickname\":\"x\",\"given_name\":\"x\",\"family_name\":\"x\"}"))
                .hasSize(4)
                .anyMatch(line -> line.contains("given_name: \"x\" is not \"y\" (schema: user.schema.json#/$defs/x)"))
                .anyMatch(line -> line.contains(
                        "family_name: \"x\" has fewer characters than 3 (schema: user.schema.json#/$defs/i)"))
                .anyMatch(line -> line.contains(" name: \"x\" is not one of \"free\" (schema: plans.json#)"));
    }

    @Test
    void aSchemaMayReferToItself() throws IOException {
        assertThat(judge(TREE, nested(198)))
                .singleElement()
                .asString()
                .contains("expected an object, found an integer");
    }

    @Test
    void aUserThatIsNestedTooDeepIsRefusedBeforeTheStackEnds() throws IOException {
        assertThat(judge(TREE, nested(199))).hasSize(1);
        for (int levels : new int[] {200, 990}) {
            assertThat(judge(TREE, nested(levels)))
                    .containsExactly(
                            "users.json:[1,1] it is nested more than 200 levels deep, too deep to be held against a"
                                    + " schema; flatten it [SCHEMA_VIOLATION]");
        }
    }

    private static String nested(int levels) {
        return "{\"email\":\"a@b.cc\",\"app_metadata\":{\"a\":[[],{}]},\"user_metadata\":" + "{\"a\":".repeat(levels)
                + "1" + "}".repeat(levels) + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | user.schema.json: the file is empty; a JSON Schema is an object",
                "{'type': | user.schema.json:[1,9]: it is not JSON: the file ends in the middle of it",
                "{'type':'object','type':'object'} | user.schema.json:[1,24]: it is not JSON: a name that stands in this object already",
                "{'type':opensesame1} | user.schema.json:[1,9]: it is not JSON: a character or a word that cannot stand here; is a comma, a quote or a brace missing before it?",
                "{} {} | user.schema.json:[1,4]: it is not JSON: something follows the schema",
                "[1] | user.schema.json: it is not a schema for users: a JSON Schema is an object",
                "true | user.schema.json: it is not a schema for users: a JSON Schema is an object",
                "{'type':'strin'} | user.schema.json: it is not a JSON Schema: #/type: ",
                "{'properties':{'a':{'minLength':-1}}} | user.schema.json: it is not a JSON Schema: #/properties/a/minLength: ",
                "{'$schema':'http://json-schema.org/draft-07/schema#'} | user.schema.json: its $schema is \"http://json-schema.org/draft-07/schema#\"; write it in JSON Schema 2020-12, \"https://json-schema.org/draft/2020-12/schema\"",
                "{'properties':{'a':{'$schema':'urn:x'}}} | user.schema.json: its $schema is \"urn:x\"; write it in ",
                "{'$ref':'http://example.com/x.json'} | user.schema.json: \"$ref\": \"http://example.com/x.json\" would have to be fetched, and nothing is fetched from a network; keep that schema in a file beside this one, and refer to it by its path",
                "{'$id':'https://example.com/a','$ref':'b.json'} | user.schema.json: \"$ref\": \"b.json\" would have to be fetched",
                "{'properties':{'a':{'$dynamicRef':'http://example.com/x.json'}}} | user.schema.json: \"$ref\": \"http://example.com/x.json\" would have",
                "{'$ref':'missing.json'} | user.schema.json: \"$ref\": \"missing.json\" leads to nothing; it is taken relative to the schema's file",
                "{'$ref':'#/$defs/x'} | user.schema.json: \"$ref\": \"#/$defs/x\" leads to nothing",
                "{'$ref':'#x'} | user.schema.json: \"$ref\": \"#x\" leads to nothing",
                "{'$ref':'::'} | user.schema.json: \"::\" is not a URI; mend the reference",
                "{'$id':'::'} | user.schema.json: \"::\" is not a URI; mend the reference",
                "{'properties':{'a':{'pattern':'['}}} | user.schema.json: \"[\" is not a regular expression: Unclosed character class",
                "{'allOf':[{'patternProperties':{'(':{}}}]} | user.schema.json: \"(\" is not a regular expression: Unclosed group",
                "{'$ref':'broken.json'} | broken.json:[1,2]: it is not JSON: ",
                "{'$ref':'invalid.json'} | invalid.json: it is not a JSON Schema: #/type: ",
                "{'$ref':'old.json'} | old.json: its $schema is \"http://json-schema.org/draft-07/schema#\"; write it in",
                "{'$ref':'nowhere.json'} | nowhere.json: \"$ref\": \"missing.json\" leads to nothing",
            })
    void aSchemaThatIsNoneIsToldOfInOneLine(String schema, String message) throws IOException {
        write("broken.json", "{");
        write("invalid.json", "{\"type\":1}");
        write("old.json", "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}");
        write("nowhere.json", "{\"properties\":{\"a\":{\"$ref\":\"missing.json\"}}}");

        assertThatThrownBy(() -> read(schema.replace('\'', '"')))
                .isInstanceOf(SchemaFileException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).startsWith(message));
    }

    @Test
    void aSchemaThatCannotBeReadIsToldOf() {
        assertThatThrownBy(() -> SchemaFile.read(directory, "user.schema.json"))
                .isInstanceOf(SchemaFileException.class)
                .hasMessageStartingWith("user.schema.json: it cannot be read: ");
    }

    @Test
    void whatIsNoSchemaInASchemaIsNotTakenForOne() throws IOException {
        assertThat(judge(
                        "{\"default\":{\"$ref\":\"x\"},\"examples\":[{\"pattern\":\"[\"}],\"properties\":{\"enum\":{},\"$ref\":{},\"pattern\":{},"
                                + "\"user_metadata\":{\"enum\":[{\"$schema\":\"x\"}]}}}",
                        "{\"email\":\"a@b.cc\"}"))
                .isEmpty();
    }

    @Test
    void nodesDoNotShowThemselves() throws IOException {
        User user = User.of("users.json", "{\"name\":\"Jane\"}".getBytes(UTF_8));
        UserNode node = new UserNode(
                user.json(), RootAttributes.of(Map.of("nickname", "Jane")).given(user));

        assertThat(node).hasToString("UserNode[OBJECT]");
        assertThat(node.toPrintableString()).isEqualTo("object");
        assertThat(node.asObject().toString()).doesNotContain("Jane");
        assertThat(node.asObject().values())
                .noneMatch(value -> value.toPrintableString().contains("Jane"));
    }

    private SchemaFile read(String schema) throws IOException {
        write("user.schema.json", schema);
        return SchemaFile.read(directory.resolve("user.schema.json"), "user.schema.json");
    }

    private void write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<String> judge(String schema, String user) throws IOException {
        return violations(schema, user).stream().map(Violation::toString).toList();
    }

    private List<Violation> violations(String schema, String user) throws IOException {
        List<Violation> found = new ArrayList<>();
        ValidationSettings settings =
                new ValidationSettings(20_000, RootAttributes.of(rootAttributes), Optional.of(read(schema)));
        new UserValidator(settings).judge(User.of("users.json", user.getBytes(UTF_8)), found::add);
        return found.stream()
                .filter(violation -> violation.code().equals("SCHEMA_VIOLATION"))
                .toList();
    }
}
