package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.passwords.PasswordHashes;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lets people add themselves to a connection, with a password as good as Auth0 wants it by default. */
final class Signup {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");
    private static final List<String> TEXTS =
            List.of("given_name", "family_name", "name", "nickname", "picture", "username", "phone_number");

    private final Accounts accounts;
    private final PasswordHashes passwords;

    /** What came of it. */
    sealed interface Result {

        /** There is a new user. */
        record Added(Account account) implements Result {}

        /** There is none. */
        record Refused(String code, String description) implements Result {}
    }

    Signup(Accounts accounts, PasswordHashes passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    Accounts accounts() {
        return accounts;
    }

    Result add(String connection, Map<String, String> form) throws Refusal {
        String email = form.getOrDefault("email", "");
        String password = form.getOrDefault("password", "");
        if (!EMAIL.matcher(email).matches() || email.length() > 254) {
            return new Result.Refused("invalid_signup", "Invalid email");
        }
        if (!isGood(password)) {
            return new Result.Refused("invalid_password", "Password is too weak");
        }
        ObjectNode user = Json.object().put("email", email);
        for (String name : TEXTS) {
            if (form.containsKey(name)) {
                user.put(name, form.get(name));
            }
        }
        if (form.containsKey("user_metadata")) {
            user.set("user_metadata", Parameters.object(form.get("user_metadata")));
        }
        Optional<Account> added = accounts.add(connection, user, passwords.hash(password));
        return added.isPresent()
                ? new Result.Added(added.get())
                : new Result.Refused("invalid_signup", "Invalid sign up");
    }

    /** Documented: at least eight characters, of three of the four kinds. */
    static boolean isGood(String password) {
        IntPredicate other = c -> !Character.isLetterOrDigit(c);
        long kinds = Stream.<IntPredicate>of(Character::isUpperCase, Character::isLowerCase, Character::isDigit, other)
                .filter(kind -> password.chars().anyMatch(kind))
                .count();
        return password.length() >= 8 && kinds >= 3;
    }
}
