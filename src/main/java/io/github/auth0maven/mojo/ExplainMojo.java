package io.github.auth0maven.mojo;

import io.github.auth0maven.codes.CodePage;
import io.github.auth0maven.codes.CodePages;
import io.github.auth0maven.mojo.console.EscapingLog;
import io.github.auth0maven.validation.Suggestions;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Explains a code that stands in brackets at the end of a message: what it means, what to do, and an example that fails and one
 * that passes. It needs neither a project nor a network.
 *
 * <p>Example: {@code mvn auth0:explain -Dauth0.code=PATTERN}.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {

    /** The code, such as {@code PATTERN}. By default, all codes are listed, each with what it means. */
    @Parameter(property = "auth0.code")
    private @Nullable String code;

    @Override
    public void execute() throws MojoExecutionException {
        CodePages pages = CodePages.read();
        if (code == null || code.isBlank()) {
            pages.all().forEach(page -> log().info(page.code() + ": " + page.meaning()));
            return;
        }
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        Optional<CodePage> page = pages.of(wanted);
        if (page.isEmpty()) {
            throw new MojoExecutionException("code (-Dauth0.code): " + wanted + " is no code of this plugin"
                    + Suggestions.closest(
                                    wanted,
                                    pages.all().stream().map(CodePage::code).toList())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; mvn auth0:explain lists all"));
        }
        page.get().text().lines().forEach(log()::info);
    }

    private Log log() {
        return new EscapingLog(getLog());
    }
}
