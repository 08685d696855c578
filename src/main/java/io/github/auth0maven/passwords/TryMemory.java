package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a try takes: scrypt and argon2 ask for as much as their hash says, all others for next to nothing. */
final class TryMemory {

    /** What all tries together may take, for there are others in this process. */
    static final int MOST_MEGABYTES = (int) (Runtime.getRuntime().maxMemory() / (2 << 20));

    private static final Pattern ARGON2 = Pattern.compile("[$,]m=([0-9]{1,10})[,$]");

    private TryMemory() {}

    /** In megabytes. */
    static int of(JsonNode custom) {
        return switch (custom.path("algorithm").asText()) {
            case "scrypt" ->
                megabytes(128
                        * custom.path("blockSize").asDouble(8)
                        * (custom.path("cost").asDouble(16_384)
                                + custom.path("parallelization").asDouble(1)));
            case "argon2" -> {
                Matcher memory =
                        ARGON2.matcher(custom.path("hash").path("value").asText());
                yield memory.find() ? megabytes(1024 * Double.parseDouble(memory.group(1))) : 0;
            }
            default -> 0;
        };
    }

    private static int megabytes(double bytes) {
        return (int) Math.ceil(bytes / (1 << 20));
    }
}
