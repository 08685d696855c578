package io.github.auth0maven.passwords.sources;

import java.util.Base64;
import java.util.HexFormat;

/** Bytes as hashes have them. */
final class B64 {

    private B64() {}

    /** Base64 without padding, as PHC strings have it. */
    static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of base64, padded or not; or of what passlib makes of it, with a dot for each plus sign. */
    static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.replace('.', '+'));
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
