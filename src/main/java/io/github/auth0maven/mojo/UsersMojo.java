package io.github.auth0maven.mojo;

import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.management.ImportOptions;
import io.github.auth0maven.mojo.console.Annotations;
import io.github.auth0maven.mojo.console.EscapingLog;
import io.github.auth0maven.mojo.console.RawConsole;
import io.github.auth0maven.mojo.console.Repository;
import io.github.auth0maven.mojo.files.MavenProperties;
import io.github.auth0maven.mojo.files.ProcessedResources;
import io.github.auth0maven.mojo.files.UsersFileLocator;
import io.github.auth0maven.mojo.files.UsersFileSet;
import io.github.auth0maven.mojo.parameters.ConfiguredAttributes;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.mojo.parameters.WarningCodes;
import io.github.auth0maven.report.Redaction;
import io.github.auth0maven.schema.SchemaFile;
import io.github.auth0maven.schema.SchemaFileException;
import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.GzipLimits;
import io.github.auth0maven.users.Placeholders;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.users.UsersFormat;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.ProjectSchema;
import io.github.auth0maven.validation.RaisedWarnings;
import io.github.auth0maven.validation.ValidationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that read a users file have in common: where it is, and what is added to its users. */
abstract class UsersMojo extends AbstractMojo {

    /** What an import file has around its users: a user alone in one has that much less room. */
    private static final int BRACKETS = 2;

    /**
     * The users file: a JSON array of users, or what {@code format} names. A directory stands for all users files in and below
     * it, and a pattern such as <code>fixtures/**&#47;*.csv</code> for all that it fits ({@code *} within a name, {@code **} for
     * directories); they are read in the order of their paths. It is looked for as a path, absolute or from the project's base directory, then
     * among the project's test resources and resources; there, what resource filtering has made of it is preferred, if this
     * build has processed the resources by the time the goal runs.
     *
     * <p>Example: {@code <usersFile>fixtures/staging-users.json</usersFile>}
     */
    @Parameter(property = "auth0.usersFile", defaultValue = "auth0/users.json")
    String usersFile;

    /**
     * Several users files, instead of {@code usersFile}: a list of paths, each as {@code usersFile} takes it, and of directories
     * with patterns. They are read in the order of the list, those of one element in the order of their paths; a file that is
     * named twice is read once. Duplicate users are found across all of them.
     *
     * <pre>{@code
     * <usersFiles>
     *   <usersFile>fixtures/admins.yaml</usersFile>
     *   <files>
     *     <directory>fixtures/customers</directory>
     *     <includes><include>europe-*.csv</include></includes>
     *     <excludes><exclude>old/</exclude></excludes>
     *   </files>
     * </usersFiles>
     * }</pre>
     *
     * On the command line {@code auth0.usersFile} goes before this list.
     */
    @Parameter
    @Nullable
    List<UsersFileSet> usersFiles;

    /**
     * How the users are written: {@code json} (an array), {@code ndjson} (an object on each line), {@code yaml} (a list) or
     * {@code csv} (with a header; a column {@code user_metadata.plan} leads into an object, an object or an array stands in a
     * cell as JSON, and an empty cell is an attribute that the user lacks). By default each file's content tells it, or else its
     * name. Any of them may be gzipped.
     */
    @Parameter(property = "auth0.format", defaultValue = "auto")
    String format;

    /**
     * Whether the users file is an export of Auth0's: then users of other than database connections are left out, as are the
     * properties that an import refuses, and {@code auth0|} is taken from the beginning of user ids, for Auth0 puts it there
     * again. All that is counted in the report. By default a file is one if its first user has {@code identities}.
     */
    @Parameter(property = "auth0.export", defaultValue = "auto")
    String export;

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
     * <pre>{@code
     * <rootAttributes>
     *   <email_verified>true</email_verified>
     *   <name>@{given_name} @{family_name}</name>
     * </rootAttributes>
     * }</pre>
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
     * Whether failed users, or a service that refuses or cannot be reached, fail the build; if {@code false}, they are told as a
     * warning. What is wrong with a parameter or with settings.xml fails the build all the same.
     */
    @Parameter(property = "auth0.failOnError", defaultValue = "true")
    String failOnError;

