package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Other readings of an {@code ldap} hash: another scheme, or the salt in front of the digest. */
final class LdapReadings {

    private static final Pattern FORM = Pattern.compile("\\{([A-Za-z0-9-]+)\\}(.+)");

    private LdapReadings() {}

    static Stream<Reading> of(ObjectNode hash) {
        Matcher form = FORM.matcher(hash.path("hash").path("value").asText());
        if (!form.matches()) {
            return Stream.of(Reading.AS_IT_IS);
        }
        String scheme = form.group(1).toUpperCase(Locale.ROOT);
        Stream<Reading> schemes = Stream.of("MD5", "SMD5", "SHA", "SSHA", "SHA256", "SSHA256", "SHA512", "SSHA512")
                .filter(each -> !each.equals(scheme))
                .map(each -> Readings.value(
                        value -> value.replaceFirst("[^}]*", "{" + each), "to the scheme {" + each + "}"));
        Stream<Reading> saltInFront = turned(form.group()).equals(form.group())
                ? Stream.empty()
                : Stream.of(Readings.value(LdapReadings::turned, "to the digest with the salt behind it"));
        return Stream.of(Stream.of(Reading.AS_IT_IS), schemes, saltInFront).flatMap(Function.identity());
    }

    /** The same with what stands in front of the last bytes, as many as the digest has, behind them; if there is anything. */
    private static String turned(String value) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            return value;
        }
        Optional<Digest> digest = Digest.named(form.group(1).replaceFirst("^[Ss](?=[Ss]|[Mm])", ""));
        byte[] bytes = Bytes.of(form.group(2), "base64").orElse(new byte[0]);
        int salt = digest.isEmpty() ? 0 : bytes.length - digest.get().length();
        if (salt <= 0) {
            return value;
        }
        byte[] turned = Bytes.joined(Arrays.copyOfRange(bytes, salt, bytes.length), Arrays.copyOf(bytes, salt));
        return "{" + form.group(1) + "}" + Base64.getEncoder().encodeToString(turned);
    }
}
