package io.github.auth0maven.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the pages of all codes for the site of this plugin, while that is built. */
public final class SitePages {

    private SitePages() {}

    /**
     * Writes them.
     *
     * @param arguments the directory of the site's generated Markdown
     */
    public static void main(String[] arguments) throws IOException {
        write(CodePages.read(), Path.of(arguments[0]).resolve("codes"));
    }

    static void write(CodePages pages, Path directory) throws IOException {
        Files.createDirectories(directory);
        StringBuilder index = new StringBuilder("""
                # Codes

                Each message ends in a code. What it means, what to do, and an example:

                | code | what it means |
                |---|---|
                """);
        for (CodePage page : pages.all()) {
            Files.writeString(directory.resolve(page.code() + ".md"), markdown(page), UTF_8);
            index.append("| [`")
                    .append(page.code())
                    .append("`](")
                    .append(page.code())
                    .append(".html) | ");
            index.append(escaped(page.meaning())).append(" |\n");
        }
        Files.writeString(directory.resolve("index.md"), index, UTF_8);
    }

    private static String markdown(CodePage page) {
        StringBuilder text = new StringBuilder("# ").append(page.code()).append("\n\n");
        text.append(escaped(page.meaning()))
                .append("\n\n**To do:** ")
                .append(escaped(page.remedy()))
                .append("\n");
        page.schema().ifPresent(schema -> text.append(section("With this schema", schema)));
        page.fails().ifPresent(example -> text.append(section("Fails", example)));
        page.passes().ifPresent(example -> text.append(section("Passes", example)));
        page.words()
                .ifPresent(said -> text.append("\n## Auth0's own words\n\n> ")
                        .append(escaped(said))
                        .append("\n"));
        page.documented()
                .ifPresent(where -> text.append("\nAuth0 documents this [here](")
                        .append(where)
                        .append(").\n"));
        return text.append("\n[All codes](index.html)\n").toString();
    }

    private static String section(String title, String example) {
        return "\n## " + title + "\n\n```\n" + example + "\n```\n";
    }

    /** A text that is nothing but itself in Markdown. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("([\\\\`*_{}\\[\\]|#$])", "\\\\$1");
    }
}
