package io.github.auth0maven.mojo.parameters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.users.User;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.UserValidator;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads the root attributes of a POM, and holds their values to the rules for users: they will be every user's. */
public final class ConfiguredAttributes {

    /** Has nothing that a root attribute could be made of: what is made for a user is judged with that user. */
    private static final byte[] SOMEBODY = "{}".getBytes(UTF_8);

    private ConfiguredAttributes() {}

    public static RootAttributes read(Map<String, String> given) throws MojoExecutionException {
        for (Map.Entry<String, String> attribute : given.entrySet()) {
            // Maven reads an empty element as null
            if (attribute.getValue() == null) {
                throw new MojoExecutionException("rootAttributes: " + attribute.getKey() + " has no value");
            }
        }
        try {
            RootAttributes attributes = RootAttributes.of(given);
            judge(attributes);
            return attributes;
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (UsersFileException e) {
            throw new MojoExecutionException("rootAttributes: " + e.getMessage(), e);
        }
    }

    private static void judge(RootAttributes attributes) throws UsersFileException, MojoExecutionException {
        User somebody = User.of("rootAttributes", SOMEBODY);
        byte[] user = new byte[SOMEBODY.length + attributes.largest(somebody)];
        int size = attributes.write(somebody, user, 0);
        List<Violation> violations = new ArrayList<>();
        new UserValidator(new ValidationSettings(Integer.MAX_VALUE))
                .judge(User.of("rootAttributes", Arrays.copyOf(user, size)), violations::add);
        for (Violation violation : violations) {
            if (violation.severity() == Severity.ERROR
                    && violation.attribute() != null
                    && attributes.names().contains(violation.attribute())) {
                throw new MojoExecutionException(
                        "rootAttributes: " + violation.attribute() + ": " + violation.message());
            }
        }
    }
}