    /**
     * Whether warnings count as violations, so that a user with one is invalid: {@code true}, {@code false}, or the codes of
     * those that do, separated by commas, as they stand in brackets at the end of a warning.
     *
     * <p>Example: {@code <failOnWarnings>NO_PASSWORD_HASH,EMAIL_VERIFIED_MISSING</failOnWarnings>}
     */
    @Parameter(property = "auth0.failOnWarnings", defaultValue = "false")
    String failOnWarnings;

    /**
     * Whether violations, warnings and failed users are shown by GitHub at their places in the users file: {@code github} or
     * {@code none}. By default they are if the build runs on GitHub Actions. GitHub shows ten errors and ten warnings of a step.
     */
    @Parameter(property = "auth0.annotations", defaultValue = "auto")
    String annotations;

    /**
     * What is redacted in the log, the annotations, the report and the journal: {@code none}, or {@code emails}. Then each e-mail
     * address is replaced by {@code email:} and 16 digits of its HMAC-SHA-256, in lower case, with the SHA-256 of the users file as
     * the key: who has the file can tell whose it is, who has the report alone cannot. Nothing else is redacted: names, usernames
     * and user ids are not. Neither is {@code failed-users.json}, which is to be mended and imported; it has the users as they are.
     *
     * <pre>{@code
     * printf %s jane@example.com | openssl dgst -sha256 -hmac "$(sha256sum < users.json | cut -c 1-64)" -r | cut -c 1-16
     * }</pre>
     *
     * Of several users files, the SHA-256 is that of all of them one after the other ({@code cat}), in the order in which the log
     * names them.
     */
    @Parameter(property = "auth0.redact", defaultValue = "none")
    String redact;

