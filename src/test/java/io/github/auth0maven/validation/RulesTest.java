package io.github.auth0maven.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.User;
import io.github.auth0maven.validation.ConnectionRules.Length;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has users that break it, in violations.txt: what is said of them, and, after each ⟪, where. */
final class RulesTest {

    /** Of several users, or of very many violations: other tests have them. */
    private static final Set<Rule> ELSEWHERE = EnumSet.of(
            Rule.EMAIL_DUPLICATED,
            Rule.CONNECTION_EMAIL_UNIQUE,
            Rule.USERNAME_DUPLICATED,
            Rule.USER_ID_DUPLICATED,
            Rule.PHONE_NUMBER_DUPLICATED,
            Rule.MORE_VIOLATIONS,
            Rule.COLUMN_OF_TEXTS,
            Rule.SEVERAL_CONNECTIONS,
            Rule.SCHEMA);

    private final UserValidator validator =
            new UserValidator(new ValidationSettings(20_000).with(KnownConnection.USUAL));
    private final UserValidator ofUnknownConnection = new UserValidator(new ValidationSettings(20_000));
    private final UserValidator ofDemandingConnection =
            new UserValidator(new ValidationSettings(20_000).with(KnownConnection.demanding(Set.of("email"))));
    private final UserValidator ofStrictConnection = new UserValidator(
            new ValidationSettings(20_000).with(KnownConnection.rules(true, true, new Length(3, 15), Set.of())));

    @ParameterizedTest
    @MethodSource
    void aUserThatBreaksARuleIsToldSoWhereItDoes(Case broken) throws IOException {
        List<String> said = new ArrayList<>();
        List<Position> positions = new ArrayList<>();

        boolean valid = validatorFor(broken.rule())
                .judge(User.of("users.json", broken.user().getBytes(UTF_8)), violation -> {
                    said.add(Case.withoutPosition(violation));
                    positions.add(violation.position());
                });

        assertThat(said).isEqualTo(broken.said());
        assertThat(positions).isEqualTo(broken.positions());
        assertThat(said).anyMatch(line -> line.contains("[" + broken.rule().code + "]"));
        assertThat(valid).isEqualTo(said.stream().allMatch(line -> line.endsWith("(warning)")));
    }

    static List<Case> aUserThatBreaksARuleIsToldSoWhereItDoes() throws IOException {
        return Case.all();
    }

    private UserValidator validatorFor(Rule rule) {
        if (rule == Rule.CONNECTION_IDENTIFIERS || rule == Rule.USERNAME_MISSING || rule == Rule.PHONE_NUMBER_MISSING) {
            return ofDemandingConnection;
        }
        if (rule.name().startsWith("CONNECTION_")) {
            return ofUnknownConnection;
        }
        return rule.subject == ConnectionRules.Subject.USERNAME_LENGTH || rule == Rule.USERNAME_PHONE_NUMBER
                ? ofStrictConnection
                : validator;
    }

    @Test
    void everyRuleIsBrokenBySomeUser() throws IOException {
        Set<Rule> broken = Case.all().stream().map(Case::rule).collect(Collectors.toSet());
        broken.addAll(ELSEWHERE);

        assertThat(broken).containsExactlyInAnyOrder(Rule.values());
    }

    @Test
    void everyRuleIsASentence() {
        assertThat(Rule.values()).allSatisfy(rule -> assertThat(rule.sentence).matches("[A-Za-z].*[.]"));
    }

    @ParameterizedTest
    @MethodSource
    void aUserThatAuth0AcceptsIsNotBlamed(String user) throws IOException {
        List<Violation> found = new ArrayList<>();

        boolean valid = validator.judge(User.of("users.json", user.getBytes(UTF_8)), found::add);

        assertThat(found).isEmpty();
        assertThat(valid).isTrue();
    }

    static Stream<String> aUserThatAuth0AcceptsIsNotBlamed() throws IOException {
        return Case.lines("accepted.txt").filter(line -> line.startsWith("{"));
    }

    /** A user that breaks a rule. */
    record Case(Rule rule, String user, List<Position> positions, List<String> said) {

        static List<Case> all() throws IOException {
            List<Case> cases = new ArrayList<>();
            Rule rule = Rule.TYPE;
            for (String line : lines("violations.txt").toList()) {
                if (line.startsWith("# ")) {
                    rule = Rule.valueOf(line.substring(2));
                } else if (line.startsWith("> ")) {
                    cases.get(cases.size() - 1).said().add(line.substring(2));
                } else if (!line.isEmpty()) {
                    cases.add(new Case(rule, line.replace("⟪", ""), marked(line), new ArrayList<>()));
                }
            }
            return cases;
        }

        private static List<Position> marked(String line) {
            List<Position> marked = new ArrayList<>();
            int column = 1;
            for (int c : line.codePoints().toArray()) {
                if (c == '⟪') {
                    marked.add(new Position("users.json", 0, 1, column));
                } else {
                    column++;
                }
            }
            return marked;
        }

        static Stream<String> lines(String file) throws IOException {
            try (InputStream in = Objects.requireNonNull(RulesTest.class.getResourceAsStream(file))) {
                return new String(in.readAllBytes(), UTF_8).lines();
            }
        }

        static String withoutPosition(Violation violation) {
            return violation
                            .toString()
                            .substring(violation.position().toString().length() + 1)
                    + (violation.severity() == Severity.WARNING ? " (warning)" : "");
        }

        @Override
        public String toString() {
            return rule + " " + (user.length() > 300 ? user.substring(0, 300) : user);
        }
    }
}
