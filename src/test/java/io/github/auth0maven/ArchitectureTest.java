package io.github.auth0maven;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.auth0maven.imports.UserImport;
import io.github.auth0maven.pace.Pause;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rooms of the house, who may know whom, and what is done in one place only. */
class ArchitectureTest {

    private static final String ROOT = "io.github.auth0maven";
    /** HelpMojo is generated, and reads plugin.xml. */
    private static final String XML = "javax.xml.parsers org.w3c.dom org.xml.sax";

    private static final String MAVEN = "org.apache.maven";
    private static final String DOM = " org.codehaus.plexus.util.xml";

    private static final List<Room> ROOMS = List.of(
            new Room("users", "", "de.siegmar.fastcsv org.snakeyaml.engine"),
            new Room("attributes", "users", "com.fasterxml.jackson.core"),
            new Room("passwords.sources", "users", "com.fasterxml.jackson.core"),
            new Room("passwords.hashes", "", "com.password4j"),
            new Room("validation", "users attributes passwords.sources", ""),
            new Room("schema", "users attributes validation", "dev.harrel.jsonschema com.fasterxml.jackson"),
            new Room("batch", "users", ""),
            new Room("service", "", ""),
            new Room("pace", "service", ""),
            new Room("journal", "", "com.fasterxml.jackson.core"),
            new Room("jobs", "batch users journal pace service", ""),
            new Room("exports", "users pace service", ""),
            new Room(
                    "management",
                    "jobs exports plans batch users pace service",
                    "okhttp3 okio kotlin com.fasterxml.jackson.core com.auth0.jwt javax.crypto javax.net.ssl"),
            new Room("codes", "", ""),
            new Room("report", "users validation jobs", "javax.crypto com.fasterxml.jackson.core"),
            new Room(
                    "passwords",
                    "users passwords.sources",
                    "com.password4j com.appmattus.crypto javax.crypto com.fasterxml.jackson de.siegmar.fastcsv"
                            + " org.snakeyaml.engine"),
            new Room("report.html", "report codes users jobs", "gg.jte"),
            new Room("report.html.templates", "report.html report codes", "gg.jte"),
            new Room("report.junit", "report users", "javax.xml.stream"),
            new Room("report.sarif", "report codes users", "com.fasterxml.jackson.core"),
            new Room("report.gitlab", "report users", "com.fasterxml.jackson.core"),
            new Room("report.github", "report", ""),
            new Room("tenant.server", "", "com.sun.net.httpserver javax.net.ssl com.fasterxml.jackson"),
            new Room("tenant.trust", "", "okhttp3.tls javax.net.ssl"),
            new Room("tenant.applications", "", ""),
            new Room("tenant.passwords", "", "com.password4j com.appmattus.crypto javax.crypto com.fasterxml.jackson"),
            new Room(
                    "tenant.tokens",
                    "tenant.server tenant.applications",
                    "javax.crypto com.auth0.jwt com.fasterxml.jackson"),
            new Room(
                    "tenant.logins",
                    "tenant.server tenant.applications tenant.passwords tenant.tokens",
                    "com.eatthepath.otp com.auth0.jwt javax.crypto com.fasterxml.jackson"),
            new Room("tenant.connections", "tenant.server tenant.tokens", "com.fasterxml.jackson"),
            new Room("tenant.search", "", "com.fasterxml.jackson"),
            new Room(
                    "tenant.users",
                    "tenant.server tenant.connections tenant.passwords tenant.search",
                    "com.fasterxml.jackson"),
            new Room("tenant.roles", "tenant.server tenant.users", "com.fasterxml.jackson"),
            new Room("tenant.tickets", "tenant.server tenant.connections tenant.users", "com.fasterxml.jackson"),
            new Room("tenant.clients", "tenant.server tenant.applications tenant.tokens", "com.fasterxml.jackson"),
            new Room("tenant.jobs", "tenant.server", "com.fasterxml.jackson"),
            new Room(
                    "tenant.imports",
                    "tenant.server tenant.connections tenant.users tenant.jobs",
                    "com.fasterxml.jackson"),
            new Room(
                    "tenant.exports",
                    "tenant.server tenant.connections tenant.users tenant.jobs",
                    "com.fasterxml.jackson javax.net.ssl"),
            new Room(
                    "tenant",
                    "tenant.server tenant.applications tenant.passwords tenant.tokens tenant.logins tenant.connections"
                            + " tenant.users tenant.roles tenant.tickets tenant.clients"
                            + " tenant.jobs tenant.imports tenant.exports",
                    "com.sun.net.httpserver com.fasterxml.jackson"),
            new Room("plans", "users attributes validation exports pace service report", "com.fasterxml.jackson.core"),
            new Room("imports", "users attributes validation batch journal jobs pace report", ""),
            new Room("restorations", "users attributes pace service report", "com.fasterxml.jackson"),
            new Room("deletions", "users attributes journal jobs pace service report", "com.fasterxml.jackson.core"),
            new Room(
                    "mojo.parameters",
                    "users attributes validation management report",
                    MAVEN + DOM + " org.codehaus.plexus.component.configurator org.codehaus.plexus.configuration"),
            new Room(
                    "mojo.access",
                    "mojo.parameters imports deletions restorations users validation batch jobs management pace service report"
                            + " tenant tenant.connections tenant.tokens",
                    MAVEN + DOM + " org.eclipse.aether javax.inject"),
            new Room(
                    "mojo.files",
                    "mojo.parameters deletions users passwords passwords.hashes passwords.sources jobs report codes report.html report.junit report.sarif report.gitlab report.github",
                    MAVEN),
            new Room(
                    "mojo.console",
                    "mojo.parameters imports exports plans deletions users validation jobs management pace service report",
                    MAVEN),
            new Room(
                    "mojo.tenants",
                    "mojo.access mojo.parameters report tenant tenant.server tenant.trust tenant.applications"
                            + " tenant.connections",
                    MAVEN + " javax.net.ssl"),
            new Room(
                    "mojo",
                    "mojo.access mojo.tenants mojo.files mojo.console mojo.parameters codes"
                            + " imports exports plans deletions restorations users attributes passwords validation schema batch journal jobs pace service management report"
                            + " tenant tenant.server",
                    MAVEN + " javax.inject " + XML));

