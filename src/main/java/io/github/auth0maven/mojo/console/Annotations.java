package io.github.auth0maven.mojo.console;

import static io.github.auth0maven.report.Verdict.plural;

import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.mojo.parameters.Parameters;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.Position;
import io.github.auth0maven.users.UsersFileException;
import io.github.auth0maven.users.UsersFiles;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.Violation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Workflow commands, by which GitHub shows what is wrong with users at the place where it is written.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
public final class Annotations implements AutoCloseable {

    /** GitHub shows so many errors of a step, and so many warnings. */
    private static final int MOST = 10;

    private final Kind errors = new Kind("error", "more problem");
    private final Kind warnings = new Kind("warning", "more warning");
    private final Function<String, Optional<String>> inRepository;
    private final Consumer<String> out;

    /** Where annotations are wanted. */
    enum Choice {
        AUTO,
        GITHUB,
        NONE;

        /**
         * Whether annotations are to be made.
         *
         * @param githubActions what the environment says of it
         */
        boolean isWanted(@Nullable String githubActions) {
            return this == GITHUB || (this == AUTO && "true".equals(githubActions));
        }
    }

    /**
     * @param inRepository the path from the root of the repository, with slashes, of a users file as messages name it; nothing
     *     for one that is not in the repository
     * @param out takes lines as they are, and nothing before them
     */
    public Annotations(Function<String, Optional<String>> inRepository, Consumer<String> out) {
        this.inRepository = inRepository;
        this.out = out;
    }

    /**
     * Shows what is found at its place, if that is wanted.
     *
     * @param parameter what the goal's parameter says of it
     */
    public static Annotations wanted(String parameter, Invocation invocation, UsersFiles users)
            throws MojoExecutionException {
        Choice choice = Parameters.choice("annotations", parameter, Choice.class);
        if (!choice.isWanted(System.getenv("GITHUB_ACTIONS"))) {
            return none();
        }
        Repository repository = Repository.of(
                Optional.ofNullable(System.getenv("GITHUB_WORKSPACE")),
                Path.of(invocation.session().getExecutionRootDirectory()),
                users);
        return new Annotations(repository::pathOf, new RawConsole());
    }

    /** Nobody wants them. */
    public static Annotations none() {
        return new Annotations(file -> Optional.empty(), line -> {});
    }

    /**
     * Takes what validation found.
     *
     * @param told whether it is one to be shown rather than counted
     */
    void add(Violation violation, boolean told) {
        Kind kind = violation.severity() == Severity.ERROR ? errors : warnings;
        if (told) {
            kind.add(command(
                    kind,
                    violation.position(),
                    violation.code(),
                    text(violation.attribute(), violation.message(), violation.code())));
        } else {
            kind.count++;
        }
    }

    /** Takes a failed user; there is nothing to show of one whose place is not known. */
    void add(Failure failure) {
        failure.position()
                .ifPresent(place -> errors.add(command(
                        errors,
                        place,
                        failure.code(),
                        text(failure.attribute().orElse(null), failure.message(), failure.code()))));
    }

    /** Takes what keeps the users file from being read. */
    void add(UsersFileException unreadable) {
        errors.add(command(errors, unreadable.position(), "users file", unreadable.problem()));
    }

    /** Tells what has been held back: the last one that GitHub shows, or how many more there are. */
    @Override
    public void close() {
        errors.end();
        warnings.end();
    }

    private static String text(@Nullable String attribute, String message, String code) {
        return (attribute == null ? "" : attribute + ": ") + message + " [" + code + "]";
    }

    private String command(Kind kind, Position position, String title, String text) {
        Optional<String> file = inRepository.apply(position.file());
        StringBuilder command = new StringBuilder("::").append(kind.name).append(' ');
        if (file.isPresent()) {
            command.append("file=").append(property(file.get())).append(',');
            if (!position.isWholeFile()) {
                command.append("line=").append(position.line());
                command.append(",col=").append(position.column()).append(',');
            }
        }
        return command.append("title=")
                .append(property(title))
                .append("::")
                .append(data(file.isPresent() ? text : position + " " + text))
                .toString();
    }

    private static String data(String text) {
        return EscapedText.line(text).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** The errors, or the warnings: all but the last are told at once, so that little is lost with a build that is killed. */
    private final class Kind {

        private final String name;
        private final String noun;
        private long count;
        private int told;
        private @Nullable String held;

        private Kind(String name, String noun) {
            this.name = name;
            this.noun = noun;
        }

        private void add(String command) {
            count++;
            if (told < MOST - 1) {
                told++;
                out.accept(command);
            } else if (held == null) {
                held = command;
            }
        }

        private void end() {
            if (held != null && count == told + 1) {
                out.accept(held);
            } else if (count > told) {
                out.accept("::" + name + " title=users file::… and " + plural(count - told, noun)
                        + ", of which the log tells");
            }
            held = null;
            count = told;
        }
    }
}
