package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
        return written(hash).stream()
                .flatMap(written -> variants().flatMap(variant -> variant.reading(written).stream()))
                .flatMap(reading -> PasswordForm.plain().map(reading::of));
    }

    /** The reading with the number of iterations that a password needs; found by trying every one of them. */
    static Optional<Reading> withAnyCount(ObjectNode hash, KnownPassword password) {
        byte[] bytes = password.utf8();
        try {
            return written(hash).stream()
                    .flatMap(written ->
                            variants().parallel().flatMap(variant -> variant.counted(written, bytes).stream()))
                    .findFirst();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Optional<Pbkdf2Hash> written(ObjectNode hash) {
        return Pbkdf2Hash.read(hash.path("hash").path("value").asText());
    }

    private static Stream<Variant> variants() {
        return SaltForm.ALL.stream()
                .flatMap(salt -> DIGESTS.stream().map(digest -> new Variant(salt, digest, OptionalInt.empty())));
    }

    /**
     * What the text of a salt may be.
     *
     * @param base64 makes of it what Auth0 decodes
     */
    private record SaltForm(String how, UnaryOperator<String> base64) {

        static final List<SaltForm> ALL = List.of(
                new SaltForm("a salt in Base64 without padding, with \"+\" and \"/\"", Pbkdf2Readings::standard),
                new SaltForm(
                        "the salt's text in Base64, for Auth0 decodes it",
                        salt -> BASE64.encodeToString(salt.getBytes(StandardCharsets.UTF_8))),
                new SaltForm(
                        "the bytes of the salt's hex in Base64",
                        salt -> Bytes.of(salt, "hex")
                                .map(BASE64::encodeToString)
                                .orElse("not hex")));
    }

    /** A way to read it; the number of iterations is that which is written, if it has none of its own. */
    private record Variant(SaltForm salt, Digest digest, OptionalInt count) {

        /** The hash, read so, with well-formed parts; nothing if it cannot be. */
        Optional<Pbkdf2Hash> of(Pbkdf2Hash written) {
            String mendedSalt = salt.base64().apply(written.salt());
            String hash = standard(hexToBase64(written.hash()));
            int length = Bytes.of(hash, "base64").map(bytes -> bytes.length).orElse(0);
            return length == 0 || Bytes.of(mendedSalt, "base64").isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Pbkdf2Hash(
                            digest.auth0Name(), count.orElse(written.iterations()), length, mendedSalt, hash));
        }

        Optional<Reading> reading(Pbkdf2Hash written) {
            return of(written).map(mended -> {
                String how = how(written, mended);
                return how.isEmpty() ? Reading.AS_IT_IS : Readings.value(this::mended, "to " + how);
            });
        }

        /** With the number of iterations that opens it. */
        Optional<Reading> counted(Pbkdf2Hash written, byte[] password) {
            Optional<Pbkdf2Hash> mended = of(written);
            if (mended.isEmpty()) {
                return Optional.empty();
            }
            byte[] wanted = Base64.getDecoder().decode(mended.get().hash());
            OptionalInt found = mended.get().countThatGives(wanted, digest, password, MOST_ITERATIONS);
            return found.isEmpty() ? Optional.empty() : new Variant(salt, digest, found).reading(written);
        }

        private String mended(String value) {
            return Pbkdf2Hash.read(value)
                    .flatMap(this::of)
                    .map(Pbkdf2Hash::toString)
                    .orElse(value);
        }

        private String how(Pbkdf2Hash written, Pbkdf2Hash mended) {
            boolean sameDigest = Digest.named(written.digest()).equals(Optional.of(digest));
            return Stream.of(
                            written.iterations() == mended.iterations() ? "" : "i=" + mended.iterations(),
                            sameDigest ? "" : "the digest " + digest.auth0Name(),
                            written.salt().equals(mended.salt()) ? "" : salt.how(),
                            written.hash().equals(mended.hash())
                                    ? ""
                                    : "a hash in Base64 without padding, with \"+\" and \"/\"",
                            written.length() == mended.length() ? "" : "l=" + mended.length())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" and "));
        }
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
