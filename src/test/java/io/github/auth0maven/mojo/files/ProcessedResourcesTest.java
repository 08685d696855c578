package io.github.auth0maven.mojo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a build has processed when a goal runs. */
class ProcessedResourcesTest {

    @ParameterizedTest(name = "bound to {0}: main {1}, test {2}")
    @CsvSource({
        "validate, false, false",
        "generate-resources, false, false",
        "process-resources, true, false",
        "compile, true, false",
        "generate-test-resources, true, false",
        "process-test-resources, true, true",
        "pre-integration-test, true, true",
        "deploy, true, true",
        "clean, false, false",
        "site, false, false",
    })
    void aBoundGoalRunsInItsPhase(String phase, boolean main, boolean test) {
        assertThat(ProcessedResources.at(phase, List.of("deploy"), "import-users"))
                .isEqualTo(new UsersFileLocator.Processed(main, test));
    }

    @ParameterizedTest(name = "bound to {0}: main {1}, test {2}")
    @CsvSource({
        "sources, false, false",
        "after:sources, false, false",
        "resources, false, false",
        "after:resources, true, false",
        "before:compile, true, false",
        "ready, true, false",
        "test-resources, true, false",
        "after:test-resources, true, true",
        "before:test-compile, true, true",
        "before:integration-test, true, true",
        "test[100], true, true",
        "before:validate, false, false",
        "before:clean, false, false",
        "after:clean, false, false",
        "none of this, false, false",
    })
    void aBoundGoalRunsInItsPhaseAsMaven4CallsIt(String phase, boolean main, boolean test) {
        assertThat(ProcessedResources.at(phase, List.of("deploy"), "import-users"))
                .isEqualTo(new UsersFileLocator.Processed(main, test));
    }

    @ParameterizedTest(name = "mvn {0}: main {1}, test {2}")
    @CsvSource({
        "auth0:import-users, false, false",
        "clean auth0:import-users, false, false",
        "process-resources auth0:import-users, true, false",
        "process-test-resources auth0:import-users, true, true",
        "verify clean auth0:import-users, true, true",
        "auth0:import-users verify, false, false",
        "process-resources auth0:import-users@staging verify, true, false",
        "process-resources io.github.auth0maven:auth0-maven-plugin:1.0:import-users verify, true, false",
        "auth0:validate-users verify auth0:import-users, true, true",
    })
    void aGoalOfTheCommandLineRunsAfterThePhasesBeforeIt(String commandLine, boolean main, boolean test) {
        assertThat(ProcessedResources.at(null, List.of(commandLine.split(" ")), "import-users"))
                .isEqualTo(new UsersFileLocator.Processed(main, test));
    }

    @Test
    void nothingIsProcessedByACommandLineThatNamesNothing() {
        assertThat(ProcessedResources.at(null, List.of(), "import-users"))
                .isEqualTo(new UsersFileLocator.Processed(false, false));
    }
}
