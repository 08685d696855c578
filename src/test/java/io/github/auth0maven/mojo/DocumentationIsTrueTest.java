package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0maven.codes.CodePages;
import io.github.auth0maven.mojo.SitePage.Block;
import io.github.auth0maven.passwords.sources.SourcePasswords;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What the documentation links to is there, and what it shows can be typed in: names of goals, properties and elements, files, code. */
class DocumentationIsTrueTest {

    private static final Pattern GOAL = Pattern.compile("(?<![\\w.])auth0:([a-z-]+)");
    private static final Pattern PROPERTY = Pattern.compile("-D(auth0\\.[A-Za-z.]+)");
    private static final Pattern ITEM = Pattern.compile("<item [^>]*href=\"([^\"]+)\"");

    /** As the goals read, unless they are told otherwise. */
    private static final ReadingOptions READING = new ReadingOptions(
            ReadingOptions.DEFAULT.format(),
            ReadingOptions.DEFAULT.export(),
            Optional.empty(),
            ReadingOptions.DEFAULT.gzip(),
            ReadingOptions.DEFAULT.csv(),
            Optional.of(new SourcePasswords(true, Optional.empty())));

    @TempDir
    private Path temporary;

    static Stream<SitePage> pages() {
        return SitePage.all().stream();
    }

    @Test
    void thereIsAPageOfEachKindOfQuestion() {
        assertThat(pages().map(SitePage::toString))
                .contains("README.md")
                .contains(
                        "src/site/markdown/ci.md",
                        "src/site/markdown/integration-tests.md",
                        "src/site/markdown/auth0.md",
                        "src/site/markdown/performance.md",
                        "src/site/markdown/security.md",
                        "src/site/markdown/compatibility.md")
                .filteredOn(page -> page.contains("/migrate/"))
                .hasSizeGreaterThanOrEqualTo(9);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(SitePage page) {
        assertThat(page.links())
                .allSatisfy(link -> assertThat(isThere(page, link))
                        .as("%s links to %s", page, link)
                        .isTrue());
    }

    @Test
    void everyPageIsInTheMenu() throws IOException {
        List<String> items = ITEM.matcher(Files.readString(Path.of("src/site/site.xml")))
                .results()
                .map(item -> item.group(1))
                .toList();

        assertThat(items)
                .allSatisfy(item -> assertThat(isThere(SitePage.read(SitePage.SITE.resolve("index.md")), item))
                        .as(item)
                        .isTrue());
        assertThat(pages().filter(SitePage::isOfSite).map(page -> html(page.file())))
                .allSatisfy(page -> assertThat(items).contains(page));
    }

    private static String html(Path file) {
        return SitePage.SITE.relativize(file).toString().replace('\\', '/').replaceFirst("\\.md$", ".html");
    }

    private static boolean isThere(SitePage page, String link) {
        if (link.startsWith("https://")) {
            return true;
        }
        String path = link.replaceFirst("#.*", "");
        String anchor = link.contains("#") ? link.replaceFirst(".*#", "") : "";
        if (isGenerated(path)) {
            return true;
        }
        Path file = path.isEmpty()
                ? page.file()
                : page.file().resolveSibling(page.isOfSite() ? path.replaceFirst("\\.html$", ".md") : path);
        return (Files.exists(file) || Files.exists(resource(path)))
                && (anchor.isEmpty()
                        || SitePage.read(file.normalize())
                                .anchors(page.isOfSite())
                                .contains(anchor));
    }

    private static Path resource(String path) {
        return Path.of("src/site/resources", path);
    }

    /** Of the goals and of the codes, made while the site is built. */
    private static boolean isGenerated(String path) {
        Matcher goal = Pattern.compile("([a-z-]+)-mojo\\.html").matcher(path);
        Matcher code = Pattern.compile("(?:\\.\\./)?codes/(\\w+)\\.html").matcher(path);
        return path.equals("plugin-info.html")
                || (goal.matches() && goals().contains(goal.group(1)))
                || (code.matches()
                        && (code.group(1).equals("index")
                                || CodePages.read().of(code.group(1)).isPresent()));
    }

    private static Set<String> goals() {
        return Descriptor.goals().stream().map(Descriptor.Goal::name).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandNamesGoalsAndPropertiesThatThereAre(SitePage page) {
        Set<String> properties = Descriptor.goals().stream()
                .flatMap(goal -> goal.parameters().stream())
                .map(Descriptor.Parameter::property)
                .collect(Collectors.toSet());
        properties.add("auth0.dryrun"); // the slip that the manual speaks of

        assertThat(GOAL.matcher(page.text()).results().map(goal -> goal.group(1)))
                .allSatisfy(goal -> assertThat(goals()).contains(goal));
        assertThat(PROPERTY.matcher(page.text()).results().map(property -> property.group(1)))
                .allSatisfy(property -> assertThat(properties).contains(property));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyExampleInXmlIsOneOfElementsThatThereAre(SitePage page) {
        Set<String> elements = Descriptor.goals().stream()
                .flatMap(goal -> goal.parameters().stream())
                .map(Descriptor.Parameter::name)
                .collect(Collectors.toSet());

        assertThat(page.blocks("xml")).allSatisfy(block -> {
            Document document = parsed(block);
            for (Element plugin : elements(document, "plugin")) {
                if (texts(plugin, "artifactId").contains("auth0-maven-plugin")) {
                    for (Element configuration : elements(plugin, "configuration")) {
                        assertThat(names(configuration)).isSubsetOf(elements);
                    }
                    assertThat(texts(plugin, "goal")).isSubsetOf(goals());
                }
            }
        });
    }

    private static Document parsed(Block block) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<example>" + block.text() + "</example>")));
    }

    private static List<Element> elements(Node parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (element.getTagName().equals(name)) {
                    found.add(element);
                }
                found.addAll(elements(element, name));
            }
        }
        return found;
    }

