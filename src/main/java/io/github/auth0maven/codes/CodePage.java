package io.github.auth0maven.codes;

import java.util.Optional;

/**
 * What a code means.
 *
 * @param meaning one sentence
 * @param remedy what to do about it
 * @param schema what the project of the example asks of users, where it asks something
 * @param fails an example that is told with the code: a user, a list of users, or a file
 * @param passes the same, mended
 * @param words Auth0's own message, where it has one
 * @param documented where Auth0 documents it
 */
public record CodePage(
        String code,
        String meaning,
        String remedy,
        Optional<String> schema,
        Optional<String> fails,
        Optional<String> passes,
        Optional<String> words,
        Optional<String> documented) {

    /** The site, which is made of these pages, too. */
    public static final String SITE = "https://auth0maven.github.io/auth0-maven-plugin/";

    /** Where the site of this plugin has the page. */
    public String url() {
        return SITE + "codes/" + code + ".html";
    }

    /** The page as plain text. */
    public String text() {
        StringBuilder text = new StringBuilder(code)
                .append("\n\n")
                .append(meaning)
                .append("\n\nTo do: ")
                .append(remedy);
        schema.ifPresent(asked ->
                text.append("\n\nWith this schema:\n\n").append(asked.indent(4).stripTrailing()));
        fails.ifPresent(example ->
                text.append("\n\nFails:\n\n").append(example.indent(4).stripTrailing()));
        passes.ifPresent(example ->
                text.append("\n\nPasses:\n\n").append(example.indent(4).stripTrailing()));
        words.ifPresent(said -> text.append("\n\nAuth0's words: ").append(said));
        documented.ifPresent(where -> text.append("\n\nDocumented: ").append(where));
        return text.append('\n').toString();
    }
}
