package io.github.auth0maven.tenant;

import io.github.auth0maven.tenant.connections.Connection;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form as a client would send it. */
final class Form {

    static final String BOUNDARY = "----bOuNdArY42";
    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /** A whole import request of these users. */
    static Form importing(Connection connection, String... users) {
        return new Form().file("users", "[" + String.join(",", users) + "]").field("connection_id", connection.id());
    }

    Form field(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String name, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"users.json\"\r\n"
                        + "Content-Type: application/json",
                content);
    }

    Form part(String headers, byte[] content) {
        write("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n");
        parts.writeBytes(content);
        write("\r\n");
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void write(String text) {
        parts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
