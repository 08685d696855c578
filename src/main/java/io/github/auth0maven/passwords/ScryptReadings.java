package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Other readings of an {@code scrypt} hash: another cost, salt, encoding or length. */
final class ScryptReadings {

    /** A try may take this much memory, in bytes; costs above it are not tried. */
    private static final long MOST_MEMORY =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 3);

    /** A try may take this many times the work of the least cost. */
    private static final long MOST_WORK = 32_768L * 8;

    private static final List<Integer> COSTS = List.of(1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072);
    private static final List<Integer> BLOCK_SIZES = List.of(8, 16, 1, 32);
    private static final List<Integer> PARALLELIZATIONS = List.of(1, 2, 4, 5, 16);

    private ScryptReadings() {}

    static Stream<Reading> of(ObjectNode hash) {
        return Stream.concat(spellings(hash).flatMap(one -> PasswordForm.plain().map(one::of)), costs(hash));
    }

    /** What its texts mean; the length is that of the hash. */
    private static Stream<Reading> spellings(ObjectNode hash) {
        return Readings.saltReadings(hash)
                .filter(each -> !each.changes().toString().contains("salt.position"))
                .flatMap(one -> Readings.hashReadings(hash).map(two -> Readings.joined(one, two)))
                .map(each -> withLength(each, hash));
    }

    private static Reading withLength(Reading reading, ObjectNode hash) {
        ObjectNode edited = reading.edit().apply(hash.deepCopy());
        int length = Bytes.of(
                        edited.path("hash").path("value").asText(),
                        edited.path("hash").path("encoding").asText())
                .map(bytes -> bytes.length)
                .orElse(0);
        return length == 0 || length == hash.path("keylen").asInt()
                ? reading
                : Readings.joined(reading, Readings.set("keylen", length));
    }

    private static Stream<Reading> costs(ObjectNode hash) {
        int cost = hash.path("cost").asInt(16_384);
        int blockSize = hash.path("blockSize").asInt(8);
        int parallelization = hash.path("parallelization").asInt(1);
        return BLOCK_SIZES.stream()
                .flatMap(r -> COSTS.stream()
                        .filter(n -> 128L * n * r <= MOST_MEMORY)
                        .flatMap(n -> PARALLELIZATIONS.stream()
                                .filter(p -> (long) n * r * p <= MOST_WORK)
                                .map(p -> changed(
                                        changed(changed(Reading.AS_IT_IS, "cost", cost, n), "blockSize", blockSize, r),
                                        "parallelization",
                                        parallelization,
                                        p))));
    }

    private static Reading changed(Reading reading, String name, int declared, int other) {
        return declared == other ? reading : Readings.joined(reading, Readings.set(name, other));
    }
}
