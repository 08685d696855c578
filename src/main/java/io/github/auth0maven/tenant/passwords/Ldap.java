package io.github.auth0maven.tenant.passwords;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hashes of RFC 2307: a scheme in braces, then base64 of the digest, and of the salt behind it for the salted schemes. */
final class Ldap {

    private static final Pattern FORM = Pattern.compile("\\{([A-Za-z0-9-]+)\\}([A-Za-z0-9+/=]+)");

    private Ldap() {}

    static boolean matches(byte[] password, String value) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            return false;
        }
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        boolean salted = scheme.equals("smd5") || scheme.startsWith("ssha");
        Digests digest = Digests.of(salted ? scheme.substring(1) : scheme);
        byte[] bytes = Base64.getDecoder().decode(form.group(2));
        int length = digest.digest(new byte[0]).length;
        if (bytes.length < length || (!salted && bytes.length > length)) {
            return false;
        }
        byte[] salt = Arrays.copyOfRange(bytes, length, bytes.length);
        byte[] input = Arrays.copyOf(password, password.length + salt.length);
        System.arraycopy(salt, 0, input, password.length, salt.length);
        return MessageDigest.isEqual(digest.digest(input), Arrays.copyOf(bytes, length));
    }
}
