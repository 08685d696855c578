package io.github.auth0maven.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.validation.KnownConnection;
import io.github.auth0maven.validation.Severity;
import io.github.auth0maven.validation.UserValidator;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our rules, as far as they are errors. */
final class OurRules implements Refusal.Judge {

    private static final Pattern CLOSED =
            Pattern.compile("(custom_password_hash|mfa_factors\\[\\d+](?:\\.(?:totp|phone|email))?)(?:\\..*)?");

    private final UserValidator validator =
            new UserValidator(new ValidationSettings(500_000).with(KnownConnection.USUAL));

    @Override
    public Set<Refusal> apply(Map<String, Object> user) {
        return all(List.of(user)).get(0);
    }

    @Override
    public List<Set<Refusal>> all(List<Map<String, Object>> users) {
        List<Set<Refusal>> all = new ArrayList<>();
        try (UserReader reader = UserReader.over("users.json", Tree.json(users).getBytes(UTF_8))) {
            while (reader.next()) {
                Set<Refusal> refusals = new TreeSet<>();
                validator.judge(reader.user(), violation -> {
                    if (violation.severity() == Severity.ERROR) {
                        refusals.add(refusal(violation));
                    }
                });
                all.add(refusals);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal refusal(Violation violation) {
        String place = String.valueOf(violation.attribute());
        if (violation.code().equals("ANY_OF_MISSING")) {
            // documented for who has no identifier at all; the published schema knows of no other than the e-mail
            // address
            return new Refusal(place, "OBJECT_MISSING_REQUIRED_PROPERTY");
        }
        if (!violation.code().equals(Refusal.UNKNOWN)) {
            return new Refusal(place, violation.code());
        }
        Matcher closed = CLOSED.matcher(place);
        return new Refusal(closed.matches() ? closed.group(1) + ".?" : "?", Refusal.UNKNOWN);
    }
}
