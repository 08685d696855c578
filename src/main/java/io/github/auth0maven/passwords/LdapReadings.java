package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
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
                .map(each -> Readings.value("{" + each + "}" + form.group(2), "to the scheme {" + each + "}"));
        return Stream.of(Stream.of(Reading.AS_IT_IS), schemes, saltInFront(scheme, form.group(2)))
                .flatMap(each -> each);
    }

    private static Stream<Reading> saltInFront(String scheme, String base64) {
        Optional<Digest> digest = Digest.named(scheme.startsWith("S") ? scheme.substring(1) : scheme);
        Optional<byte[]> bytes = Bytes.of(base64, "base64");
        if (digest.isEmpty()
                || bytes.isEmpty()
                || bytes.get().length <= digest.get().length()) {
            return Stream.empty();
        }
        int saltLength = bytes.get().length - digest.get().length();
        byte[] turned = Bytes.joined(
                Arrays.copyOfRange(bytes.get(), saltLength, bytes.get().length),
                Arrays.copyOf(bytes.get(), saltLength));
        return Stream.of(Readings.value(
                "{" + scheme + "}" + Base64.getEncoder().encodeToString(turned),
                "to the digest with the salt behind it"));
    }
}
