package io.github.auth0maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0maven.mojo.Descriptor.Goal;
import io.github.auth0maven.mojo.Descriptor.Parameter;
import java.io.File;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.building.StringModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That Maven sets every parameter of every goal: by default, by its property, and by the POM. */
class ParametersReachTheGoalsTest {

    private static final String TARGET = "/project/target";
    private static final String CONFIGURATION = """
            <configuration>
            <usersFile>from-pom</usersFile>
            <usersFiles>
              <usersFile>from-pom</usersFile>
              <files><directory>d</directory><includes><include>i</include></includes></files>
            </usersFiles>
            <failIfNoUsersFile>from-pom</failIfNoUsersFile>
            <reports>from-pom</reports>
            <junitCases>from-pom</junitCases>
            <format>from-pom</format>
            <csvSeparator>from-pom</csvSeparator>
            <columns><First-Name>given_name</First-Name><Notes/></columns>
            <export>from-pom</export>
            <exportConnections>from-pom</exportConnections>
            <filtering>from-pom</filtering>
            <hashes>from-pom</hashes>
            <hashPasswords>from-pom</hashPasswords>
            <maxGzipRatio>from-pom</maxGzipRatio>
            <maxUnpackedSize>from-pom</maxUnpackedSize>
            <rootAttributes><blocked>false</blocked><nickname>n</nickname></rootAttributes>
            <schema>from-pom</schema>
            <failOnError>from-pom</failOnError>
            <failOnWarnings>from-pom</failOnWarnings>
            <ignoreWarnings>from-pom</ignoreWarnings>
            <emailRequired>from-pom</emailRequired>
            <emailUnique>from-pom</emailUnique>
            <usernameRequired>from-pom</usernameRequired>
            <phoneNumberRequired>from-pom</phoneNumberRequired>
            <identifiers>from-pom</identifiers>
            <usernameLength>from-pom</usernameLength>
            <usernameTypes>from-pom</usernameTypes>
            <annotations>from-pom</annotations>
            <redact>from-pom</redact>
            <skip>from-pom</skip>
            <otherProperties>from-pom</otherProperties>
            <domain>from-pom</domain>
            <audience>from-pom</audience>
            <allowedDomains>from-pom</allowedDomains>
            <serverId>from-pom</serverId>
            <domainVariable>from-pom</domainVariable>
            <clientIdVariable>from-pom</clientIdVariable>
            <clientSecretVariable>from-pom</clientSecretVariable>
            <apiTokenVariable>from-pom</apiTokenVariable>
            <proxyId>from-pom</proxyId>
            <connectTimeout>from-pom</connectTimeout>
            <readTimeout>from-pom</readTimeout>
            <writeTimeout>from-pom</writeTimeout>
            <callTimeout>from-pom</callTimeout>
            <preflight>from-pom</preflight>
            <connection>from-pom</connection>
            <upsert>from-pom</upsert>
            <sendCompletionEmail>from-pom</sendCompletionEmail>
            <externalId>from-pom</externalId>
            <invalidUsers>from-pom</invalidUsers>
            <maxFailedUsers>from-pom</maxFailedUsers>
            <dryRun>from-pom</dryRun>
            <maxConcurrentJobs>from-pom</maxConcurrentJobs>
            <jobTimeout>from-pom</jobTimeout>
            <reportDirectory>/from-pom</reportDirectory>
            <journal>/from-pom</journal>
            <samples>/from-pom</samples>
            <requireSamples>from-pom</requireSamples>
            <resume>from-pom</resume>
            <skipUnchanged>from-pom</skipUnchanged>
            <stopAfterFailures>from-pom</stopAfterFailures>
            <exportFile>/from-pom</exportFile>
            <exportFormat>from-pom</exportFormat>
            <fields>from-pom</fields>
            <changes>from-pom</changes>
            <failOnChanges>from-pom</failOnChanges>
            <metadata>from-pom</metadata>
            <imported>/from-pom</imported>
            <maxDeletions>from-pom</maxDeletions>
            <keepChanged>from-pom</keepChanged>
            <protectedDomains>from-pom</protectedDomains>
            <rateShare>from-pom</rateShare>
            <backup>from-pom</backup>
            <backupFile>/from-pom</backupFile>
            </configuration>
            """;
    private static final String POM = "<project><build><plugins><plugin><artifactId>auth0-maven-plugin</artifactId>"
            + CONFIGURATION + "</plugin></plugins></build></project>";