    /**
     * A package of ours.
     *
     * @param knows the other rooms that it may know, and no more
     * @param uses the libraries that it may use beside the JDK's java packages, and no more
     */
    private record Room(String name, String knows, String uses) {

        private static final Pattern SPACE = Pattern.compile(" ");

        String packageName() {
            return ROOT + "." + name;
        }

        String[] known() {
            return SPACE.splitAsStream(knows).filter(room -> !room.isEmpty()).toArray(String[]::new);
        }

        DescribedPredicate<JavaClass> isLibraryOrOurs() {
            List<String> allowed = Stream.concat(
                            Stream.of("java", "org.jspecify.annotations", ROOT),
                            SPACE.splitAsStream(uses).filter(library -> !library.isEmpty()))
                    .toList();
            return describe(
                    "are in " + allowed,
                    type -> type.getBaseComponentType().isPrimitive()
                            || allowed.stream()
                                    .anyMatch(
                                            name -> (type.getBaseComponentType().getPackageName() + ".")
                                                    .startsWith(name + ".")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static JavaClasses classes;

    @BeforeAll
    static void readTheClasses() {
        classes = new ClassFileImporter()
                .importUrl(
                        UserImport.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void everyRoomKnowsThoseRoomsOnlyThatItMay() {
        LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (Room room : ROOMS) {
            house = house.layer(room.name()).definedBy(room.packageName());
        }
        for (Room room : ROOMS) {
            LayerDependencySpecification from = house.whereLayer(room.name());
            house = room.knows().isEmpty() ? from.mayNotAccessAnyLayer() : from.mayOnlyAccessLayers(room.known());
        }
        house.ensureAllClassesAreContainedInArchitecture().check(classes);
    }

    @Test
    void theTableForContributorsSaysTheSame() throws IOException {
        Map<String, Set<String>> table = new HashMap<>();
        Pattern row = Pattern.compile("\\| `([a-z.]+)` \\|[^|]*\\|[^|]*\\| ([^|]*) \\|[^|]*\\|");
        for (String line : Files.readAllLines(Path.of("CONTRIBUTING.md"))) {
            Matcher room = row.matcher(line);
            if (room.matches()) {
                table.put(
                        room.group(1),
                        room.group(2).equals("–")
                                ? Set.of()
                                : Set.of(room.group(2).split(", ")));
            }
        }

        assertThat(table).isEqualTo(ROOMS.stream().collect(Collectors.toMap(Room::name, room -> Set.of(room.known()))));
    }

    @Test
    void noRoomsKnowEachOtherInACircle() {
        slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(classes);
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void aRoomUsesThoseLibrariesOnlyThatItMay(Room room) {
        classes()
                .that()
                .resideInAPackage(room.packageName())
                .should()
                .onlyDependOnClassesThat(room.isLibraryOrOurs())
                .check(classes);
    }

    @Test
    void nobodyLogsButTheGoals() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".mojo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.maven..", "org.apache.logging..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(System.Logger.class, System.LoggerFinder.class)
                .check(classes);
    }

    @Test
    void nobodyWritesToTheStandardStreams() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
    }

    @Test
    void nobodySleepsButThePause() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Pause.class)
                .should(callMethodWhere(describe("it sleeps", ArchitectureTest::sleeps)))
                .check(classes);
    }

    /** What a process is started with, everybody on the machine can read. */
    @Test
    void nobodyStartsProcesses() {
        noClasses()
                .should(callMethodWhere(describe("it starts a process", ArchitectureTest::startsAProcess)))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .check(classes);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(describe("is made to change", ArchitectureTest::isMadeToChange))
                .check(classes);
    }

    @Test
    void nobodyCatchesWhateverComes() {
        classes()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".tenant.server.TenantHandler") // answers 500 to a client
                .should(new CatchWhatTheyExpect())
                .check(classes);
    }

    /** Of what a compiled class catches as Throwable, the most comes from try-with-resources. */
    @Test
    void nobodyCatchesThrowable() throws IOException {
        Pattern caught = Pattern.compile("catch \\([^)]*\\bThrowable\\b");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(source).content().doesNotContainPattern(caught));
        }
    }

