package io.github.auth0maven.mojo.files;

import io.github.auth0maven.users.Placeholders;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties that a build has: those of the command line go before those of the project, and these before those of the system;
 * {@code env.NAME} is the environment variable NAME.
 */
public final class MavenProperties implements Placeholders {

    private static final String ENVIRONMENT = "env.";

    private final Properties user;
    private final Properties project;
    private final Properties system;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * @param environment gives the value of an environment variable, or null
     */
    public MavenProperties(
            Properties user, Properties project, Properties system, UnaryOperator<@Nullable String> environment) {
        this.user = user;
        this.project = project;
        this.system = system;
        this.environment = environment;
    }

    @Override
    public Optional<String> value(String name) {
        if (name.startsWith(ENVIRONMENT)) {
            return Optional.ofNullable(environment.apply(name.substring(ENVIRONMENT.length())));
        }
        return Stream.of(user, project, system)
                .flatMap(properties -> Stream.ofNullable(properties.getProperty(name)))
                .findFirst();
    }
}
