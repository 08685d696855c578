package io.github.auth0maven.mojo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, as it is written. */
record SitePage(Path file, String text) {

    static final Path SITE = Path.of("src/site/markdown");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,4} (.+)$");

    /** What stands between fences, and what it is said to be. */
    record Block(String language, String text) {}

    /** The pages of the site, and those of the repository that people begin with. */
    static List<SitePage> all() {
        try (Stream<Path> site = Files.walk(SITE)) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md")
                                    .map(Path::of),
                            site.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(SitePage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SitePage read(Path file) {
        try {
            return new SitePage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOfSite() {
        return file.startsWith(SITE);
    }

    Stream<Block> blocks(String... languages) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .filter(block -> languages.length == 0 || List.of(languages).contains(block.language()));
    }

    /** Where it leads to, outside of code. */
    List<String> links() {
        return LINK.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /** What its headings are called in links: by the site, or by GitHub. */
    List<String> anchors(boolean bySite) {
        return HEADING.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(heading -> bySite ? ofSite(heading.group(1)) : ofGitHub(heading.group(1)))
                .toList();
    }

    private static String ofGitHub(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private static String ofSite(String heading) {
        return Pattern.compile("[^A-Za-z0-9_-]")
                .matcher(heading.replace("`", "").strip().replace(' ', '_'))
                .replaceAll(other ->
                        String.format(Locale.ROOT, ".%X", (int) other.group().charAt(0)));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
