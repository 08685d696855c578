package io.github.auth0maven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * The list of users to be mended, and beside it a line for each of them that says why. The errors are shown first: a kill in
 * between leaves no user in the list without his.
 */
final class FailedUsers implements Closeable {

    private final ListForm form;
    private final UserList users;
    private final UserList errors;
    private long count;

    FailedUsers(ListForm form, Path users, Path errors) {
        this.form = form;
        this.users = new UserList(users, form);
        this.errors = new UserList(errors, ListForm.LINES);
    }

    /**
     * Takes a user; the list has it once it is shown.
     *
     * @param failures what is wrong with it, each as JSON
     */
    void add(ListedUser user, List<String> failures) throws IOException {
        long line = users.add(form.entry(user));
        errors.add(errors(line, failures).getBytes(UTF_8));
        count++;
    }

    private String errors(long line, List<String> failures) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Generators.onOneLine(text)) {
            json.writeStartObject();
            json.writeNumberField("index", count);
            json.writeNumberField("line", line);
            json.writeArrayFieldStart("errors");
            for (String failure : failures) {
                json.writeRawValue(failure);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    void show() throws IOException {
        errors.show();
        users.show();
    }

    @Override
    public void close() throws IOException {
        try (users) {
            errors.close();
        }
    }
}
