package io.github.auth0maven.mojo;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.files.FilesParameters;
import io.github.auth0maven.mojo.files.Outputs;
import io.github.auth0maven.mojo.files.UsersFileSet;
import io.github.auth0maven.mojo.files.UsersFilesFinder;
import io.github.auth0maven.mojo.parameters.ConfiguredAttributes;
import io.github.auth0maven.mojo.parameters.ConfiguredConnection;
import io.github.auth0maven.mojo.parameters.RedactionChoice;
import io.github.auth0maven.mojo.parameters.WarningCodes;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.users.UsersFiles;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that may read users files have in common: how they are read, what is added to their users, and what these have to be. */
abstract class ReadingGoal extends Goal {

    /**
     * Several users files, instead of {@code usersFile}: a list of paths, each as {@code usersFile} takes it, and of directories
     * with patterns. They are read in the order of the list, those of one element in the order of their paths; a file that is
     * named twice is read once. Duplicate users are found across all of them.
     *
     * <p><code>&lt;usersFiles&gt;<br>
     * &lt;usersFile&gt;fixtures/admins.yaml&lt;/usersFile&gt;<br>
     * &lt;files&gt;<br>
     * &lt;directory&gt;fixtures/customers&lt;/directory&gt;<br>
     * &lt;includes&gt;&lt;include&gt;europe-*.csv&lt;/include&gt;&lt;/includes&gt;<br>
     * &lt;excludes&gt;&lt;exclude&gt;old/&lt;/exclude&gt;&lt;/excludes&gt;<br>
     * &lt;/files&gt;<br>
     * &lt;/usersFiles&gt;</code>
     *
     * <p>On the command line {@code auth0.usersFile} goes before this list.
     */
    @Parameter
    @Nullable
    List<UsersFileSet> usersFiles;

    /**
     * How the users are written: {@code json} (an array), {@code ndjson} (an object on each line), {@code yaml} (a list) or
     * {@code csv}. By default each file's content tells it, or else its
     * name. Any of them may be gzipped.
     */
    @Parameter(property = "auth0.format", defaultValue = "auto")
    String format;

    /**
     * What separates the cells of a file in CSV: {@code comma}, {@code semicolon} (Excel's in much of Europe) or {@code tab}. By
     * default the header tells it, or a line {@code sep=;} before it.
     *
     * <p>The header names the attributes, in any case: {@code E-Mail} is {@code email}. A column {@code user_metadata.plan} leads
     * into an object, <code>mfa_factors[0].totp.secret</code> into a list. Auth0's schema says what type a value has (a boolean may
     * be {@code yes}, {@code no}, {@code 1} or {@code 0}); in metadata it is a text, unless the header says otherwise:
     * {@code user_metadata.age:number}, {@code :boolean}, {@code :json}, or {@code :list} for texts separated by semicolons, or
     * else by commas. A column of texts that all look like something else is a warning, {@code COLUMN_OF_TEXTS}, unless the header
     * says {@code :text}. An empty cell is an attribute that the user lacks.
     */
    @Parameter(property = "auth0.csvSeparator", defaultValue = "auto")
    String csvSeparator;

    /**
     * What columns of files in CSV mean that have names of their own: for each such name an attribute, with or without a type; or
     * nothing, for a column that is left out. Only letters and digits of the names are compared, in any case, so that
     * {@code <First-Name>} is {@code First name}. What Auth0 has no attribute for, and is not named here, is an error.
     *
     * <p><code>&lt;columns&gt;<br>
     * &lt;Vorname&gt;given_name&lt;/Vorname&gt;<br>
     * &lt;Alter&gt;user_metadata.age:number&lt;/Alter&gt;<br>
     * &lt;Notizen/&gt;<br>
     * &lt;/columns&gt;</code>
     */
    @Parameter
    @Nullable
    Map<String, @Nullable String> columns;

    /**
     * Whether the users file is an export of Auth0's: then users of other than database connections are left out, as are the
     * properties that an import refuses, and {@code auth0|} is taken from the beginning of user ids, for Auth0 puts it there
     * again, as is the apostrophe before each text of an export in CSV. All that is counted in the report, and it is a failure if
     * nobody is left. By default a file is one if its first user has {@code identities}, or, in CSV, an apostrophe before each text; or
     * {@code passwordHash} and {@code _id}, as in the export of hashes that Auth0's support makes: these become
     * {@code password_hash} and {@code user_id}.
     */
    @Parameter(property = "auth0.export", defaultValue = "auto")
    String export;

