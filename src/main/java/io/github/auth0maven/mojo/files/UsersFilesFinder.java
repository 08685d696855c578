package io.github.auth0maven.mojo.files;

import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.passwords.hashes.NewHash;
import io.github.auth0maven.passwords.sources.SourcePasswords;
import io.github.auth0maven.users.CsvOptions;
import io.github.auth0maven.users.CsvSeparator;
import io.github.auth0maven.users.ExportMode;
import io.github.auth0maven.users.ExportOptions;
import io.github.auth0maven.users.GzipLimits;
import io.github.auth0maven.users.HashReading;
import io.github.auth0maven.users.Placeholders;
import io.github.auth0maven.users.ReadingOptions;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.users.UsersFormat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;

/** Finds the users files that a goal's parameters name, and what else lies where they may lie. */
public final class UsersFilesFinder {

    private final Invocation invocation;

    private enum Hashes {
        AUTO,
        NONE
    }

    public UsersFilesFinder(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * Finds what there is to read, and says what it is.
     *
     * @throws MojoExecutionException if there is nothing, or a parameter is wrong
     */
    public UsersFiles find(FilesParameters parameters) throws MojoExecutionException {
        ReadingOptions options = options(parameters);
        UsersFileLocator locator = locator();
        UsersFiles files = new UsersFiles(located(parameters, locator), options);
        String names = files.files().stream().map(UsersFile::name).collect(Collectors.joining(", "));
        invocation.log().info((files.files().size() == 1 ? "Users file: " : "Users files: ") + names);
        for (UsersFile file : files.files()) {
            warnIfUnfiltered(file, locator);
        }
        return files;
    }

    /**
     * Finds a JSON Schema, in the same places.
     *
     * @throws MojoExecutionException if it is nowhere
     */
    public UsersFile findSchema(String schema) throws MojoExecutionException {
        return locator().findSchema(schema);
    }

    private UsersFileLocator locator() {
        UsersFileLocator.Processed processed = ProcessedResources.at(
                invocation.execution().getLifecyclePhase(),
                invocation.session().getGoals(),
                invocation.execution().getGoal());
        return new UsersFileLocator(
                invocation.baseDirectory(), invocation.project(), processed, invocation.buildDirectories());
    }

    private List<UsersFile> located(FilesParameters parameters, UsersFileLocator locator)
            throws MojoExecutionException {
        List<UsersFileSet> sets = parameters.usersFiles();
        if (sets == null || invocation.session().getUserProperties().containsKey("auth0.usersFile")) {
            return locator.findAll(parameters.usersFile());
        }
        if (sets.isEmpty()) {
            throw new MojoExecutionException("usersFiles is empty; name a users file in it");
        }
        return located(sets, locator);
    }

    /** The files of all sets, each once. */
    private static List<UsersFile> located(List<UsersFileSet> sets, UsersFileLocator locator)
            throws MojoExecutionException {
        Map<Path, UsersFile> files = new LinkedHashMap<>();
        for (UsersFileSet set : sets) {
            for (UsersFile file : locator.findAll(set)) {
                files.putIfAbsent(file.path().toAbsolutePath().normalize(), file);
            }
        }
        return List.copyOf(files.values());
    }

    private ReadingOptions options(FilesParameters parameters) throws MojoExecutionException {
        FilesParameters.Reading reading = parameters.reading();
        return new ReadingOptions(
                Parameters.choice("format", reading.format(), UsersFormat.class),
                export(reading.export()),
                Parameters.flag("filtering", reading.filtering()) ? Optional.of(properties()) : Optional.empty(),
                new GzipLimits(
                        Parameters.number("maxGzipRatio", parameters.gzip().maxGzipRatio(), 1, Integer.MAX_VALUE),
                        Parameters.size("maxUnpackedSize", parameters.gzip().maxUnpackedSize())),
                csv(reading.csv()),
                hashes(reading.passwords()));
    }

    private Placeholders properties() {
        MavenSession session = invocation.session();
        return new MavenProperties(
                session.getUserProperties(),
                invocation.project().getProperties(),
                session.getSystemProperties(),
                System::getenv);
    }

    private static ExportOptions export(FilesParameters.Export export) throws MojoExecutionException {
        ExportMode mode = Parameters.choice("export", export.export(), ExportMode.class);
        String connections = export.exportConnections();
        if (connections == null || connections.isBlank()) {
            return ExportOptions.of(mode);
        }
        if (mode == ExportMode.FALSE) {
            throw new MojoExecutionException("exportConnections (-Dauth0.exportConnections) names connections of an"
                    + " export, and export says that there is none; remove one of them");
        }
        Stream<String> names = Stream.of(connections.split(",")).map(String::strip);
        return new ExportOptions(mode, names.filter(name -> !name.isEmpty()).collect(Collectors.toSet()));
    }

    private static Optional<HashReading> hashes(FilesParameters.Passwords passwords) throws MojoExecutionException {
        boolean convert = Parameters.choice("hashes", passwords.hashes(), Hashes.class) == Hashes.AUTO;
        boolean plain = Parameters.flag("hashPasswords", passwords.hashPasswords());
        return convert || plain
                ? Optional.of(new SourcePasswords(convert, plain ? Optional.of(NewHash::of) : Optional.empty()))
                : Optional.empty();
    }

    private static CsvOptions csv(FilesParameters.Csv csv) throws MojoExecutionException {
        Map<String, String> columns = new LinkedHashMap<>();
        if (csv.columns() != null) {
            // Maven reads an empty element as null
            csv.columns().forEach((name, meaning) -> columns.put(name, meaning == null ? "" : meaning));
        }
        return new CsvOptions(Parameters.choice("csvSeparator", csv.csvSeparator(), CsvSeparator.class), columns);
    }

    private void warnIfUnfiltered(UsersFile file, UsersFileLocator locator) {
        if (locator.isUnfiltered(file)) {
            invocation
                    .log()
                    .warn(file.name()
                            + " is taken as it is, without the resource filtering that its directory asks for: run"
                            + " the goal after process-test-resources, for instance as \"mvn process-test-resources auth0:"
                            + invocation.execution().getGoal() + "\"");
        }
    }
}
