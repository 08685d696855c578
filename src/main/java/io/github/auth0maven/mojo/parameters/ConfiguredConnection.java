package io.github.auth0maven.mojo.parameters;

import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.ConnectionRules.Length;
import io.github.auth0maven.validation.UsernameType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads what the parameters say of the connection that the users go to. */
public final class ConfiguredConnection {

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,3})\\s*-\\s*([0-9]{1,3})");

    private ConfiguredConnection() {}

    /** What is said; what is left out is unknown. */
    public static ConnectionRules read(
            @Nullable String emailRequired,
            @Nullable String emailUnique,
            @Nullable String usernameLength,
            @Nullable String usernameTypes)
            throws MojoExecutionException {
        return new ConnectionRules(
                flag("emailRequired", emailRequired),
                flag("emailUnique", emailUnique),
                usernameLength != null && !usernameLength.isBlank()
                        ? Optional.of(length(usernameLength))
                        : Optional.empty(),
                usernameTypes != null && !usernameTypes.isBlank()
                        ? Optional.of(types(usernameTypes))
                        : Optional.empty());
    }

    private static Optional<Boolean> flag(String name, @Nullable String value) throws MojoExecutionException {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(Parameters.flag(name, value));
    }

    private static Length length(String value) throws MojoExecutionException {
        Matcher matcher = LENGTH.matcher(value.strip());
        if (matcher.matches()) {
            int least = Integer.parseInt(matcher.group(1));
            int most = Integer.parseInt(matcher.group(2));
            if (least >= 1 && least <= most && most <= Length.WIDEST.most()) {
                return new Length(least, most);
            }
        }
        throw Parameters.wrong("usernameLength", value, "two numbers of characters from 1 to 128, such as 1-15");
    }

    private static Set<UsernameType> types(String value) throws MojoExecutionException {
        Set<UsernameType> types = EnumSet.noneOf(UsernameType.class);
        if (value.strip().equals("none")) {
            return types;
        }
        for (String word : value.split(",", -1)) {
            types.add(Stream.of(UsernameType.values())
                    .filter(type -> type.inOptions().equals(word.strip()))
                    .findAny()
                    .orElseThrow(() -> Parameters.wrong(
                            "usernameTypes", value, "email, phone_number, both with a comma between them, or none")));
        }
        return types;
    }
}