    /**
     * The database connections of an export whose users are read, separated by commas; those of other ones, and those who
     * do not tell theirs, are left out, and counted. By default users of all databases are read, and where there are several, a warning tells how many are of each
     * ({@code SEVERAL_CONNECTIONS}).
     *
     * <p>Example: {@code <exportConnections>Username-Password-Authentication</exportConnections>}
     */
    @Parameter(property = "auth0.exportConnections")
    @Nullable
    String exportConnections;

    /**
     * What is made of hashes that are not as Auth0 takes them. With {@code auto}, {@code password_hash} (or {@code password}) may hold
     * a hash as its source wrote it, and it becomes a {@code password_hash} or a {@code custom_password_hash}, to the byte; how many
     * of each are counted in the report. Known are the forms of Spring Security, Django, Werkzeug, passlib, ASP.NET Identity,
     * Keycloak (a credential of a realm export), Atlassian, Better Auth, LDAP and LDIF, NTLM ({@code $NT$…}), PHC strings and bcrypt.
     * What Auth0 can compute in no form, such as the hashes of WordPress, Drupal, Firebase and crypt(3), makes a user invalid, with a
     * line that says why. With {@code none}, all is left as it is.
     */
    @Parameter(property = "auth0.hashes", defaultValue = "auto")
    String hashes;

    /**
     * Whether a {@code password} that is no hash is hashed here, with bcrypt of 10 rounds, and sent as {@code password_hash}. That is
     * for test users: {@code import-users} refuses it unless {@code allowedDomains} names the tenants that they may go to. Each is
     * hashed anew whenever the file is read.
     */
    @Parameter(property = "auth0.hashPasswords", defaultValue = "false")
    String hashPasswords;

    /**
     * Whether placeholders in the texts of users, such as <code>${tenant.region}</code> or <code>${env.USER}</code>, are replaced
     * by Maven's properties (of the command line, the project, the system) and by environment variables; one that has no value
     * is an error. Two dollar signs stand for one: <code>$${…}</code> is no placeholder.
     */
    @Parameter(property = "auth0.filtering", defaultValue = "false")
    String filtering;

    /**
     * How many times its size a gzipped users file may unpack to; beyond 16 MB, a file that unpacks to more is refused, for such
     * files are made to exhaust a machine.
     */
    @Parameter(property = "auth0.maxGzipRatio", defaultValue = "200")
    String maxGzipRatio;

    /** How large a gzipped users file may be once it is unpacked: a number of bytes, or a size such as {@code 500m} or {@code 16g}. */
    @Parameter(property = "auth0.maxUnpackedSize", defaultValue = "16g")
    String maxUnpackedSize;

    /**
     * Root attributes that every user gets who lacks them. Possible are {@code blocked}, {@code email_verified},
     * {@code phone_verified} (true or false), {@code family_name}, {@code given_name}, {@code name}, {@code nickname} and
     * {@code picture}.
     *
     * <p>A text may refer to the user's own attributes, as <code>@{given_name}</code> or <code>@{user_metadata.plan}</code>: to
     * any that is a text, a number or a boolean, but to no secret. A user who lacks one of them, or has null or anything else
     * there, keeps the root attribute unset, and is counted in the log and in the report. What comes of it is held to the rules
     * as if it stood in the users file. Two at signs stand for one: <code>@@{…}</code> is no reference.
     *
     * <p><code>&lt;rootAttributes&gt;<br>
     * &lt;email_verified&gt;true&lt;/email_verified&gt;<br>
     * &lt;name&gt;&#64;{given_name} &#64;{family_name}&lt;/name&gt;<br>
     * &lt;/rootAttributes&gt;</code>
     */
    @Parameter
    @Nullable
    Map<String, String> rootAttributes;

    /**
     * A JSON Schema (2020-12) of the project's own, in a file, that each user must pass on top of Auth0's rules: for instance
     * that {@code app_metadata.plan} is one of three. It is looked for as {@code usersFile} is. What it holds against a user is
     * told by file, line and column like everything else, with the code {@code SCHEMA_VIOLATION}.
     *
     * <p>It judges users as they will be sent: after placeholders are replaced, and with the root attributes that they are
     * given. A {@code $ref} may lead to other files, by their path relative to the schema; nothing is fetched from a network.
     * {@code format} is a remark, as the standard has it, and demands nothing: use {@code pattern}.
     *
     * <p>Example: {@code <schema>fixtures/user.schema.json</schema>}
     */
    @Parameter(property = "auth0.schema")
    @Nullable
    String schema;

