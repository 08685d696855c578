package io.github.auth0maven.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site has a page for each code, where reports look for it. */
class SitePagesTest {

    @Test
    void eachCodeHasAPageThatSaysAllThatIsKnownOfIt(@TempDir Path site) throws IOException {
        SitePages.main(new String[] {site.toString()});

        String index = Files.readString(site.resolve("codes/index.md"));
        assertThat(CodePages.read().all()).isNotEmpty().allSatisfy(page -> {
            String file = page.url().substring(CodePage.SITE.length()).replace(".html", ".md");
            String text = Files.readString(site.resolve(file));
            assertThat(text).startsWith("# " + page.code() + "\n\n").contains("**To do:** ");
            page.fails().ifPresent(example -> assertThat(text).contains("\n## Fails\n\n```\n" + example + "\n```\n"));
            page.passes().ifPresent(example -> assertThat(text).contains("\n## Passes\n\n```\n" + example + "\n```\n"));
            page.documented().ifPresent(where -> assertThat(text).contains("(" + where + ")"));
            assertThat(text.contains("Auth0's own words"))
                    .isEqualTo(page.words().isPresent());
            assertThat(index).contains("(" + page.code() + ".html)");
        });
        assertThat(Files.readString(site.resolve("codes/ARRAY_LENGTH_LONG.md"))).doesNotContain("[ARRAY_");
    }
}
