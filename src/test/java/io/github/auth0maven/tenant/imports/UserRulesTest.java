package io.github.auth0maven.tenant.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0maven.tenant.connections.ConnectionOptions;
import io.github.auth0maven.tenant.connections.IdentifierAttributes;
import io.github.auth0maven.tenant.connections.IdentifierAttributes.Usernames;
import io.github.auth0maven.tenant.server.Json;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserRulesTest {

    private final UserRules rules = new UserRules(ConnectionOptions.plain());

    /** Members that a user may have beside its e-mail address. */
    static Stream<String> allowed() {
        return lines("""
                "email_verified":true,"phone_verified":false,"blocked":true
                "phone_number":"+1"
                "phone_number":"+123456789012345"
                "user_id":"auth0|1"
                "user_id":""
                "given_name":"\u00c5","family_name":"\u00d8","name":"\ud83d\ude00","nickname":"n","picture":"not a url"
                "username":"aZ09@^$.!`-#+'~_"
                "username":"a@b"
                "app_metadata":{},"user_metadata":{"user_id":1,"__tenant":2,"deep":{"email":"x"}}
                "app_metadata":{"deep":{"email":"x"},"Email":1,"plan":null}
                "mfa_factors":[{"totp":{"secret":"JBSWY3DPEHPK3PXP"}},{"phone":{"value":"+1"}},{"email":{"value":"a@b.co"}}]
                "mfa_factors":[{}]
                "password_hash":"$2b$10$BCRYPT"
                "password_hash":"$2a$10$BCRYPT"
                "password_hash":"$2$1000$BCRYPT"
                "custom_password_hash":{"algorithm":"bcrypt","hash":{"value":"$2y$12$whatever"}}
                "custom_password_hash":{"algorithm":"bcrypt","hash":{"value":"$2b$x","encoding":"utf8"},"salt":{"value":"s"}}
                "custom_password_hash":{"algorithm":"argon2","hash":{"value":"$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA"}}
                "custom_password_hash":{"algorithm":"argon2","hash":{"value":"$argon2i$m=4096,t=3,p=1$c2FsdA$aGFzaA","encoding":"utf8"}}
                "custom_password_hash":{"algorithm":"pbkdf2","hash":{"value":"$pbkdf2-sha256$i=100000,l=64$c2FsdA$aGFzaA"}}
                "custom_password_hash":{"algorithm":"pbkdf2","hash":{"value":"$pbkdf2-sha512$c2FsdA$aGFzaA","encoding":"utf8"}}
                "custom_password_hash":{"algorithm":"pbkdf2","hash":{"value":"$pbkdf2-md4$i=1$c2FsdA$aGFzaA"}}
                "custom_password_hash":{"algorithm":"ldap","hash":{"value":"{SSHA}c2FsdA=="}}
                "custom_password_hash":{"algorithm":"ldap","hash":{"value":"{sha512}c2FsdA==","encoding":"utf8"}}
                "custom_password_hash":{"algorithm":"ldap","hash":{"value":"{smd5}c2FsdA=="}}
                "custom_password_hash":{"algorithm":"hmac","hash":{"value":"aa","encoding":"hex","digest":"whirlpool","key":{"value":"k","encoding":"base64"}}}
                "custom_password_hash":{"algorithm":"hmac","hash":{"value":"aa","digest":"md5","key":{"value":"k"}},"salt":{"value":"s"}}
                "custom_password_hash":{"algorithm":"md4","hash":{"value":"aa","encoding":"hex"}}
                "custom_password_hash":{"algorithm":"md5","hash":{"value":"aa","encoding":"base64"},"salt":{"value":"s","encoding":"hex","position":"suffix"}}
                "custom_password_hash":{"algorithm":"sha1","hash":{"value":"aa"},"password":{"encoding":"utf16le"}}
                "custom_password_hash":{"algorithm":"sha256","hash":{"value":"aa","encoding":"hex"}}
                "custom_password_hash":{"algorithm":"sha512","hash":{"value":"aa","encoding":"hex","unknown":1}}
                "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"aa","encoding":"hex"},"keylen":32}
                "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"aa","encoding":"base64"},"salt":{"value":"s"},"keylen":1.0,"cost":2,"blockSize":1,"parallelization":1}
                """);
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void aUserMayHave(String members) throws IOException {
        assertThat(errors("{\"email\":\"a@example.com\"," + members + "}")).isEmpty();
    }

    /** Members that a user may not have, with the code and path that tell so; {@code -} is no path. */
    static Stream<String> refused() {
        return lines("""
                INVALID_TYPE email_verified => "email_verified":"true"
                INVALID_TYPE email_verified => "email_verified":null
                INVALID_TYPE phone_verified => "phone_verified":1
                INVALID_TYPE blocked => "blocked":[]
                INVALID_TYPE name => "name":null
                INVALID_TYPE picture => "picture":7
                INVALID_TYPE app_metadata => "app_metadata":[]
                INVALID_TYPE user_metadata => "user_metadata":"x"
                INVALID_TYPE mfa_factors => "mfa_factors":{}
                INVALID_TYPE mfa_factors[0] => "mfa_factors":["x"]
                INVALID_TYPE passwordHash => "password_hash":1.5
                INVALID_TYPE custom_password_hash => "custom_password_hash":"x"
                INVALID_TYPE custom_password_hash.keylen => "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"a"},"keylen":1.5}
                INVALID_TYPE custom_password_hash.hash.value => "custom_password_hash":{"algorithm":"md5","hash":{"value":1}}
                OBJECT_ADDITIONAL_PROPERTIES - => "last_login":"2020"
                OBJECT_ADDITIONAL_PROPERTIES custom_password_hash => "custom_password_hash":{"algorithm":"md5","hash":{},"rounds":1}
                OBJECT_ADDITIONAL_PROPERTIES mfa_factors[0] => "mfa_factors":[{"sms":{}}]
                OBJECT_ADDITIONAL_PROPERTIES mfa_factors[0].totp => "mfa_factors":[{"totp":{"secret":"A","x":1}}]
                PATTERN phone_number => "phone_number":"123"
                PATTERN phone_number => "phone_number":"+1234567890123456"
                PATTERN phone_number => "phone_number":""
                PATTERN user_id => "user_id":"a b"
                PATTERN username => "username":"ada lovelace"
                PATTERN username => "username":"\u00e9"
                NOT_PASSED username => "username":"ada@example.com"
                MIN_LENGTH username => "username":""
                MIN_LENGTH given_name => "given_name":""
                MIN_LENGTH family_name => "family_name":""
                MIN_LENGTH name => "name":""
                MIN_LENGTH nickname => "nickname":""
                PATTERN passwordHash => "password_hash":"$2y$10$BCRYPT"
                PATTERN passwordHash => "password_hash":"$2b$12$BCRYPT"
                PATTERN passwordHash => "password_hash":"$2b$10$BCRYPTx"
                NOT_PASSED - => "password_hash":"$2b$10$BCRYPT","custom_password_hash":{"algorithm":"md5","hash":{"value":"aa"}}
                NOT_PASSED - => "app_metadata":{"user_id":1}
                NOT_PASSED - => "app_metadata":{"__tenant":null}
                NOT_PASSED - => "app_metadata":{"multifactor_last_modified":1}
                OBJECT_MISSING_REQUIRED_PROPERTY custom_password_hash => "custom_password_hash":{"hash":{"value":"a"}}
                OBJECT_MISSING_REQUIRED_PROPERTY custom_password_hash => "custom_password_hash":{"algorithm":"md5"}
                OBJECT_MISSING_REQUIRED_PROPERTY custom_password_hash.salt => "custom_password_hash":{"algorithm":"md5","hash":{"value":"a"},"salt":{}}
                OBJECT_MISSING_REQUIRED_PROPERTY custom_password_hash.hash => "custom_password_hash":{"algorithm":"hmac","hash":{"value":"a","key":{"value":"k"}}}
                OBJECT_MISSING_REQUIRED_PROPERTY custom_password_hash.hash => "custom_password_hash":{"algorithm":"hmac","hash":{"value":"a","digest":"md5"}}
                OBJECT_MISSING_REQUIRED_PROPERTY custom_password_hash.hash.key => "custom_password_hash":{"algorithm":"hmac","hash":{"value":"a","digest":"md5","key":{}}}
                OBJECT_MISSING_REQUIRED_PROPERTY custom_password_hash => "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"a"}}
                OBJECT_MISSING_REQUIRED_PROPERTY mfa_factors[0].phone => "mfa_factors":[{"phone":{}}]
                ENUM_MISMATCH custom_password_hash.algorithm => "custom_password_hash":{"algorithm":"bcript","hash":{"value":"a"}}
                ENUM_MISMATCH custom_password_hash.hash.digest => "custom_password_hash":{"algorithm":"hmac","hash":{"value":"a","digest":"sha3","key":{"value":"k"}}}
                ENUM_MISMATCH custom_password_hash.hash.encoding => "custom_password_hash":{"algorithm":"md5","hash":{"value":"a","encoding":"ascii"}}
                ENUM_MISMATCH custom_password_hash.hash.encoding => "custom_password_hash":{"algorithm":"md5","hash":{"value":"a","encoding":"utf8"}}
                ENUM_MISMATCH custom_password_hash.hash.encoding => "custom_password_hash":{"algorithm":"bcrypt","hash":{"value":"$2b$x","encoding":"hex"}}
                ENUM_MISMATCH custom_password_hash.salt.position => "custom_password_hash":{"algorithm":"md5","hash":{"value":"a"},"salt":{"value":"s","position":"middle"}}
                ENUM_MISMATCH custom_password_hash.password.encoding => "custom_password_hash":{"algorithm":"md5","hash":{"value":"a"},"password":{"encoding":"utf-8"}}
                NOT_PASSED custom_password_hash.salt => "custom_password_hash":{"algorithm":"ldap","hash":{"value":"{md5}x"},"salt":{"value":"s"}}
                NOT_PASSED custom_password_hash.salt => "custom_password_hash":{"algorithm":"pbkdf2","hash":{"value":"$pbkdf2-sha1$YQ$YQ"},"salt":{"value":"s"}}
                PATTERN custom_password_hash.hash.value => "custom_password_hash":{"algorithm":"bcrypt","hash":{"value":"$2x$10$x"}}
                PATTERN custom_password_hash.hash.value => "custom_password_hash":{"algorithm":"bcrypt","hash":{}}
                PATTERN custom_password_hash.hash.value => "custom_password_hash":{"algorithm":"argon2","hash":{"value":"$argon2id$v=19$m=1$c2FsdA"}}
                PATTERN custom_password_hash.hash.value => "custom_password_hash":{"algorithm":"pbkdf2","hash":{"value":"$pbkdf2-sha1$i=1,l=2$YQ==$YQ=="}}
                PATTERN custom_password_hash.hash.value => "custom_password_hash":{"algorithm":"ldap","hash":{"value":"{CRYPT}x"}}
                MINIMUM custom_password_hash.keylen => "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"a"},"keylen":0}
                MINIMUM custom_password_hash.cost => "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"a"},"keylen":1,"cost":1}
                NOT_PASSED custom_password_hash.cost => "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"a"},"keylen":1,"cost":3}
                MINIMUM custom_password_hash.blockSize => "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"a"},"keylen":1,"blockSize":0}
                MINIMUM custom_password_hash.parallelization => "custom_password_hash":{"algorithm":"scrypt","hash":{"value":"a"},"keylen":1,"parallelization":-1}
                ARRAY_LENGTH_SHORT mfa_factors => "mfa_factors":[]
                ARRAY_LENGTH_LONG mfa_factors => "mfa_factors":[{},{},{},{},{},{},{},{},{},{},{}]
                OBJECT_PROPERTIES_MAXIMUM mfa_factors[0] => "mfa_factors":[{"phone":{"value":"+1"},"totp":{"secret":"A"}}]
                PATTERN mfa_factors[1].totp.secret => "mfa_factors":[{},{"totp":{"secret":"a1"}}]
                PATTERN mfa_factors[0].phone.value => "mfa_factors":[{"phone":{"value":"1"}}]
                INVALID_FORMAT mfa_factors[0].email.value => "mfa_factors":[{"email":{"value":"a"}}]
                """);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aUserMayNotHave(String line) throws IOException {
        String[] expectedAndMembers = line.split(" => ", 2);

        List<UserError> errors = errors("{\"email\":\"a@example.com\"," + expectedAndMembers[1] + "}");

        assertThat(errors)
                .extracting(error -> error.code() + " " + (error.path() == null ? "-" : error.path()))
                .containsExactly(expectedAndMembers[0]);
    }

    @Test
    void aUserNeedsAnAddress() throws IOException {
        assertThat(errors("{\"name\":\"Ada\"}"))
                .containsExactly(
                        new UserError("OBJECT_MISSING_REQUIRED_PROPERTY", "Missing required property: email", null));
    }

    @Test
    void messagesAreThoseOfTheService() throws IOException {
        assertThat(errors("{\"email\":\"a\",\"username\":\"x\",\"blocked\":1,\"x\":2}"))
                .extracting(UserError::message)
                .containsExactly(
                        "Error in identities[0].profileData.email property - Object didn't pass validation for format"
                                + " email: a",
                        "Error in blocked property - Expected type boolean but found type integer");
        assertThat(errors("{\"email\":\"a@example.com\",\"x\":2,\"password_hash\":\"$2b$10$BCRYPT\","
                        + "\"custom_password_hash\":{\"algorithm\":\"md5\",\"hash\":{}}}"))
                .extracting(UserError::message)
                .containsExactly("Additional properties not allowed: x", "Forbidden attribute in appUser: ");
    }

    @Test
    void lengthsAreLimited() throws IOException {
        assertLongest("given_name", 150, rules);
        assertLongest("family_name", 150, rules);
        assertLongest("name", 150, rules);
        assertLongest("nickname", 350, rules);
        assertLongest("user_id", 255, rules);
        assertLongest("username", 128, rules);
    }

    @Test
    void aConnectionThatRequiresUsernamesLimitsTheirLength() throws IOException {
        assertLongest("username", 15, new UserRules(ConnectionOptions.usernames(15)));
        assertLongest("username", 128, new UserRules(ConnectionOptions.usernames(128)));
    }

    @Test
    void flexibleIdentifiersHoldTheirOwnRules() throws IOException {
        UserRules strict = flexible(new IdentifierAttributes(true, true, new Usernames(3, 5, Set.of())));
        UserRules lenient =
                flexible(new IdentifierAttributes(false, true, new Usernames(1, 128, Set.of("email", "phone_number"))));

        assertThat(codes(strict, "{\"username\":\"abc\"}")).containsExactly("OBJECT_MISSING_REQUIRED_PROPERTY");
        assertThat(codes(strict, "{\"email\":\"a@example.com\",\"username\":\"ab\"}"))
                .containsExactly("MIN_LENGTH");
        assertThat(codes(strict, "{\"email\":\"a@example.com\",\"username\":\"abcdef\"}"))
                .containsExactly("MAX_LENGTH");
        assertThat(codes(strict, "{\"email\":\"a@example.com\",\"username\":\"+1234\"}"))
                .containsExactly("NOT_PASSED");
        assertThat(codes(lenient, "{\"username\":\"a@example.com\"}")).isEmpty();
        assertThat(codes(lenient, "{\"username\":\"+1234\"}")).isEmpty();
        assertThat(codes(lenient, "{\"phone_number\":\"+1\"}")).isEmpty();
        assertThat(codes(lenient, "{\"user_id\":\"1\"}")).containsExactly("ANY_OF_MISSING");
    }

    private static UserRules flexible(IdentifierAttributes attributes) {
        return new UserRules(ConnectionOptions.flexible(attributes));
    }

    private static List<String> codes(UserRules rules, String user) throws IOException {
        return rules.errors(Json.MAPPER.readTree(user)).stream()
                .map(UserError::code)
                .toList();
    }

    @Test
    void hashesAreHidden() throws IOException {
        assertThat(redacted("{\"password_hash\":\"s\",\"custom_password_hash\":{\"hash\":{\"value\":\"s\"}}}"))
                .isEqualTo("{\"password_hash\":\"*****\",\"custom_password_hash\":{\"hash\":{\"value\":\"*****\"}}}");
        assertThat(redacted("{\"custom_password_hash\":{\"hash\":{}}}"))
                .isEqualTo("{\"custom_password_hash\":{\"hash\":{}}}");
        assertThat(redacted("{\"custom_password_hash\":\"s\"}")).isEqualTo("{\"custom_password_hash\":\"*****\"}");
        assertThat(redacted("{\"custom_password_hash\":{\"hash\":\"s\"}}"))
                .isEqualTo("{\"custom_password_hash\":\"*****\"}");
        assertThat(redacted("[1]")).isEqualTo("[1]");
    }

    private static String redacted(String user) throws IOException {
        return UserRules.redacted(Json.MAPPER.readTree(user)).toString();
    }

    private static void assertLongest(String property, int length, UserRules rules) throws IOException {
        JsonNode fitting = Json.object().put("email", "a@example.com").put(property, "x".repeat(length));
        JsonNode tooLong = Json.object().put("email", "a@example.com").put(property, "x".repeat(length + 1));

        assertThat(rules.errors(fitting)).isEmpty();
        assertThat(rules.errors(tooLong))
                .containsExactly(new UserError(
                        "MAX_LENGTH",
                        "Error in " + property + " property - String is too long (" + (length + 1) + " chars), maximum "
                                + length,
                        property));
    }

    private List<UserError> errors(String user) throws IOException {
        return rules.errors(Json.MAPPER.readTree(user.replace("BCRYPT", "a".repeat(53))));
    }

    private static Stream<String> lines(String text) {
        return text.lines();
    }
}
