package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Other readings of a {@code pbkdf2} hash: its salt as text, another digest, a length that is the hash's, Base64 in another
 * alphabet; and any number of iterations, which one computation finds.
 */
final class Pbkdf2Readings {

    /** More than any source is known to use. */
    private static final int MOST_ITERATIONS = 1_300_000;

    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final List<Digest> DIGESTS = List.of(Digest.SHA1, Digest.SHA256, Digest.SHA512, Digest.MD5);

    private Pbkdf2Readings() {}

    static Stream<Reading> of(ObjectNode hash) {
        return variants(hash)
                .map(Variant::reading)
                .flatMap(
                        reading -> reading.distance() < 2 ? PasswordForm.plain().map(reading::of) : Stream.of(reading));
    }

    /** The reading with the number of iterations that a password needs; found by trying every one of them. */
    static Optional<Reading> withAnyCount(ObjectNode hash, KnownPassword password) {
        byte[] bytes = password.utf8();
        return variants(hash)
                .flatMap(variant -> {
                    OptionalInt count = variant.hash()
                            .countThatGives(
                                    Base64.getDecoder().decode(variant.hash().hash()),
                                    variant.digest(),
                                    bytes,
                                    MOST_ITERATIONS);
                    return count.isPresent() ? Stream.of(variant.withCount(count.getAsInt())) : Stream.empty();
                })
                .findFirst();
    }

    /** A way to read it, with well-formed parts. */
    private record Variant(Pbkdf2Hash hash, Digest digest, List<String> how) {

        Reading reading() {
            return how.isEmpty()
                    ? Reading.AS_IT_IS
                    : Readings.value(hash.toString(), "to " + String.join(" and ", how));
        }

        Reading withCount(int count) {
            Pbkdf2Hash counted = new Pbkdf2Hash(hash.digest(), count, hash.length(), hash.salt(), hash.hash());
            String so = how.isEmpty() ? "" : " and " + String.join(" and ", how);
            return Readings.value(counted.toString(), "to i=" + count + so);
        }
    }

    private static Stream<Variant> variants(ObjectNode hash) {
        Optional<Pbkdf2Hash> read =
                Pbkdf2Hash.read(hash.path("hash").path("value").asText());
        return read.stream()
                .flatMap(written -> salts(written)
                        .flatMap(salt -> DIGESTS.stream().flatMap(digest -> variant(written, salt, digest).stream())));
    }

    private record Salt(String base64, String how) {}

    /** The salt as it stands, as the text that it is, or as hex. */
    private static Stream<Salt> salts(Pbkdf2Hash written) {
        String standard = standard(written.salt());
        Stream<Salt> asText = Stream.of(new Salt(
                BASE64.encodeToString(written.salt().getBytes(StandardCharsets.UTF_8)),
                "the salt's text in Base64, for Auth0 decodes it"));
        Stream<Salt> asHex = Bytes.of(written.salt(), "hex").stream()
                .map(bytes -> new Salt(BASE64.encodeToString(bytes), "the bytes of the salt's hex in Base64"));
        String how = standard.equals(written.salt()) ? "" : "a salt in Base64 without padding, with \"+\" and \"/\"";
        return Stream.of(Stream.of(new Salt(standard, how)), asText, asHex).flatMap(Function.identity());
    }

    private static Optional<Variant> variant(Pbkdf2Hash written, Salt salt, Digest digest) {
        String spelled = standard(hexToBase64(written.hash()));
        Optional<byte[]> bytes = Bytes.of(spelled, "base64");
        if (bytes.isEmpty()
                || bytes.get().length == 0
                || Bytes.of(salt.base64(), "base64").isEmpty()) {
            return Optional.empty();
        }
        int length = bytes.get().length;
        List<String> how = Stream.of(
                        Digest.named(written.digest()).equals(Optional.of(digest))
                                ? ""
                                : "the digest " + digest.auth0Name(),
                        salt.how(),
                        spelled.equals(written.hash()) ? "" : "a hash in Base64 without padding, with \"+\" and \"/\"",
                        length == written.length() ? "" : "l=" + length)
                .filter(each -> !each.isEmpty())
                .toList();
        return Optional.of(new Variant(
                new Pbkdf2Hash(digest.auth0Name(), written.iterations(), length, salt.base64(), spelled), digest, how));
    }

    private static String standard(String base64) {
        return base64.replace('.', '+').replace('-', '+').replace('_', '/').replace("=", "");
    }

    /** Base64 of a hash that stands there in hex, of one of the usual lengths. */
    private static String hexToBase64(String hash) {
        boolean hex = List.of(32, 40, 64, 128).contains(hash.length()) && hash.matches("[0-9a-fA-F]+");
        return hex ? BASE64.encodeToString(HexFormat.of().parseHex(hash)) : hash;
    }
}
