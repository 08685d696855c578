package io.github.auth0maven.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import io.github.auth0maven.codes.CodePages;
import io.github.auth0maven.report.Failure;
import io.github.auth0maven.report.OwnerOnly;
import io.github.auth0maven.report.ReportContents;
import io.github.auth0maven.report.ReportFiles;
import io.github.auth0maven.report.ReportForm;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes the report as one page, which needs nothing beside it and may run nothing but its own script. */
public final class HtmlReport implements ReportForm {

    /** More would make a page that browsers are slow with. */
    static final int MOST_FAILURES = 10_000;

    private static final String TEMPLATES = "io.github.auth0maven.report.html.templates";

    private final CodePages codes;

    public HtmlReport(CodePages codes) {
        this.codes = codes;
    }

    @Override
    public Path file(ReportFiles files) {
        return files.page();
    }

    @Override
    public void write(ReportContents contents, Path file) throws IOException {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        try (RandomAccessFile opened = OwnerOnly.create(file);
                Writer out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(opened.getFD()), UTF_8))) {
            engine.render("report.jte", page(contents), new WriterOutput(out));
        }
    }

    Page page(ReportContents contents) throws IOException {
        String style = resource("report.css");
        String script = resource("report.js");
        List<Failure> first = new ArrayList<>();
        contents.failures().first(MOST_FAILURES, first::add);
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '" + hash(style)
                + "'; script-src '" + hash(script) + "'";
        return new Page(
                new Page.Looks(style, script, policy),
                contents.head(),
                groups(contents.failureCounts()),
                groups(contents.warningCounts()),
                first,
                contents.allFailures() - first.size(),
                Timeline.of(contents.head()));
    }

    /** The most frequent first. */
    private List<Page.Group> groups(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new Page.Group(count.getKey(), count.getValue(), codes.of(count.getKey())))
                .sorted(Comparator.comparingLong(Page.Group::count).reversed())
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
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
