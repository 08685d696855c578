package io.github.auth0maven.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import io.github.auth0maven.report.OwnerOnly;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Writes pages, each of which needs nothing beside it, and may run nothing but the script that it has. */
public final class PageWriter {

    private static final String TEMPLATES = "io.github.auth0maven.report.html.templates";

    private final Looks looks;
    private final TemplateEngine engine;

    public PageWriter() throws IOException {
        looks = Looks.of(resource("report.css"), resource("report.js"));
        engine = TemplateEngine.createPrecompiled(null, ContentType.Html, PageWriter.class.getClassLoader(), TEMPLATES);
    }

    /**
     * How a page looks and what it does.
     *
     * @param policy allows that and nothing else
     */
    public record Looks(String style, String script, String policy) {

        private static Looks of(String style, String script) {
            return new Looks(
                    style,
                    script,
                    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '" + hash(style)
                            + "'; script-src '" + hash(script) + "'");
        }
    }

    /** Writes a page, readable by its owner only. */
    public void write(Page page, Path file) throws IOException {
        render("report.jte", Map.of("page", page, "looks", looks), file);
    }

    /** Writes a page that leads to others. */
    public void write(IndexPage index, Path file) throws IOException {
        render("index.jte", Map.of("index", index, "looks", looks), file);
    }

    private void render(String template, Map<String, Object> parameters, Path file) throws IOException {
        try (RandomAccessFile opened = OwnerOnly.create(file);
                Writer out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(opened.getFD()), UTF_8))) {
            engine.render(template, parameters, new WriterOutput(out));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is part of the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
