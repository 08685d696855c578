package io.github.auth0maven.mojo.parameters;

import io.github.auth0maven.validation.ConnectionRules;
import io.github.auth0maven.validation.ConnectionRules.Length;
import io.github.auth0maven.validation.UsernameType;
import java.util.EnumSet;
import java.util.HashSet;
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

    /** What is said of the attributes that every user needs. */
    public record Required(
            @Nullable String emailRequired,
            @Nullable String usernameRequired,
            @Nullable String phoneNumberRequired) {

        private ConnectionRules.Required read() throws MojoExecutionException {
            return new ConnectionRules.Required(
                    flag("emailRequired", emailRequired),
                    flag("usernameRequired", usernameRequired),
                    flag("phoneNumberRequired", phoneNumberRequired));
        }
    }

    /** What is said of usernames. */
    public record Usernames(
            @Nullable String usernameLength, @Nullable String usernameTypes) {}

    /** What is said; what is left out is unknown. */
    public static ConnectionRules read(
            Required required, @Nullable String emailUnique, Usernames usernames, @Nullable String identifiers)
            throws MojoExecutionException {
        String usernameLength = usernames.usernameLength;
        String usernameTypes = usernames.usernameTypes;
        return new ConnectionRules(
                required.read(),
                flag("emailUnique", emailUnique),
                usernameLength != null && !usernameLength.isBlank()
                        ? Optional.of(length(usernameLength))
                        : Optional.empty(),
                usernameTypes != null && !usernameTypes.isBlank()
                        ? Optional.of(types(usernameTypes))
                        : Optional.empty(),
                identifiers != null && !identifiers.isBlank()
                        ? Optional.of(identifiers(identifiers))
                        : Optional.empty());
    }

    private static Set<String> identifiers(String value) throws MojoExecutionException {
        Set<String> identifiers = new HashSet<>();
        for (String word : value.split(",", -1)) {
            if (!ConnectionRules.IDENTIFIERS.contains(word.strip())) {
                throw Parameters.wrong(
                        "identifiers", value, "a list of email, username and phone_number, separated by commas");
            }
            identifiers.add(word.strip());
        }
        return identifiers;
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
