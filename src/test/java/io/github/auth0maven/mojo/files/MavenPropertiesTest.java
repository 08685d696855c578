package io.github.auth0maven.mojo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MavenPropertiesTest {

    private final Properties user = new Properties();
    private final Properties project = new Properties();
    private final Properties system = new Properties();
    private final MavenProperties properties =
            new MavenProperties(user, project, system, Map.of("HOME", "/home/ada")::get);

    @Test
    void theCommandLineGoesBeforeTheProjectAndTheProjectBeforeTheSystem() {
        assertThat(properties.value("region")).isEmpty();
        system.setProperty("region", "system");
        assertThat(properties.value("region")).hasValue("system");
        project.setProperty("region", "project");
        assertThat(properties.value("region")).hasValue("project");
        user.setProperty("region", "user");
        assertThat(properties.value("region")).hasValue("user");
    }

    @Test
    void theEnvironmentHasItsPrefix() {
        system.setProperty("env.OTHER", "x");
        assertThat(properties.value("env.HOME")).hasValue("/home/ada");
        assertThat(properties.value("env.OTHER")).isEmpty();
        assertThat(properties.value("HOME")).isEmpty();
    }
}
