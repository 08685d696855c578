package io.github.auth0maven.tenant.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo@bar.com",
                "x@x.au",
                "foo@bar.com.au",
                "foo+bar@bar.com",
                "hans.m端ller@test.com",
                "hans@m端ller.com",
                "test|123@m端ller.com",
                "test123+ext@gmail.com",
                "some.name.midd.leNa.me.and.locality+extension@GoogleMail.com",
                "!#$%&'*+-/=?^_`{|}~@example.org",
                "пользователь@пример.рф",
                "用户@例子.公司",
                "a@b.xn--p1ai",
                "a@xn--e1afmkfd.XN--p1ai",
                "\"foobar\"@example.com",
                "\"  foo  m端ller \"@example.com",
                "\"foo\\@bar\"@example.com",
                "\"foo\\\"bar\"@example.com",
                "a@1and1.com",
                "a@ex😀mple.com"
            })
    void itIsAnAddress(String text) {
        assertThat(EmailFormat.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "foo",
                "foo@",
                "@invalid.com",
                "invalidemail@",
                "foo@bar",
                "foo@localhost",
                "foo@127.0.0.1",
                "foo@[127.0.0.1]",
                "foo@bar.com.",
                "foo@bar..com",
                "foo@.com",
                "foo@bar.c",
                "foo@bar.co m",
                "foo@bar.12",
                "foo@bar.c_m",
                "foo@_bar.com",
                "foo@-bar.com",
                "foo@bar-.com",
                "foo@bar_.co.uk",
                "somename@ｇｍａｉｌ.com",
                "gmail...ignores...dots...@gmail.com",
                ".foo@bar.com",
                "foo.@bar.com",
                "foo..bar@bar.com",
                "foo bar@bar.com",
                " foo@bar.com",
                "foo@bar.com ",
                "foo(comment)@bar.com",
                "a,b@bar.com",
                "a@b@bar.com",
                "😀@bar.com",
                "foo\u00a0bar@bar.com",
                "\"foo\"bar\"@bar.com",
                "\"@bar.com",
                "\"foo\nbar\\\"@bar.com",
                "Name <foo@bar.com>"
            })
    void itIsNoAddress(String text) {
        assertThat(EmailFormat.matches(text)).isFalse();
    }

    @Test
    void itsLengthsAreLimited() {
        String label = "d".repeat(63);
        String domain = label + "." + label + "." + "d".repeat(57) + ".com";

        assertThat(EmailFormat.matches("l".repeat(64) + "@example.com")).isTrue();
        assertThat(EmailFormat.matches("é".repeat(64) + "@example.com")).isTrue();
        assertThat(EmailFormat.matches("l".repeat(65) + "@example.com")).isFalse();
        assertThat(EmailFormat.matches("l@" + "d".repeat(64) + ".com")).isFalse();
        assertThat(EmailFormat.matches("l".repeat(64) + "@" + domain)).isEqualTo(domain.length() + 65 <= 254);
        assertThat(EmailFormat.matches("l".repeat(254 - 1 - domain.length()) + "@" + domain))
                .isTrue();
        assertThat(EmailFormat.matches("l".repeat(255 - 1 - domain.length()) + "@" + domain))
                .isFalse();
    }

    @Test
    void aLongQuotedPartIsJudgedInTime() {
        assertThat(EmailFormat.matches("\"" + "\\a".repeat(31) + "@example.com"))
                .isFalse();
    }
}