    @Nested
    @MojoTest
    class WhereNothingIsSet {

        @Provides
        MavenSession session() {
            return sessionWith(new Properties());
        }

        @Test
        @InjectMojo(goal = "import-users")
        void importUsersGetsItsDefaults(ImportUsersMojo mojo) throws Exception {
            assertDefaults(mojo, "import-users");
        }

        @Test
        @InjectMojo(goal = "validate-users")
        void validateUsersGetsItsDefaults(ValidateUsersMojo mojo) throws Exception {
            assertDefaults(mojo, "validate-users");
        }

        @Test
        @InjectMojo(goal = "export-users")
        void exportUsersGetsItsDefaults(ExportUsersMojo mojo) throws Exception {
            assertDefaults(mojo, "export-users");
        }

        @Test
        @InjectMojo(goal = "delete-users")
        void deleteUsersGetsItsDefaults(DeleteUsersMojo mojo) throws Exception {
            assertDefaults(mojo, "delete-users");
        }

        @Test
        @InjectMojo(goal = "check-passwords")
        void checkPasswordsGetsItsDefaults(CheckPasswordsMojo mojo) throws Exception {
            assertDefaults(mojo, "check-passwords");
        }

        @Test
        @InjectMojo(goal = "plan-users")
        void planUsersGetsItsDefaults(PlanUsersMojo mojo) throws Exception {
            assertDefaults(mojo, "plan-users");
        }

        private void assertDefaults(Mojo mojo, String goal) throws Exception {
            Map<String, String> expected = Descriptor.goal(goal).parameters().stream()
                    .collect(Collectors.toMap(
                            Parameter::name,
                            parameter -> parameter.defaultValue().replace("${project.build.directory}", TARGET)));
            assertThat(values(mojo, goal)).isEqualTo(new TreeMap<>(expected));
        }
    }

    @Nested
    @MojoTest
    class WhereEveryPropertyIsSet {

        @Provides
        MavenSession session() {
            Properties properties = new Properties();
            for (String goal : List.of(
                    "import-users",
                    "validate-users",
                    "export-users",
                    "plan-users",
                    "delete-users",
                    "check-passwords")) {
                Descriptor.goal(goal).parameters().stream()
                        .map(Parameter::property)
                        .filter(property -> !property.isEmpty())
                        .forEach(property -> properties.setProperty(property, given(property)));
            }
            return sessionWith(properties);
        }

        @Test
        @InjectMojo(goal = "import-users")
        void importUsersGetsThemAll(ImportUsersMojo mojo) throws Exception {
            assertProperties(mojo, "import-users");
        }

        @Test
        @InjectMojo(goal = "validate-users")
        void validateUsersGetsThemAll(ValidateUsersMojo mojo) throws Exception {
            assertProperties(mojo, "validate-users");
        }

        @Test
        @InjectMojo(goal = "export-users")
        void exportUsersGetsThemAll(ExportUsersMojo mojo) throws Exception {
            assertProperties(mojo, "export-users");
        }

        @Test
        @InjectMojo(goal = "delete-users")
        void deleteUsersGetsThemAll(DeleteUsersMojo mojo) throws Exception {
            assertProperties(mojo, "delete-users");
        }

        @Test
        @InjectMojo(goal = "check-passwords")
        void checkPasswordsGetsThemAll(CheckPasswordsMojo mojo) throws Exception {
            assertProperties(mojo, "check-passwords");
        }

