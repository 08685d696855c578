package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Decrypts private keys that a passphrase protects. */
final class KeyEncryption {

    private static final int SALT_SIZE = 8;

    private KeyEncryption() {}

    /**
     * The PKCS#8 form of a key in encrypted PKCS#8.
     *
     * @throws IOException if this is nothing of the kind, or encrypted in a way that the JDK does not know
     */
    static byte[] open(byte[] encrypted, String passphrase) throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
        AlgorithmParameters parameters = info.getAlgParameters();
        if (parameters == null) {
            throw new NoSuchAlgorithmException(info.getAlgName());
        }
        // PBES2 is a frame; the JDK tells what is in it by the parameters' text alone: PBEWithHmacSHA256AndAES_256.
        boolean framed =
                parameters.getAlgorithm().equals("PBES2") || info.getAlgName().startsWith("PBES2");
        String scheme = framed ? parameters.toString() : info.getAlgName();
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray());
        SecretKey key = SecretKeyFactory.getInstance(scheme).generateSecret(spec);
        Cipher cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        return info.getKeySpec(cipher).getEncoded();
    }

    /**
     * The content of a PEM block that is encrypted as OpenSSL did before PKCS#8.
     *
     * @param name of the cipher, by its DEK-Info header
     * @param vector in hexadecimal, by the same header
     */
    static byte[] openOld(String name, String vector, byte[] encrypted, String passphrase)
            throws GeneralSecurityException {
        String algorithm = name.startsWith("AES-") ? "AES" : "DESede";
        int keySize = switch (name) {
            case "AES-128-CBC" -> 16;
            case "AES-192-CBC", "DES-EDE3-CBC" -> 24;
            case "AES-256-CBC" -> 32;
            default -> throw new NoSuchAlgorithmException(name);
        };
        byte[] iv = vector(vector);
        Cipher cipher = Cipher.getInstance(algorithm + "/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(oldKey(passphrase, Arrays.copyOf(iv, SALT_SIZE), keySize), algorithm),
                new IvParameterSpec(iv));
        return cipher.doFinal(encrypted);
    }

    private static byte[] vector(String hexadecimal) throws GeneralSecurityException {
        try {
            return HexFormat.of().parseHex(hexadecimal);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** OpenSSL's EVP_BytesToKey: MD5 of the digest before, the passphrase and the salt, until there is enough of it. */
    private static byte[] oldKey(String passphrase, byte[] salt, int size) throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] key = new byte[size];
        byte[] digest = new byte[0];
        for (int filled = 0; filled < size; filled += digest.length) {
            md5.update(digest);
            md5.update(passphrase.getBytes(UTF_8));
            digest = md5.digest(salt);
            System.arraycopy(digest, 0, key, filled, Math.min(digest.length, size - filled));
        }
        return key;
    }
}
