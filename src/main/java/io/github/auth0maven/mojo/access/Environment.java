package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Credentials;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** What the environment says of the tenant, under the names that Auth0's own tools use unless others are given. */
public final class Environment {

    /** In capitals, as is the custom: then a secret that somebody gives instead of a name is not taken for one, and not told. */
    private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,99}");

    private final Properties variables;
    private final Names names;

    /** The names of the variables. */
    public record Names(String domain, String clientId, String clientSecret, String apiToken) {

        public Names {
            domain = domain.strip();
            clientId = clientId.strip();
            clientSecret = clientSecret.strip();
            apiToken = apiToken.strip();
        }

        private void check() throws MojoExecutionException {
            check("domainVariable", domain);
            check("clientIdVariable", clientId);
            check("clientSecretVariable", clientSecret);
            check("apiTokenVariable", apiToken);
        }

        private static void check(String parameter, String name) throws MojoExecutionException {
            if (!NAME.matcher(name).matches()) {
                throw new MojoExecutionException(parameter + " (-Dauth0." + parameter
                        + ") takes the name of an environment variable, in capitals, such as AUTH0_CLIENT_SECRET; what is given"
                        + " is none, and not shown, for it may be a secret");
            }
        }
    }

    /**
     * @param system Maven's system properties: there, {@code env.NAME} is the environment variable NAME
     */
    public Environment(Properties system, Names names) throws MojoExecutionException {
        names.check();
        variables = system;
        this.names = names;
    }

    Optional<SourcedValue> domain() {
        return value(names.domain()).map(domain -> new SourcedValue(domain, "the environment, " + names.domain()));
    }

    /**
     * The credentials, if there are any.
     *
     * @throws MojoExecutionException if there are too many, or half of them
     */
    Optional<SourcedCredentials> credentials() throws MojoExecutionException {
        Optional<String> id = value(names.clientId());
        Optional<String> secret = value(names.clientSecret());
        Optional<String> token = value(names.apiToken());
        if (token.isPresent() && secret.isPresent()) {
            throw new MojoExecutionException(
                    "The environment has both " + names.clientSecret() + " and " + names.apiToken()
                            + ", which contradict each other: unset one of them, or name a <server> by auth0.serverId");
        }
        if (token.isPresent()) {
            return Optional.of(
                    new SourcedCredentials(new Credentials.AccessToken(token.get()), told(names.apiToken())));
        }
        if (id.isPresent() && secret.isPresent()) {
            return Optional.of(new SourcedCredentials(
                    new Credentials.ClientSecret(id.get(), secret.get()),
                    told(names.clientId(), names.clientSecret())));
        }
        if (id.isPresent() || secret.isPresent()) {
            throw new MojoExecutionException("The environment has "
                    + (id.isPresent() ? names.clientId() : names.clientSecret()) + " and lacks "
                    + (id.isPresent() ? names.clientSecret() : names.clientId())
                    + ": set both of them, or name a <server> by auth0.serverId");
        }
        return Optional.empty();
    }

    /** The names that credentials are looked for under. */
    String wanted() {
        return names.clientId() + " with " + names.clientSecret() + ", or " + names.apiToken();
    }

    private static String told(String... variables) {
        return "the environment, " + Stream.of(variables).collect(Collectors.joining(" and "));
    }

    private Optional<String> value(String name) {
        return SourcedValue.text(variables.getProperty("env." + name));
    }
}
