package io.github.auth0maven.report.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.ReportContents;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.ReportForm;
import io.github.auth0maven.report.ReportHead;
import io.github.auth0maven.report.Verdict;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the report as JUnit XML: a suite for the users file, with a case for each code or for each failure, and one that passes
 * for all users that were imported.
 */
public final class JunitReport implements ReportForm {

    /** More cases would make a file that CI systems refuse. */
    static final int MOST_CASES = 10_000;

    private static final double MILLIS = 1000.0;

    private final Cases cases;

    /** What a test case is. */
    public enum Cases {
        CODES,
        USERS
    }

    public JunitReport(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Path file(ReportFiles files) {
        return files.junit();
    }

    @Override
    public void write(ReportContents contents, Path file) throws IOException {
        try (RandomAccessFile opened = OwnerOnly.create(file);
                OutputStream out = new BufferedOutputStream(new FileOutputStream(opened.getFD()))) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, UTF_8.name());
            write(contents, new Cased(xml, contents.head()));
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("The JUnit report cannot be written", e);
        }
    }

    private void write(ReportContents contents, Cased xml) throws IOException, XMLStreamException {
        boolean broken = contents.head().problem().isPresent();
        long failures =
                cases == Cases.CODES ? contents.failureCounts().size() : Math.min(MOST_CASES, contents.allFailures());
        xml.begin(failures, broken);
        if (broken) {
            xml.add(
                    xml.name(),
                    new Problem("error", "PROBLEM", contents.head().problem().orElseThrow()));
        } else {
            xml.pass(xml.name());
        }
        if (cases == Cases.CODES) {
            byCode(contents, xml);
        } else {
            contents.failures().first(MOST_CASES, failure -> xml.add(name(failure), problem(failure)));
        }
        xml.end(contents.head().summary());
    }

    private static void byCode(ReportContents contents, Cased xml) throws IOException {
        Examples examples = new Examples();
        contents.failures().first(MOST_CASES, examples::take);
        for (Map.Entry<String, Long> count : contents.failureCounts().entrySet()) {
            String text = Verdict.plural(count.getValue(), "failure") + examples.of(count.getKey());
            xml.add(count.getKey(), new Problem("failure", count.getKey(), text));
        }
    }

    private static String name(Failure failure) {
        return failure.position().map(Object::toString).orElse("a user that Auth0 names")
                + failure.attribute().map(name -> " " + name).orElse("");
    }

    private static Problem problem(Failure failure) {
        return new Problem("failure", failure.code(), failure.toString());
    }

    /** Why a case is none that passes. */
    private record Problem(String element, String type, String text) {}

    /** The suite that is being written. */
    private record Cased(XMLStreamWriter xml, ReportHead head) {

        void begin(long failures, boolean broken) throws XMLStreamException {
            xml.writeStartDocument(UTF_8.name(), "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "auth0: " + Xml.text(head.usersFile()));
            xml.writeAttribute("time", seconds());
            xml.writeAttribute("timestamp", head.span().start().toString().replaceFirst("\\..*|Z", ""));
            xml.writeAttribute("tests", Long.toString(failures + 1));
            xml.writeAttribute("errors", broken ? "1" : "0");
            xml.writeAttribute("skipped", "0");
            xml.writeAttribute("failures", Long.toString(failures));
        }

        void pass(String name) throws XMLStreamException {
            begin(name);
            xml.writeEndElement();
        }

        void add(String name, Problem problem) throws IOException {
            try {
                begin(name);
                xml.writeStartElement(problem.element());
                xml.writeAttribute(
                        "message", Xml.text(problem.text().lines().findFirst().orElse("")));
                xml.writeAttribute("type", Xml.text(problem.type()));
                xml.writeCharacters(Xml.text(problem.text()));
                xml.writeEndElement();
                xml.writeEndElement();
            } catch (XMLStreamException e) {
                throw new IOException("The JUnit report cannot be written", e);
            }
        }

        private void begin(String name) throws XMLStreamException {
            xml.writeStartElement("testcase");
            xml.writeAttribute("name", Xml.text(name));
            xml.writeAttribute("classname", "auth0." + name());
            xml.writeAttribute("time", "0");
        }

        void end(String summary) throws XMLStreamException {
            xml.writeStartElement("system-out");
            xml.writeCharacters(Xml.text(summary));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        /** What is reported. */
        String name() {
            return head.kind().name().toLowerCase(Locale.ROOT);
        }

        private String seconds() {
            return String.format(Locale.ROOT, "%.3f", head.span().length().toMillis() / MILLIS);
        }
    }
}
