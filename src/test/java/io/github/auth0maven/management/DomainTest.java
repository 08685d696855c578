package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

    @ParameterizedTest
    @CsvSource({
        "example.eu.auth0.com, https://example.eu.auth0.com/, example.eu.auth0.com",
        "'  example.eu.auth0.com ', https://example.eu.auth0.com/, example.eu.auth0.com",
        "Example.EU.auth0.com, https://example.eu.auth0.com/, example.eu.auth0.com",
        "https://example.eu.auth0.com, https://example.eu.auth0.com/, example.eu.auth0.com",
        "HTTPS://example.eu.auth0.com/, https://example.eu.auth0.com/, example.eu.auth0.com",
        "login.example.com:8443, https://login.example.com:8443/, login.example.com:8443",
        "https://localhost:3000, https://localhost:3000/, localhost:3000",
        "http://localhost:3000, http://localhost:3000/, http://localhost:3000",
        "HTTP://LOCALHOST:3000/, http://localhost:3000/, http://localhost:3000",
        "http://127.0.0.1:65535, http://127.0.0.1:65535/, http://127.0.0.1:65535",
        "http://127.1.2.3:1, http://127.1.2.3:1/, http://127.1.2.3:1",
        "http://[::1]:3000, http://[::1]:3000/, http://[::1]:3000"
    })
    void aDomainIsReadAsPeopleWriteIt(String written, String url, String shown) {
        Domain domain = Domain.parse(written);

        assertThat(domain.url()).hasToString(url);
        assertThat(domain).hasToString(shown);
        assertThat(domain.defaultAudience()).isEqualTo(url + "api/v2/");
        assertThat(okhttp3.HttpUrl.get(domain.url().toString()).host()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.eu.auth0.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://10.0.0.1",
                "http://[::2]:3000",
                "http://[::ffff:10.0.0.1]",
                "http://localhost.",
                "http://app.localhost",
                "http://0.0.0.0:3000",
                "http://2130706433"
            })
    void usersAreNotSentUnencryptedToAnotherMachine(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.parse(written))
                .withMessageStartingWith("\"" + written + "\"")
                .withMessageContaining("use https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://",
                "://example.com",
                "my_tenant.auth0.com",
                "example .com",
                "example.com/api/v2",
                "https://example.com/api/v2/",
                "https://example.com//",
                "https://example.com?x=1",
                "https://example.com#x",
                "example.com:http",
                "https://example.com:65536",
                "https://example.com:0",
                "http://1127.0.0.1:3000",
                "http://127.1",
                "http://0x7f.0.0.1",
                "http://127.0.0.1111",
                "b\u00fccher.example"
            })
    void whatIsNoDomainIsRefusedWithAnExample(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.parse(written))
                .withMessage("\"" + written
                        + "\" is not a domain; give it as the Dashboard shows it, such as example.eu.auth0.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:s3cr3t@example.com, https://…@example.com",
        "s3cr3t@example.com, …@example.com",
        "http://s3cr3t@localhost:3000, http://…@localhost:3000",
        "http://localhost:80@s3cr3t@example.com, http://…@example.com",
        "mailto:s3cr3t@example.com, …@example.com"
    })
    void aNameAndAPasswordAreNoPartOfADomainAndNotShown(String written, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.parse(written))
                .withMessageStartingWith("\"" + shown + "\" is not a domain");
    }

    @Test
    void anotherSchemeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.parse("ftp://example.com"))
                .withMessage("\"ftp://example.com\" must begin with https:// or with no scheme at all");
    }
}
