package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The multipart form of a job's submission: its size is known to the byte before there is a batch to put into it, and before there
 * is a client to send it.
 */
final class ImportForm {

    /** The largest request that Auth0 takes, in bytes: "Payload content length greater than maximum allowed: 512000". */
    static final int LARGEST_REQUEST = 512_000;

    private final String boundary;
    private final byte[] head;
    private final byte[] tail;

    ImportForm(String connectionId, ImportOptions options) {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        boundary = HexFormat.of().formatHex(random);
        StringBuilder fields = new StringBuilder();
        field(fields, "connection_id", connectionId);
        field(fields, "upsert", String.valueOf(options.upsert()));
        field(fields, "send_completion_email", String.valueOf(options.sendCompletionEmail()));
        if (options.externalId().isPresent()) {
            field(fields, "external_id", options.externalId().get());
        }
        part(fields, "users\"; filename=\"users.json");
        fields.append("Content-Type: application/json\r\n\r\n");
        head = fields.toString().getBytes(UTF_8);
        tail = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
    }

    private void field(StringBuilder fields, String name, String value) {
        part(fields, name);
        fields.append("\r\n").append(value).append("\r\n");
    }

    private void part(StringBuilder fields, String name) {
        fields.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n");
    }

    /** The size of the largest import file that fits. */
    int capacity() {
        return LARGEST_REQUEST - head.length - tail.length;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** What comes before the users. */
    byte[] head() {
        return head;
    }

    /** What comes after them. */
    byte[] tail() {
        return tail;
    }
}