    private static boolean sleeps(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        return (owner.isEquivalentTo(Thread.class) || owner.isEquivalentTo(TimeUnit.class))
                && call.getName().equals("sleep");
    }

    private static boolean startsAProcess(JavaAccess<?> call) {
        return call.getTargetOwner().isEquivalentTo(Runtime.class)
                && call.getName().equals("exec");
    }

    /** Collections made by List.of and the like are declared by their interfaces, so that only a class gives one away. */
    private static boolean isMadeToChange(JavaClass type) {
        boolean container =
                Stream.of(Collection.class, Map.class).anyMatch(type::isAssignableTo) && !type.isInterface();
        return container
                || type.isAssignableTo(Reference.class)
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(Appendable.class)
                || type.getPackageName().startsWith("java.util.concurrent");
    }

    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return ROOMS.stream()
                    .filter(room -> room.packageName().equals(type.getPackageName()))
                    .findAny()
                    .map(room -> SliceIdentifier.of(room.name()))
                    .orElse(SliceIdentifier.ignore());
        }

        @Override
        public String getDescription() {
            return "the rooms";
        }
    }

    private static final class CatchWhatTheyExpect extends ArchCondition<JavaClass> {

        private static final Set<String> TOO_MUCH =
                Set.of(Exception.class.getName(), RuntimeException.class.getName(), Error.class.getName());

        CatchWhatTheyExpect() {
            super("catch only what they expect");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                unit.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .filter(caught -> TOO_MUCH.contains(caught.getName()))
                        .forEach(caught -> events.add(SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " catches " + caught.getName())));
            }
        }
    }
}
