package io.github.auth0maven.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.junit.jupiter.api.Test;

/** Where a line may live on a terminal, if there is one. */
class TerminalLineTest {

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest().setInteractiveMode(true);
    private final Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm-256color"));

    @Test
    void somebodySitsAtIt() {
        assertThat(isWanted()).isTrue();
    }

    @Test
    void notInABatchBuild() {
        request.setInteractiveMode(false);

        assertThat(isWanted()).isFalse();
    }

    @Test
    void notWhereModulesAreBuiltAtOnce() {
        request.setDegreeOfConcurrency(2);

        assertThat(isWanted()).isFalse();
    }

    @Test
    void notWhereNoEscapesAreWanted() {
        request.getUserProperties().setProperty("style.color", "never");

        assertThat(isWanted()).isFalse();
    }

    @Test
    void colorsAreNoMatterOtherwise() {
        request.getUserProperties().setProperty("style.color", "always");

        assertThat(isWanted()).isTrue();
    }

    /** Maven's own, of --no-transfer-progress and --quiet, is no class that a plugin may load: it is known by its name. */
    @Test
    void notWhereNoTransferProgressIsWanted() {
        request.setTransferListener(new AbstractTransferListener() {});
        assertThat(isWanted()).isTrue();

        request.setTransferListener(new QuietMavenTransferListener());
        assertThat(isWanted()).isFalse();
    }

    private static final class QuietMavenTransferListener extends AbstractTransferListener {}

    @Test
    void notOnATerminalThatUnderstandsNothing() {
        environment.put("TERM", "dumb");
        assertThat(isWanted()).isFalse();

        environment.remove("TERM");
        assertThat(isWanted()).isFalse();
    }

    @Test
    void notInContinuousIntegration() {
        environment.put("CI", "true");
        assertThat(isWanted()).isFalse();

        environment.put("CI", "false");
        assertThat(isWanted()).isTrue();

        environment.put("CI", "");
        assertThat(isWanted()).isTrue();
    }

    private boolean isWanted() {
        return TerminalLine.isWanted(request, environment::get);
    }
}
