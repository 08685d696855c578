package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What Maven reads of this plugin before it runs a goal. */
class PluginDescriptorTest {

    @Test
    void goalsAreCalledByThePrefixAuth0() throws Exception {
        assertThat(descriptor("/plugin/goalPrefix")).isEqualTo("auth0");
    }

    @Test
    void maven363OnJava17IsEnough() throws Exception {
        assertThat(descriptor("/plugin/requiredMavenVersion")).isEqualTo("3.6.3");
        assertThat(descriptor("/plugin/requiredJavaVersion")).isEqualTo("17");
    }

    @Test
    void helpNeedsNoProject() throws Exception {
        assertThat(descriptor("/plugin/mojos/mojo[goal = 'help']/requiresProject"))
                .isEqualTo("false");
    }

    /** An IDE that builds while somebody types neither imports users nor complains. */
    @Test
    void idesLeaveOutEveryGoalThatIsNoHelp() throws Exception {
        String goals = descriptor("count(/plugin/mojos/mojo[goal != 'help'])");
        try (InputStream xml =
                PluginDescriptorTest.class.getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
            InputSource mapping = new InputSource(Objects.requireNonNull(xml));
            assertThat(XPathFactory.newInstance()
                            .newXPath()
                            .evaluate("count(//pluginExecution[action/ignore]//goal)", mapping))
                    .isEqualTo(goals);
        }
    }

    private static String descriptor(String path) throws IOException, XPathExpressionException {
        try (InputStream xml = PluginDescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return XPathFactory.newInstance().newXPath().evaluate(path, new InputSource(Objects.requireNonNull(xml)));
        }
    }
}
