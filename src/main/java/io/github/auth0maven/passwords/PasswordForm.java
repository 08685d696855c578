package io.github.auth0maven.passwords;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a source may have made of a password before it hashed it.
 *
 * @param name what that was, for a person; empty for the password as Auth0 takes it
 * @param encoding the {@code password.encoding} that tells Auth0 so; empty where nothing does
 */
record PasswordForm(String name, String encoding, Function<KnownPassword, byte[]> bytes) {

    static final PasswordForm AS_IT_IS = new PasswordForm("", "", KnownPassword::utf8);

    private static final int BCRYPT_BYTES = 72;

    /** Those that another encoding makes, and that Auth0 can be told. */
    private static final List<PasswordForm> ENCODINGS = List.of(
            new PasswordForm("", "utf16le", in(StandardCharsets.UTF_16LE)),
            new PasswordForm("", "latin1", in(StandardCharsets.ISO_8859_1)),
            new PasswordForm("the password in UTF-16BE", "", in(StandardCharsets.UTF_16BE)));

    private static final List<PasswordForm> TEXTS = List.of(
            new PasswordForm(
                    "the password in Unicode's composed form (NFC)",
                    "",
                    text(text -> Normalizer.normalize(text, Normalizer.Form.NFC))),
            new PasswordForm(
                    "the password in Unicode's decomposed form (NFD)",
                    "",
                    text(text -> Normalizer.normalize(text, Normalizer.Form.NFD))),
            new PasswordForm("the password without the white space around it", "", text(String::strip)),
            new PasswordForm("the password in lower case", "", text(text -> text.toLowerCase(Locale.ROOT))),
            new PasswordForm("the password in upper case", "", text(text -> text.toUpperCase(Locale.ROOT))),
            new PasswordForm("the first 72 bytes of the password", "", password -> cut(password.utf8())));

    /** All of them, the likeliest first. */
    static Stream<PasswordForm> all() {
        return Stream.of(Stream.of(AS_IT_IS), ENCODINGS.stream(), TEXTS.stream(), hashed())
                .flatMap(Function.identity());
    }

    /** Those that take nothing but the password to make, without a hash before the hash. */
    static Stream<PasswordForm> plain() {
        return Stream.of(Stream.of(AS_IT_IS), ENCODINGS.stream(), TEXTS.stream())
                .flatMap(Function.identity());
    }

    /** A hash of the password, which was then hashed again. */
    private static Stream<PasswordForm> hashed() {
        return Stream.of(Digest.MD5, Digest.SHA1, Digest.SHA256, Digest.SHA512)
                .flatMap(digest -> Stream.of(
                        hashed(
                                digest,
                                "hex",
                                bytes -> Bytes.ascii(HexFormat.of().formatHex(bytes))),
                        hashed(
                                digest,
                                "upper-case hex",
                                bytes -> Bytes.ascii(
                                        HexFormat.of().withUpperCase().formatHex(bytes))),
                        hashed(digest, "base64", Base64.getEncoder()::encode),
                        hashed(digest, "bytes", Function.identity())));
    }

    private static PasswordForm hashed(Digest digest, String as, Function<byte[], byte[]> spelling) {
        return new PasswordForm(
                "the " + digest.auth0Name() + " of the password in " + as,
                "",
                password -> spelling.apply(digest.of(password.utf8())));
    }

    private static Function<KnownPassword, byte[]> in(Charset charset) {
        return password -> password.bytes(charset);
    }

    private static Function<KnownPassword, byte[]> text(Function<String, String> change) {
        return password -> change.apply(password.text()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, BCRYPT_BYTES));
    }

    /** Whether Auth0 can be told. */
    boolean isPossible() {
        return name.isEmpty();
    }
}
