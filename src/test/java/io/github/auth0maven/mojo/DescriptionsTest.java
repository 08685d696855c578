package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.auth0maven.mojo.Descriptor.Goal;
import io.github.auth0maven.mojo.Descriptor.Parameter;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What {@code help} and IDEs show of the goals: made of Javadoc by a tool that loses what it does not understand. */
class DescriptionsTest {

    /** Of Javadoc and of HTML. */
    private static final Pattern LEFT_OVER = Pattern.compile(
            "\\{@\\w+ |</?(?:p|pre|code|br|ul|li|em|b|a)\\b[^>]*>|&(?:lt|gt|amp|nbsp|quot|#\\d+);|@(?:see|link|param)\\b");

    /** An element that stands in a line of its own, or after the word for it. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^(?:Example: )?<([\\w.-]+)>(?:(?!^<\\1>).)*?(?:</\\1>$|\\z)");

    static Stream<Described> everything() {
        List<Described> all = new ArrayList<>();
        for (Goal goal : Descriptor.goals()) {
            all.add(new Described(goal.name(), goal.text("description")));
            for (Parameter parameter : goal.parameters()) {
                all.add(new Described(goal.name() + " " + parameter.name(), parameter.description()));
            }
        }
        return all.stream();
    }

    private record Described(String name, String text) {

        /** As it is shown. */
        private String lines() {
            return text.strip();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everythingIsDescribedInWholeSentences(Described described) {
        assertThat(described.lines()).matches("(?s)[A-Z].*[.>1-9]").hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nothingIsLeftOfTheJavadoc(Described described) {
        assertThat(described.text()).doesNotContainPattern(LEFT_OVER);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void noBraceIsLost(Described described) {
        assertThat(described.text().chars().filter(c -> c == '{').count())
                .isEqualTo(described.text().chars().filter(c -> c == '}').count());
        assertThat(described.text()).doesNotContainPattern("(?m)[ >]}\\s*$");
    }

    @ParameterizedTest
    @MethodSource("everything")
    void anExampleInXmlIsWhole(Described described) {
        Matcher examples = EXAMPLE.matcher(described.lines());
        while (examples.find()) {
            String example = examples.group().replaceFirst("^Example: ", "");
            assertThatCode(() -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(example))))
                    .as(example)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("inManyLines")
    void anExampleKeepsItsLines(String goal, String parameter, String line) {
        String description = Descriptor.goal(goal).parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .map(Parameter::description)
                .findAny()
                .orElseThrow();

        assertThat(description.lines()).contains(line);
    }

    static Stream<Arguments> inManyLines() {
        return Stream.of(
                Arguments.of("import-users", "rootAttributes", "<name>@{given_name} @{family_name}</name>"),
                Arguments.of("import-users", "serverId", "<privateKey>${user.home}/.auth0/staging.pem</privateKey>"),
                Arguments.of("validate-users", "usersFiles", "<excludes><exclude>old/</exclude></excludes>"));
    }
}
