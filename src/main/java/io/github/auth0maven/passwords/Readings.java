package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All other readings of the same bytes that a source may have meant, the nearest first. They are found for one hash, and can be
 * tried on every other of its shape.
 */
final class Readings {

    private static final List<String> ENCODINGS = List.of("utf8", "hex", "base64");
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})+");

    private Readings() {}

    /** The readings of a hash; where each try is cheap, those with several changes, too. */
    static Stream<Reading> of(ObjectNode hash) {
        Stream<Reading> readings = switch (hash.path("algorithm").asText()) {
            case "bcrypt" -> saltReadings(hash).flatMap(Readings::withPlainForms);
            case "argon2" ->
                Stream.concat(Stream.of(Reading.AS_IT_IS), phcSpellings(hash, 4))
                        .flatMap(Readings::withForms);
            case "pbkdf2" -> Pbkdf2Readings.of(hash);
            case "scrypt" -> ScryptReadings.of(hash);
            case "ldap" -> LdapReadings.of(hash).flatMap(Readings::withForms);
            case "hmac" -> cross(hash, Readings::keyReadings);
            default -> cross(hash, Readings::algorithmReadings);
        };
        return readings.filter(reading -> reading.distance() > 0).sorted(Comparator.comparingInt(Reading::distance));
    }

    private static Stream<Reading> cross(ObjectNode hash, Function<ObjectNode, Stream<Reading>> algorithms) {
        return algorithms
                .apply(hash)
                .flatMap(one -> saltReadings(hash).map(two -> joined(one, two)))
                .flatMap(both -> hashReadings(hash).map(three -> joined(both, three)))
                .flatMap(Readings::withForms);
    }

    private static Stream<Reading> withForms(Reading reading) {
        return PasswordForm.all().map(reading::of);
    }

    /** As with all forms; of hashes before the hash only those that sources are known for, for a try is dear. */
    private static Stream<Reading> withPlainForms(Reading reading) {
        return reading.changes().isEmpty()
                ? withForms(reading)
                : PasswordForm.plain().map(reading::of);
    }

    static Reading joined(Reading one, Reading two) {
        return new Reading(
                Stream.concat(one.changes().stream(), two.changes().stream()).toList(),
                two.form(),
                hash -> two.edit().apply(one.edit().apply(hash)));
    }

    /** The digests that give hashes of the same length, and that Auth0 takes. */
    private static Stream<Reading> algorithmReadings(ObjectNode hash) {
        Optional<Digest> declared = Digest.named(hash.path("algorithm").asText());
        Stream<Reading> others = Stream.of(Digest.MD5, Digest.MD4, Digest.SHA1, Digest.SHA256, Digest.SHA512)
                .filter(each -> !declared.equals(Optional.of(each)))
                .map(each -> set("algorithm", each.auth0Name()));
        return Stream.concat(Stream.of(Reading.AS_IT_IS), others);
    }

    /** Where the salt stands, what its text means, and the separators that sources put behind it. */
    static Stream<Reading> saltReadings(ObjectNode hash) {
        JsonNode salt = hash.path("salt");
        if (!salt.isObject()) {
            return Stream.of(Reading.AS_IT_IS);
        }
        String text = salt.path("value").asText();
        String declared = salt.path("encoding").asText("utf8");
        String other = salt.path("position").asText().equals("suffix") ? "prefix" : "suffix";
        Stream<Reading> encodings = Stream.concat(
                Stream.of(Reading.AS_IT_IS),
                ENCODINGS.stream()
                        .filter(each ->
                                !each.equals(declared) && Bytes.of(text, each).isPresent())
                        .map(each -> set("salt.encoding", each)));
        return encodings.flatMap(one -> Stream.of(one, joined(one, set("salt.position", other))));
    }

    /** What the text of the hash means. */
    static Stream<Reading> hashReadings(ObjectNode hash) {
        String text = hash.path("hash").path("value").asText();
        String declared = hash.path("hash").path("encoding").asText();
        Stream<Reading> encodings = Stream.of("hex", "base64")
                .filter(each -> !each.equals(declared) && Bytes.of(text, each).isPresent())
                .map(each -> set("hash.encoding", each));
        Stream<Reading> hexInBase64 = HEX.matcher(decoded(text)).matches()
                ? Stream.of(joined(
                        value(Readings::decoded, "to what it decodes to from base64"), set("hash.encoding", "hex")))
                : Stream.empty();
        return Stream.of(Stream.of(Reading.AS_IT_IS), encodings, hexInBase64).flatMap(Function.identity());
    }

    private static String decoded(String base64) {
        return Bytes.of(base64, "base64")
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse("");
    }

    /** What the text of an HMAC's key means, and the digests that give as many bytes. */
    private static Stream<Reading> keyReadings(ObjectNode hash) {
        JsonNode key = hash.path("hash").path("key");
        String declared = key.path("encoding").asText("utf8");
        String digest = hash.path("hash").path("digest").asText();
        List<Reading> keys = Stream.concat(
                        Stream.of(Reading.AS_IT_IS),
                        ENCODINGS.stream()
                                .filter(each -> !each.equals(declared)
                                        && Bytes.of(key.path("value").asText(), each)
                                                .isPresent())
                                .map(each -> set("hash.key.encoding", each)))
                .toList();
        Stream<Reading> digests = Stream.of(Digest.MD4, Digest.MD5, Digest.SHA1, Digest.SHA256, Digest.SHA512)
                .map(Digest::auth0Name)
                .filter(each -> !each.equals(digest))
                .map(each -> set("hash.digest", each));
        return Stream.concat(Stream.of(Reading.AS_IT_IS), digests)
                .flatMap(one -> keys.stream().map(two -> joined(one, two)));
    }

    /** A PHC string whose last parts are Base64 in another alphabet, or with padding. */
    static Stream<Reading> phcSpellings(ObjectNode hash, int parts) {
        String value = hash.path("hash").path("value").asText();
        UnaryOperator<String> bare = phc -> phc.replaceAll("=+$", "").replaceAll("=+\\$", "\\$");
        UnaryOperator<String> standard = phc -> replaceBehind(
                bare.apply(phc),
                parts,
                text -> text.replace('.', '+').replace('-', '+').replace('_', '/'));
        return Stream.of(bare, standard)
                .filter(each -> !each.apply(value).equals(value))
                .map(each -> value(each, "to its salt and hash in Base64 without padding, with \"+\" and \"/\""));
    }

    private static String replaceBehind(String phc, int dollars, UnaryOperator<String> change) {
        int at = -1;
        for (int i = 0; i < dollars && phc.indexOf('$', at + 1) >= 0; i++) {
            at = phc.indexOf('$', at + 1);
        }
        return phc.substring(0, at + 1) + change.apply(phc.substring(at + 1));
    }

    /** Another value of the hash, made of that which is there. */
    static Reading value(UnaryOperator<String> change, String how) {
        return Reading.AS_IT_IS.and("hash.value " + how, node -> {
            ObjectNode hash = node.withObject("/hash");
            hash.put("value", change.apply(hash.path("value").asText()));
            return node;
        });
    }

    /** A member of the hash, by its path, with another text. */
    static Reading set(String path, String text) {
        return Reading.AS_IT_IS.and(path + " \"" + text + "\"", node -> {
            int dot = path.lastIndexOf('.');
            ObjectNode parent = dot < 0
                    ? node
                    : node.withObject("/" + path.substring(0, dot).replace('.', '/'));
            parent.put(path.substring(dot + 1), text);
            return node;
        });
    }

    /** A member of the hash with another number. */
    static Reading set(String name, int number) {
        return Reading.AS_IT_IS.and(name + " " + number, node -> node.put(name, number));
    }
}
