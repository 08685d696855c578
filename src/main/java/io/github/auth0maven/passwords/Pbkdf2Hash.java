package io.github.auth0maven.passwords;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pbkdf2 hash as a PHC string: {@code $pbkdf2-<digest>$i=…,l=…$salt$hash}, salt and hash in Base64 without padding.
 *
 * <p>RFC 8018 is followed over bytes, for the JDK's own implementation takes characters and does not know every digest.
 */
record Pbkdf2Hash(String digest, int iterations, int length, String salt, String hash) {

    private static final int ITERATIONS = 100_000;
    private static final int LENGTH = 64;
    private static final Pattern FORM =
            Pattern.compile("\\$pbkdf2-([A-Za-z0-9/_-]+)\\$(?:([^$]*=[^$]*)\\$)?([^$]*)\\$([^$]+)");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*");

    /** Takes a string apart, whatever its salt and hash look like. */
    static Optional<Pbkdf2Hash> read(String phc) {
        Matcher form = FORM.matcher(phc);
        if (!form.matches()) {
            return Optional.empty();
        }
        String options = form.group(2) == null ? "" : form.group(2);
        return Optional.of(new Pbkdf2Hash(
                form.group(1),
                option(options, 'i', ITERATIONS),
                option(options, 'l', LENGTH),
                form.group(3),
                form.group(4)));
    }

    private static int option(String options, char name, int otherwise) {
        for (String option : options.split(",", -1)) {
            if (option.matches(name + "=[0-9]{1,9}")) {
                return Integer.parseInt(option.substring(2));
            }
        }
        return otherwise;
    }

    @Override
    public String toString() {
        return "$pbkdf2-" + digest + "$i=" + iterations + ",l=" + length + "$" + salt + "$" + hash;
    }

    /** Whether this is the hash of the password, as Auth0 computes it: the alphabets are strict, and lengths have to agree. */
    boolean matches(byte[] password) {
        Optional<Digest> algorithm = Digest.named(digest);
        if (algorithm.isEmpty()
                || !BASE64.matcher(salt).matches()
                || !BASE64.matcher(hash).matches()
                || iterations < 1) {
            return false;
        }
        byte[] wanted = Base64.getDecoder().decode(hash);
        return wanted.length == length
                && countThatGives(wanted, algorithm.get(), password, iterations).orElse(0) == iterations;
    }

    /** The smallest number of iterations up to a bound that gives this hash; those that are not the bound are a by-product. */
    OptionalInt countThatGives(byte[] wanted, Digest algorithm, byte[] password, int bound) {
        UnaryOperator<byte[]> mac = algorithm.hmac(password);
        int blocks = (wanted.length + algorithm.length() - 1) / algorithm.length();
        byte[] first = Arrays.copyOf(wanted, Math.min(wanted.length, algorithm.length()));
        byte[] last = mac.apply(numbered(1));
        byte[] sum = last.clone();
        for (int count = 1; count <= bound; count++) {
            if (isPrefix(first, sum) && othersMatch(wanted, mac, blocks, count)) {
                return OptionalInt.of(count);
            }
            last = mac.apply(last);
            add(sum, last);
        }
        return OptionalInt.empty();
    }

    private boolean othersMatch(byte[] wanted, UnaryOperator<byte[]> mac, int blocks, int count) {
        for (int block = 2; block <= blocks; block++) {
            byte[] last = mac.apply(numbered(block));
            byte[] sum = last.clone();
            for (int round = 1; round < count; round++) {
                last = mac.apply(last);
                add(sum, last);
            }
            int from = (block - 1) * sum.length;
            if (!isPrefix(Arrays.copyOfRange(wanted, from, Math.min(wanted.length, from + sum.length)), sum)) {
                return false;
            }
        }
        return true;
    }

    private byte[] numbered(int block) {
        byte[] bytes = Base64.getDecoder().decode(salt);
        byte[] numbered = Arrays.copyOf(bytes, bytes.length + Integer.BYTES);
        numbered[numbered.length - 1] = (byte) block;
        return numbered;
    }

    private static void add(byte[] sum, byte[] more) {
        for (int at = 0; at < sum.length; at++) {
            sum[at] ^= more[at];
        }
    }

    private static boolean isPrefix(byte[] prefix, byte[] whole) {
        return Arrays.equals(prefix, 0, prefix.length, whole, 0, prefix.length);
    }
}