        @Test
        @InjectMojo(goal = "plan-users")
        void planUsersGetsThemAll(PlanUsersMojo mojo) throws Exception {
            assertProperties(mojo, "plan-users");
        }

        private void assertProperties(Mojo mojo, String goal) throws Exception {
            Map<String, String> expected = Descriptor.goal(goal).parameters().stream()
                    .collect(Collectors.toMap(
                            Parameter::name,
                            parameter -> parameter.property().isEmpty() ? "" : given(parameter.property())));
            assertThat(values(mojo, goal)).isEqualTo(new TreeMap<>(expected));
        }

        private static String given(String property) {
            return "/given/" + property;
        }
    }

    @Nested
    @MojoTest
    class WhereThePomSetsEverything {

        @Provides
        MavenSession session() {
            return sessionWith(new Properties());
        }

        @Test
        @InjectMojo(goal = "import-users", pom = POM)
        void importUsersGetsItAll(ImportUsersMojo mojo) throws Exception {
            assertFromPom(mojo, "import-users");
        }

        @Test
        @InjectMojo(goal = "validate-users", pom = POM)
        void validateUsersGetsItAll(ValidateUsersMojo mojo) throws Exception {
            assertFromPom(mojo, "validate-users");
        }

        @Test
        @InjectMojo(goal = "check-passwords", pom = POM)
        void checkPasswordsGetsItAll(CheckPasswordsMojo mojo) throws Exception {
            assertFromPom(mojo, "check-passwords");
        }

        @Test
        @InjectMojo(goal = "import-users", pom = POM)
        @MojoParameter(name = "upsert", value = "true")
        void oneParameterIsSetWithoutTheOthers(ImportUsersMojo mojo) {
            assertThat(mojo.upsert).isEqualTo("true");
            assertThat(mojo.dryRun).isEqualTo("from-pom");
        }

        @Test
        @InjectMojo(goal = "export-users", pom = POM)
        void exportUsersGetsItAll(ExportUsersMojo mojo) throws Exception {
            assertFromPom(mojo, "export-users");
        }

        @Test
        @InjectMojo(goal = "delete-users", pom = POM)
        void deleteUsersGetsItAll(DeleteUsersMojo mojo) throws Exception {
            assertFromPom(mojo, "delete-users");
        }

        @Test
        @InjectMojo(goal = "plan-users", pom = POM)
        void planUsersGetsItAll(PlanUsersMojo mojo) throws Exception {
            assertFromPom(mojo, "plan-users");
        }

        private void assertFromPom(Mojo mojo, String goal) throws Exception {
            Map<String, String> expected = Descriptor.goal(goal).parameters().stream()
                    .map(Parameter::name)
                    .collect(Collectors.toMap(Function.identity(), name -> switch (name) {
                        case "usersFiles" -> "[from-pom, d [i] without []]";
                        case "columns" -> "{First-Name=given_name, Notes=null}";
                        case "rootAttributes" -> "{blocked=false, nickname=n}";
                        case "reportDirectory", "journal", "samples", "exportFile", "imported", "backupFile" ->
                            "/from-pom";
                        default -> "from-pom";
                    }));
            assertThat(values(mojo, goal)).isEqualTo(new TreeMap<>(expected));
        }
    }

