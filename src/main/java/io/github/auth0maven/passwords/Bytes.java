package io.github.auth0maven.passwords;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes as texts spell them, in the encodings that Auth0 names. */
final class Bytes {

    private Bytes() {}

    /** The bytes of a text; empty if it is not in that encoding. */
    static Optional<byte[]> of(String text, String encoding) {
        try {
            return Optional.of(
                    switch (encoding) {
                        case "hex" -> HexFormat.of().parseHex(text);
                        case "base64" ->
                            Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
                        default -> text.getBytes(StandardCharsets.UTF_8);
                    });
        } catch (IllegalArgumentException notInIt) {
            return Optional.empty();
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