    /**
     * Whether warnings count as violations, so that a user with one is invalid: {@code true}, {@code false}, or the codes of
     * those that do, separated by commas, as they stand in brackets at the end of a warning.
     *
     * <p>Example: {@code <failOnWarnings>NO_PASSWORD_HASH,EMAIL_VERIFIED_MISSING</failOnWarnings>}
     */
    @Parameter(property = "auth0.failOnWarnings", defaultValue = "false")
    String failOnWarnings;

    /**
     * The codes of warnings that are neither told nor counted, separated by commas, as they stand in brackets at the end of a
     * warning. Where {@code failOnWarnings} is {@code true}, all others fail; one that both name is an error.
     *
     * <p>Example: {@code <ignoreWarnings>NO_PASSWORD_HASH</ignoreWarnings>}
     */
    @Parameter(property = "auth0.ignoreWarnings")
    @Nullable
    String ignoreWarnings;

    /**
     * Whether the connection takes no user without an e-mail address: {@code true}, {@code false}, or what is known. That is what
     * the connection's options say where {@code import-users} may read them, which takes the scope
     * {@code read:connections_options}; where nobody knows, a user without an e-mail address has a warning. What is said here goes
     * before that. So it is with {@code emailUnique}, {@code usernameRequired}, {@code phoneNumberRequired}, {@code identifiers},
     * {@code usernameLength} and {@code usernameTypes}, too.
     */
    @Parameter(property = "auth0.emailRequired")
    @Nullable
    String emailRequired;

    /**
     * Whether the connection takes no user without a username: {@code true}, {@code false}, or what is known. Most need none, and so
     * nothing is said of a user without one where nobody knows.
     */
    @Parameter(property = "auth0.usernameRequired")
    @Nullable
    String usernameRequired;

    /** Whether the connection takes no user without a phone number, as {@code usernameRequired} has it of usernames. */
    @Parameter(property = "auth0.phoneNumberRequired")
    @Nullable
    String phoneNumberRequired;

    /**
     * What users of the connection log in with: {@code email}, {@code username}, {@code phone_number}, or several of them, separated
     * by commas. A user who has none of them has a warning. By default it is what is known.
     */
    @Parameter(property = "auth0.identifiers")
    @Nullable
    String identifiers;

    /** Whether no two users of the connection may have the same e-mail address: {@code true}, {@code false}, or what is known. */
    @Parameter(property = "auth0.emailUnique")
    @Nullable
    String emailUnique;

    /**
     * How many characters usernames have in the connection, such as {@code 1-15}, which is usual, or {@code 3-64}; Auth0 takes
     * 128 at most. By default it is what is known.
     */
    @Parameter(property = "auth0.usernameLength")
    @Nullable
    String usernameLength;

    /**
     * What usernames of the connection may look like, beside plain ones: {@code email}, {@code phone_number}, both of them
     * separated by a comma, or {@code none}. By default it is what is known.
     */
    @Parameter(property = "auth0.usernameTypes")
    @Nullable
    String usernameTypes;

    /** Finds the users files, of which the first parameter may name one. */
    final UsersFiles locateUsersFiles(String usersFile) throws MojoExecutionException {
        return new UsersFilesFinder(invocation())
                .find(new FilesParameters(
                        usersFile,
                        usersFiles,
                        new FilesParameters.Reading(
                                format,
                                new FilesParameters.Export(export, exportConnections),
                                filtering,
                                new FilesParameters.Csv(csvSeparator, columns),
                                new FilesParameters.Passwords(hashes, hashPasswords)),
                        new FilesParameters.Gzip(maxGzipRatio, maxUnpackedSize)));
    }

    /**
     * Reads what is asked for.
     *
     * @param outputs what none of the files that this needs may be
     */
    final Demands demands(Outputs outputs) throws MojoExecutionException {
        return new Demands(
                givenRootAttributes(),
                Demands.projectSchema(invocation(), schema, outputs),
                WarningCodes.read(failOnWarnings, ignoreWarnings),
                ConfiguredConnection.read(
                        new ConfiguredConnection.Required(emailRequired, usernameRequired, phoneNumberRequired),
                        emailUnique,
                        new ConfiguredConnection.Usernames(usernameLength, usernameTypes),
                        identifiers));
    }

    final RootAttributes givenRootAttributes() throws MojoExecutionException {
        return rootAttributes == null ? RootAttributes.NONE : ConfiguredAttributes.read(rootAttributes);
    }

    final Redaction redaction(UsersFiles users) throws MojoExecutionException {
        return RedactionChoice.read(redact, users);
    }

    final Annotations annotations(UsersFiles users) throws MojoExecutionException {
        return Annotations.wanted(annotations, invocation(), users);
    }
}