    /** With the test before, this says that it reaches the goals. */
    @Test
    @SuppressWarnings("deprecation") // the request asks for what is deprecated
    void whatTheManagementOfAParentSaysIsWhatThePluginOfAModuleGets() throws Exception {
        String plugin = "<plugin><groupId>io.github.auth0maven</groupId><artifactId>auth0-maven-plugin</artifactId>";
        String parent = "<project><modelVersion>4.0.0</modelVersion><groupId>com.example</groupId>"
                + "<artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>"
                + "<build><pluginManagement><plugins>" + plugin + "<version>1</version>" + CONFIGURATION
                + "</plugin></plugins></pluginManagement></build></project>";
        String module = "<project><modelVersion>4.0.0</modelVersion><parent><groupId>com.example</groupId>"
                + "<artifactId>parent</artifactId><version>1</version></parent><artifactId>module</artifactId>"
                + "<build><plugins>" + plugin + "</plugin></plugins></build></project>";

        ModelBuildingRequest request = new DefaultModelBuildingRequest()
                .setModelSource(new StringModelSource(module))
                .setModelResolver(new OnlyModel(parent))
                .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        Model effective =
                new DefaultModelBuilderFactory().newInstance().build(request).getEffectiveModel();

        assertThat(effective.getBuild().getPluginsAsMap().get("io.github.auth0maven:auth0-maven-plugin"))
                .satisfies(merged -> assertThat(merged.getConfiguration())
                        .isEqualTo(Xpp3DomBuilder.build(new StringReader(CONFIGURATION))));
    }

    /** A repository with one POM in it. */
    @SuppressWarnings("deprecation") // the interface asks for what is deprecated
    private record OnlyModel(String pom) implements ModelResolver {

        @Override
        public ModelSource resolveModel(String groupId, String artifactId, String version) {
            return new StringModelSource(pom);
        }

        @Override
        public ModelSource resolveModel(Parent parent) {
            return new StringModelSource(pom);
        }

        @Override
        public ModelSource resolveModel(Dependency dependency) {
            return new StringModelSource(pom);
        }

        @Override
        public void addRepository(Repository repository) {}

        @Override
        public void addRepository(Repository repository, boolean replace) {}

        @Override
        public ModelResolver newCopy() {
            return this;
        }
    }

    @Nested
    @MojoTest
    class WhateverIsSet {

        @Test
        @InjectMojo(goal = "import-users")
        void mavenGivesWhatOnlyMavenHas(ImportUsersMojo mojo) {
            assertThat(mojo.project).isNotNull();
            assertThat(mojo.session).isNotNull();
            assertThat(mojo.execution.getGoal()).isEqualTo("import-users");
        }
    }

    @Test
    void goalsRunInTheirPhasesWithoutAProjectAndBesideEachOther() {
        Goal importUsers = Descriptor.goal("import-users");
        Goal validateUsers = Descriptor.goal("validate-users");
        Goal checkPasswords = Descriptor.goal("check-passwords");

        assertThat(importUsers.text("phase")).isEqualTo("pre-integration-test");
        assertThat(validateUsers.text("phase")).isEqualTo("process-test-resources");
        assertThat(checkPasswords.text("phase")).isEqualTo("process-test-resources");
        assertThat(List.of(importUsers, validateUsers, checkPasswords)).allSatisfy(goal -> {
            assertThat(goal.text("requiresProject")).isEqualTo("false");
            assertThat(goal.text("threadSafe")).isEqualTo("true");
            assertThat(goal.text("requiresOnline")).isEqualTo("false");
            assertThat(goal.text("aggregator")).isEqualTo("false");
        });
    }

    @SuppressWarnings("deprecation") // there is no other constructor that takes no container's lookup
    private static MavenSession sessionWith(Properties userProperties) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(userProperties);
        MavenProject project = new MavenProject();
        project.getBuild().setDirectory(TARGET);
        return new MavenSession(null, request, new DefaultMavenExecutionResult(), project);
    }

    /** What the goal's parameters are set to, as texts; those that are not set are empty. */
    private static Map<String, String> values(Mojo mojo, String goal) throws ReflectiveOperationException {
        Map<String, String> values = new TreeMap<>();
        for (Parameter parameter : Descriptor.goal(goal).parameters()) {
            Object value = field(mojo.getClass(), parameter.name()).get(mojo);
            values.put(parameter.name(), value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : text(value));
        }
        return values;
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof File file ? file.getPath() : value.toString();
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            if (type.getSuperclass() == null) {
                throw e;
            }
            return field(type.getSuperclass(), name);
        }
    }
}