    private static List<String> texts(Node parent, String name) {
        return elements(parent, name).stream().map(Node::getTextContent).toList();
    }

    private static List<String> names(Element parent) {
        List<String> names = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                names.add(element.getTagName());
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyExampleInYamlAndJsonCanBeRead(SitePage page) {
        assertThat(page.blocks("yaml"))
                .allSatisfy(block -> assertThat(new Load(LoadSettings.builder().build()).loadFromString(block.text()))
                        .isNotNull());
        assertThat(page.blocks("json"))
                .allSatisfy(block -> assertThatCode(() -> new ObjectMapper().readTree(block.text()))
                        .doesNotThrowAnyException());
    }

    /** Of a migration, what is shown of a users file is one that Auth0 would accept. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyUsersFileIsOne(SitePage page) {
        assertThat(page.blocks("csv", "ndjson")).allSatisfy(block -> {
            List<Violation> found = new ArrayList<>();
            Path file = Files.writeString(temporary.resolve("users"), block.text());
            UsersFiles users = new UsersFiles(List.of(new UsersFile(file, "users")), READING);
            assertThat(new FileJudge(new ValidationSettings(500_000), temporary)
                            .judge(users, found::add)
                            .users())
                    .isPositive();
            assertThat(found)
                    .filteredOn(violation -> violation.severity() == Severity.ERROR)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyExampleInJavaCompiles(SitePage page) {
        assertThat(page.blocks("java")).allSatisfy(block -> {
            Path source = Files.writeString(
                    temporary.resolve("Example.java"),
                    "import java.net.*; import java.net.http.*; class Example { void example() throws Exception {\n"
                            + block.text() + "} }");
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter said = new StringWriter();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
                boolean compiled = compiler.getTask(
                                said,
                                files,
                                null,
                                List.of("-d", temporary.toString(), "-proc:none"),
                                null,
                                files.getJavaFileObjects(source))
                        .call();
                assertThat(compiled).as(said.toString()).isTrue();
            }
        });
    }
}
