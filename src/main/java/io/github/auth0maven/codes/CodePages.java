package io.github.auth0maven.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of all codes, read from the one file in which they are written, {@code codes.md} beside this class. */
public final class CodePages {

    private static final Pattern PAGE = Pattern.compile("(?ms)^## (\\w+)\\n(.*?)(?=^## |\\z)");
    private static final Pattern MEANING = Pattern.compile("(?s)\\A\\s*(.+?)\\n\\n");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)(Schema|Fails|Passes):\\n\\n```\\w+\\n(.*?)\\n```");

    private final Map<String, CodePage> pages;

    private CodePages(Map<String, CodePage> pages) {
        this.pages = pages;
    }

    /** Reads them. */
    public static CodePages read() {
        Map<String, CodePage> pages = new TreeMap<>();
        Matcher page = PAGE.matcher(source());
        while (page.find()) {
            pages.put(page.group(1), page(page.group(1), page.group(2)));
        }
        return new CodePages(Collections.unmodifiableMap(pages));
    }

    /** All of them, by code. */
    public Collection<CodePage> all() {
        return pages.values();
    }

    /** The page of a code, if it has one: Auth0 may reject a user with codes that nobody has seen. */
    public Optional<CodePage> of(String code) {
        return Optional.ofNullable(pages.get(code));
    }

    private static String source() {
        try (InputStream in = CodePages.class.getResourceAsStream("codes.md")) {
            if (in == null) {
                throw new IllegalStateException("codes.md is part of the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodePage page(String code, String text) {
        Matcher meaning = MEANING.matcher(text);
        if (!meaning.find()) {
            throw new IllegalStateException(code + " has no meaning");
        }
        return new CodePage(
                code,
                joined(meaning.group(1)),
                field(text, "To do").orElseThrow(),
                example(text, "Schema"),
                example(text, "Fails"),
                example(text, "Passes"),
                field(text, "Auth0's words"),
                field(text, "Documented"));
    }

    private static Optional<String> field(String text, String name) {
        Matcher field =
                Pattern.compile("(?ms)^" + name + ": (.+?)(?:\\n\\n|\\s*\\z)").matcher(text);
        return field.find() ? Optional.of(joined(field.group(1))) : Optional.empty();
    }

    private static Optional<String> example(String text, String name) {
        return EXAMPLE.matcher(text)
                .results()
                .filter(example -> example.group(1).equals(name))
                .map(example -> example.group(2))
                .findFirst();
    }

    private static String joined(String lines) {
        return lines.strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
