package io.github.auth0maven.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.report.SomeReport;
import io.github.auth0maven.report.junit.JunitReport.Cases;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitReportTest {

    @TempDir
    private Path directory;

    private Element suite(Cases cases, long failures) throws Exception {
        Path file = directory.resolve("TEST-auth0-import.xml");
        new JunitReport(cases).write(SomeReport.in(directory, failures), file);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    @Test
    void aCaseForEachCodeSaysHowManyAndNamesTheFirst() throws Exception {
        Element suite = suite(Cases.CODES, 100);

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("auth0: src/my users.json");
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("3");
        assertThat(suite.getAttribute("time")).isEqualTo("430.000");
        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(4);
        Element duplicated = (Element) cases.item(1);
        assertThat(duplicated.getAttribute("name")).isEqualTo("DUPLICATED_USER");
        assertThat(duplicated.getTextContent())
                .startsWith("33 failures\nsrc/my users.json:[4,17] email: ")
                .hasLineCount(21);
    }

    @Test
    void aCaseForEachFailedUserHasItsPlaceAsItsName() throws Exception {
        Element suite = suite(Cases.USERS, 5);

        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(6);
        Element second = (Element) cases.item(2);
        assertThat(second.getAttribute("name")).isEqualTo("src/my users.json:[2,17] email");
        Element failure = (Element) second.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("INVALID_FORMAT");
        assertThat(failure.getAttribute("message")).startsWith("src/my users.json:[2,17] email: \"ada1@@example.com\"");
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws Exception {
        Element suite = suite(Cases.USERS, 1);

        assertThat(suite.getTextContent()).contains(SomeReport.HOSTILE.replace('\u0001', '\ufffd'));
    }

    @Test
    void aMillionFailuresAreBounded() throws Exception {
        Element suite = suite(Cases.USERS, JunitReport.MOST_CASES + 7L);

        assertThat(suite.getAttribute("tests")).isEqualTo("10001");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(10_001);
    }

    @Test
    void anImportWithoutFailuresPasses() throws Exception {
        Element suite = suite(Cases.CODES, 0);

        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
    }
}
