package io.github.auth0maven.management;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The encodings of private keys, as far as the JDK leaves something to do: it reads PKCS#8 alone. */
final class KeyEncoding {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int LONGEST_SHORT = 127;

    /** The version, 0, and the algorithm, rsaEncryption without parameters (RFC 5208, RFC 8017). */
    private static final byte[] VERSION_AND_RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private KeyEncoding() {}

    /** The PKCS#8 form of an RSA key in PKCS#1, which is its content. */
    static byte[] pkcs8(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_AND_RSA);
        content.writeBytes(element(OCTET_STRING, pkcs1));
        return element(SEQUENCE, content.toByteArray());
    }

    /** Whether this is a private key in PKCS#8 that is good for something else than signing by RSA as Auth0 wants it. */
    static boolean isOfAnotherKind(byte[] pkcs8) {
        return Stream.of("EC", "EdDSA", "RSASSA-PSS", "DSA", "XDH").anyMatch(kind -> isOf(kind, pkcs8));
    }

    private static boolean isOf(String kind, byte[] pkcs8) {
        try {
            KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** An element of DER, with its length in as few bytes as it takes. */
    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length > LONGEST_SHORT) {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            element.write(0x80 | bytes);
            for (int shift = 8 * (bytes - 1); shift > 0; shift -= 8) {
                element.write(content.length >> shift);
            }
        }
        element.write(content.length);
        element.writeBytes(content);
        return element.toByteArray();
    }
}