    /** Whether to do nothing at all. */
    @Parameter(property = "auth0.skip", defaultValue = "false")
    String skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        boolean fails = Parameters.flag("failOnError", failOnError);
        if (Parameters.flag("skip", skip)) {
            skipped();
            return;
        }
        run(fails);
    }

    /** Nothing that comes from outside can do anything to the log. */
    @Override
    public final Log getLog() {
        return new EscapingLog(super.getLog());
    }

    /** Does what the goal is for. */
    abstract void run(boolean fails) throws MojoExecutionException, MojoFailureException;

    /** Is called instead of {@link #run} if nothing is to be done. */
    void skipped() throws MojoExecutionException {
        getLog().info("Skipped (auth0.skip)");
    }

    Path baseDirectory() {
        return project.getBasedir() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }

    /** Finds what there is to read, and says what it is. */
    UsersFiles findUsersFiles() throws MojoExecutionException {
        ReadingOptions options = readingOptions();
        UsersFileLocator locator = locator();
        UsersFiles files = new UsersFiles(located(locator), options);
        getLog().info(
                        files.files().size() == 1
                                ? "Users file: " + files.name()
                                : "Users files: "
                                        + files.files().stream()
                                                .map(UsersFile::name)
                                                .collect(Collectors.joining(", ")));
        for (UsersFile file : files.files()) {
            warnIfUnfiltered(file, locator);
        }
        return files;
    }

    private UsersFileLocator locator() {
        UsersFileLocator.Processed processed =
                ProcessedResources.at(execution.getLifecyclePhase(), session.getGoals(), execution.getGoal());
        return new UsersFileLocator(baseDirectory(), project, processed);
    }

    private List<UsersFile> located(UsersFileLocator locator) throws MojoExecutionException {
        if (usersFiles == null || session.getUserProperties().containsKey("auth0.usersFile")) {
            return locator.findAll(usersFile);
        }
        if (usersFiles.isEmpty()) {
            throw new MojoExecutionException("usersFiles is empty; name a users file in it");
        }
        Map<Path, UsersFile> files = new LinkedHashMap<>();
        for (UsersFileSet set : usersFiles) {
            for (UsersFile file : locator.findAll(set)) {
                files.putIfAbsent(file.path().toAbsolutePath().normalize(), file);
            }
        }
        return List.copyOf(files.values());
    }

    private ReadingOptions readingOptions() throws MojoExecutionException {
        Placeholders properties = new MavenProperties(
                session.getUserProperties(), project.getProperties(), session.getSystemProperties(), System::getenv);
        return new ReadingOptions(
                Parameters.choice("format", format, UsersFormat.class),
                Parameters.choice("export", export, ExportMode.class),
                Parameters.flag("filtering", filtering) ? Optional.of(properties) : Optional.empty(),
                new GzipLimits(
                        Parameters.number("maxGzipRatio", maxGzipRatio, 1, Integer.MAX_VALUE),
                        Parameters.size("maxUnpackedSize", maxUnpackedSize)));
    }

    private void warnIfUnfiltered(UsersFile file, UsersFileLocator locator) {
        if (locator.isUnfiltered(file)) {
            getLog().warn(file.name()
                    + " is taken as it is, without the resource filtering that its directory asks for: run"
                    + " the goal after process-test-resources, for instance as \"mvn process-test-resources auth0:"
                    + execution.getGoal() + "\"");
        }
    }

    RootAttributes givenRootAttributes() throws MojoExecutionException {
        return rootAttributes == null ? RootAttributes.NONE : ConfiguredAttributes.read(rootAttributes);
    }

    /** The project's own schema; without one, no class of the library that knows schemas is loaded. */
    Optional<ProjectSchema> projectSchema() throws MojoExecutionException {
        if (schema == null) {
            return Optional.empty();
        }
        UsersFile file = locator().findSchema(schema);
        try {
            return Optional.of(SchemaFile.read(file.path(), file.name()));
        } catch (SchemaFileException e) {
            throw new MojoExecutionException("schema (-Dauth0.schema): " + e.getMessage(), e);
        }
    }

    /** Fails the build, or, if it is not to fail, warns. */
    void conclude(AbstractMojoExecutionException failure, boolean fails)
            throws MojoExecutionException, MojoFailureException {
        if (!fails) {
            getLog().warn(failure.getMessage() + " (the build goes on: auth0.failOnError is false)");
        } else if (failure instanceof MojoFailureException users) {
            throw users;
        } else {
            throw (MojoExecutionException) failure;
        }
    }

    RaisedWarnings raisedWarnings() throws MojoExecutionException {
        return WarningCodes.read("failOnWarnings", failOnWarnings);
    }

    private enum Redact {
        NONE,
        EMAILS
    }

    /** What is to be redacted; reads the users files for that, if anything is. */
    Redaction redaction(UsersFiles users) throws MojoExecutionException {
        if (Parameters.choice("redact", redact, Redact.class) == Redact.NONE) {
            return Redaction.none();
        }
        try {
            return Redaction.keyedBy(users.files().stream().map(UsersFile::path).toList());
        } catch (IOException e) {
            throw new MojoExecutionException(users.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Shows what is found at its place, if that is wanted. */
    Annotations annotations(UsersFiles users) throws MojoExecutionException {
        Annotations.Choice choice = Parameters.choice("annotations", annotations, Annotations.Choice.class);
        if (!choice.isWanted(System.getenv("GITHUB_ACTIONS"))) {
            return Annotations.none();
        }
        Repository repository = Repository.of(
                Optional.ofNullable(System.getenv("GITHUB_WORKSPACE")),
                Path.of(session.getExecutionRootDirectory()),
                users);
        return new Annotations(repository::pathOf, new RawConsole());
    }

    /** What holds the users to the rules. */
    FileJudge judge(RootAttributes attributes, Optional<ProjectSchema> projectSchema, ImportOptions options)
            throws MojoExecutionException {
        ValidationSettings settings =
                new ValidationSettings(options.capacity() - BRACKETS, attributes, projectSchema, raisedWarnings());
        return new FileJudge(settings, Path.of(System.getProperty("java.io.tmpdir")));
    }
}
