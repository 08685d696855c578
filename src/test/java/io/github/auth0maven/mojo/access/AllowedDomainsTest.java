package io.github.auth0maven.mojo.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0maven.management.Domain;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedDomainsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "staging.eu.auth0.com|staging.eu.auth0.com",
                "Staging.EU.auth0.com|https://staging.eu.auth0.com/",
                "staging.eu.auth0.com|STAGING.eu.auth0.com",
                "staging.eu.auth0.com|staging.eu.auth0.com:443",
                "*.eu.auth0.com|staging.eu.auth0.com",
                "dev-*.*.auth0.com|dev-7.us.auth0.com",
                "one.auth0.com, dev-*.auth0.com|dev-7.auth0.com",
                "one.auth0.com  two.auth0.com|two.auth0.com",
                "127.0.0.1|http://127.0.0.1:8080",
                "127.0.0.1:*|http://127.0.0.1:8080",
                "localhost:8080|http://localhost:8080",
                "[::1]|http://[::1]:8080"
            })
    void aTenantThatAPatternFitsIsAllowed(String patterns, String domain) throws Exception {
        AllowedDomains allowed = AllowedDomains.of(patterns);

        assertThatCode(() -> allowed.check(Domain.parse(domain), "the POM")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "staging.eu.auth0.com|production.eu.auth0.com",
                "staging.eu.auth0.com|staging.eu.auth0.com.example.com",
                "staging.eu.auth0.com|x.staging.eu.auth0.com",
                "staging.eu.auth0.com|stagingXeu.auth0.com",
                "*.auth0.com|staging.eu.auth0.com",
                "*|staging.eu.auth0.com",
                "*.eu.auth0.com|evil.com.eu.auth0.com",
                "localhost:8080|http://localhost:8081"
            })
    void everyOtherTenantIsRefused(String patterns, String domain) throws Exception {
        AllowedDomains allowed = AllowedDomains.of(patterns);

        assertThatThrownBy(() -> allowed.check(Domain.parse(domain), "the command line"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The tenant ")
                .hasMessageContaining(
                        "(the command line) is not one that auth0.allowedDomains allows (" + patterns + ")")
                .hasMessageContaining("nothing has been sent");
    }

    @Test
    void everyListHasToAllowIt() throws Exception {
        Domain staging = Domain.parse("staging.auth0.com");

        AllowedDomains.of("*.auth0.com", null, "staging.auth0.com").check(staging, "the POM");
        assertThatThrownBy(
                        () -> AllowedDomains.of("one.auth0.com", "*.auth0.com").check(staging, "the POM"))
                .hasMessageContaining("(one.auth0.com)");
        assertThatThrownBy(
                        () -> AllowedDomains.of("*.auth0.com", "one.auth0.com").check(staging, "the POM"))
                .hasMessageContaining("(one.auth0.com)");
    }

    @Test
    void withoutAListEveryTenantIsAllowed() throws Exception {
        AllowedDomains.of(null, null).check(Domain.parse("production.auth0.com"), "the POM");
    }

    @Test
    void aPatternMayBeWrittenAsADomainIs() throws Exception {
        AllowedDomains allowed = AllowedDomains.of("https://staging-*.auth0.com/, http://127.0.0.1:*");

        allowed.check(Domain.parse("staging-1.auth0.com"), "the POM");
        allowed.check(Domain.parse("http://127.0.0.1:8080"), "the POM");
        assertThatThrownBy(() -> allowed.check(Domain.parse("production.auth0.com"), "the POM"))
                .hasMessageContaining("(staging-*.auth0.com, 127.0.0.1:*)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ", ,"})
    void anEmptyListIsAMistake(String list) {
        assertThatThrownBy(() -> AllowedDomains.of(list))
                .hasMessageContaining("allowedDomains (-Dauth0.allowedDomains) is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "ftp://staging.auth0.com",
                "staging.auth0.com/",
                "staging.?.com",
                "(a|b).com",
                "${tenants}"
            })
    void whatIsNoPatternIsAMistake(String pattern) {
        assertThatThrownBy(() -> AllowedDomains.of("one.auth0.com " + pattern))
                .hasMessageContaining("\"" + pattern + "\" is no pattern of domains: write the domain alone");
    }
}
