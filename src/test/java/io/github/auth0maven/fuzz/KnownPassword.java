package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.ScryptFunction;
import com.password4j.types.Argon2;
import com.password4j.types.Bcrypt;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A password made by chance, and a hash of it with an algorithm chosen by chance, by the JDK where it has it. */
final class KnownPassword {

    private static final String[] CHARACTERS = {"a", "B", "7", " ", "é", "ß", "Ω", "😀", "\"", "\\", "%", "&", "+", "$"
    };
    private static final int KINDS = 11;

    private final Random random;
    private final String password;

    KnownPassword(Random random) {
        this.random = random;
        StringBuilder text = new StringBuilder(Long.toString(random.nextLong(), 36));
        for (int more = random.nextInt(12); more > 0; more--) {
            text.insert(random.nextInt(text.length()), CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        password = text.toString().replaceAll("[\ud83d\ude00]", "");
    }

    String text() {
        return password;
    }

    /** The member of a user that has the hash: either of the two, or the one that an upsert heeds. */
    String member(boolean customAlone) {
        try {
            return member(customAlone ? 1 + random.nextInt(KINDS - 1) : random.nextInt(KINDS));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private String member(int kind) throws GeneralSecurityException {
        byte[] bytes = password.getBytes(UTF_8);
        byte[] salt = random(16);
        return switch (kind) {
            case 0 -> "\"password_hash\":\"" + bcrypt(bytes, 10) + "\"";
            case 1 -> phc("bcrypt", bcrypt(bytes, 4));
            case 2 -> phc("argon2", argon2(bytes, salt));
            case 3 -> phc("pbkdf2", pbkdf2(salt));
            case 4 -> phc("ldap", "{SSHA}" + base64(join(digest("SHA-1", bytes, salt), salt)));
            case 5 ->
                custom("scrypt", scrypt(bytes, salt), ",\"keylen\":32,\"cost\":16,\"blockSize\":8" + salt(salt, ""));
            case 6 -> hmac(bytes);
            case 7 -> custom("md5", digest("MD5", bytes), "");
            case 8 -> custom("sha1", digest("SHA-1", salt, bytes), salt(salt, "prefix"));
            case 9 -> custom("sha512", digest("SHA-512", bytes, salt), salt(salt, "suffix"));
            default -> inLatin1();
        };
    }

    /** Its bytes are not those of UTF-8; Auth0 is told so. */
    private String inLatin1() throws GeneralSecurityException {
        return ISO_8859_1.newEncoder().canEncode(password)
                ? custom(
                        "sha256",
                        digest("SHA-256", password.getBytes(ISO_8859_1)),
                        ",\"password\":{\"encoding\":\"latin1\"}")
                : custom("sha256", digest("SHA-256", password.getBytes(UTF_8)), "");
    }

    private String hmac(byte[] bytes) throws GeneralSecurityException {
        byte[] key = random(20);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return "\"custom_password_hash\":{\"algorithm\":\"hmac\",\"hash\":{\"value\":\"" + base64(mac.doFinal(bytes))
                + "\",\"encoding\":\"base64\",\"digest\":\"sha256\",\"key\":{\"value\":\""
                + HexFormat.of().formatHex(key) + "\",\"encoding\":\"hex\"}}}";
    }

    private String pbkdf2(byte[] salt) throws GeneralSecurityException {
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 7, 256))
                .getEncoded();
        return "$pbkdf2-sha512$i=7,l=32$" + unpadded(salt) + "$" + unpadded(key);
    }

    private static String bcrypt(byte[] password, int rounds) {
        return BcryptFunction.getInstance(Bcrypt.B, rounds).hash(password).getResult();
    }

    private static String argon2(byte[] password, byte[] salt) {
        return Argon2Function.getInstance(16, 1, 1, 32, Argon2.ID)
                .hash(password, salt)
                .getResult();
    }

    private static byte[] scrypt(byte[] password, byte[] salt) {
        return ScryptFunction.getInstance(16, 8, 1, 32).hash(password, salt).getBytes();
    }

    private static String phc(String algorithm, String value) {
        return "\"custom_password_hash\":{\"algorithm\":\"" + algorithm + "\",\"hash\":{\"value\":\"" + value + "\"}}";
    }

    private static String custom(String algorithm, byte[] hash, String more) {
        return "\"custom_password_hash\":{\"algorithm\":\"" + algorithm + "\",\"hash\":{\"value\":\""
                + HexFormat.of().formatHex(hash) + "\",\"encoding\":\"hex\"}" + more + "}";
    }

    private static String salt(byte[] salt, String position) {
        return ",\"salt\":{\"value\":\"" + base64(salt) + "\",\"encoding\":\"base64\""
                + (position.isEmpty() ? "" : ",\"position\":\"" + position + "\"") + "}";
    }

    private static byte[] digest(String algorithm, byte[]... parts) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(join(parts));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String unpadded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Does not tell it. */
    @Override
    public String toString() {
        return "KnownPassword[…]";
    }
}
