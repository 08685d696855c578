package io.github.auth0maven.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.connections.Connection;
import io.github.auth0maven.tenant.logins.Account;
import io.github.auth0maven.tenant.logins.Accounts;
import io.github.auth0maven.tenant.server.Ids;
import io.github.auth0maven.tenant.users.Directory;
import io.github.auth0maven.tenant.users.Identifier;
import io.github.auth0maven.tenant.users.Identity;
import io.github.auth0maven.tenant.users.Profiles;
import io.github.auth0maven.tenant.users.StoredUser;
import io.github.auth0maven.tenant.users.StoredUsers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The stored users, as logins see them. */
final class StoredAccounts implements Accounts {

    private static final String DATABASE = "auth0";

    private final Directory directory;
    private final Clock clock;
    private final LongAdder loginCount;
    private final Ids ids = new Ids();

    /**
     * @param loginCount counts who logs in
     */
    StoredAccounts(Directory directory, Clock clock, LongAdder loginCount) {
        this.loginCount = loginCount;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public boolean hasConnection(String name) {
        return database(name).isPresent();
    }

    @Override
    public String defaultConnection() {
        return directory.connections().all().stream()
                .filter(each -> each.strategy().equals(DATABASE))
                .findFirst()
                .map(Connection::name)
                .orElse("");
    }

    @Override
    public Optional<Account> find(String connection, String identifier) {
        String lower = identifier.toLowerCase(Locale.ROOT);
        return database(connection)
                .map(directory::usersOf)
                .flatMap(users -> Stream.of(Identifier.EMAIL, Identifier.USERNAME, Identifier.PHONE_NUMBER)
                        .flatMap(each -> users.find(each, lower).stream())
                        .findFirst()
                        .map(StoredAccounts::account));
    }

    @Override
    public List<Account> named(String identifier) {
        return directory.connections().all().stream()
                .flatMap(each -> find(each.name(), identifier).stream())
                .toList();
    }

    @Override
    public Optional<Account> byId(String userId) {
        return directory.byId(userId).map(StoredAccounts::account);
    }

    @Override
    public Account loggedIn(Account account, Instant at, String address) {
        loginCount.increment();
        return changed(account, user -> {
            ObjectNode profile = user.profile();
            profile.put("last_login", Profiles.timestamp(at))
                    .put("last_ip", address)
                    .put("logins_count", profile.path("logins_count").asInt() + 1);
            // Documented: once a hash was used, no import replaces it.
            return new StoredUser(profile, user.secrets(), false);
        });
    }

    @Override
    public void setPasswordHash(Account account, String bcrypt) {
        changed(account, user -> {
            user.profile().put("last_password_reset", Profiles.timestamp(clock.instant()));
            return user.withPasswordHash(bcrypt);
        });
    }

    @Override
    public void emailVerified(Account account) {
        changed(account, user -> {
            user.profile().put("email_verified", true);
            return user;
        });
    }

    @Override
    public Optional<Account> add(String connection, ObjectNode user, String bcrypt) {
        return database(connection).flatMap(found -> {
            Identity identity = Identity.of(user, ids);
            StoredUser stored = new StoredUser(
                            new Profiles(found.name(), clock).profile(identity, user),
                            StoredUser.secretsOf(user),
                            false)
                    .withPasswordHash(bcrypt);
            StoredUsers users = directory.usersOf(found);
            return users.insertIfNew(identity, stored) ? Optional.of(account(stored)) : Optional.empty();
        });
    }

    private Account changed(Account account, UnaryOperator<StoredUser> change) {
        return directory
                .change(account.userId(), user -> {
                    StoredUser changed = change.apply(user);
                    changed.profile().put("updated_at", Profiles.timestamp(clock.instant()));
                    return changed;
                })
                .map(StoredAccounts::account)
                .orElse(account);
    }

    private Optional<Connection> database(String name) {
        return directory
                .connections()
                .byName(name)
                .filter(each -> each.strategy().equals(DATABASE));
    }

    private static Account account(StoredUser user) {
        return new Account(user.userId(), user.connection(), user.profile(), user.secrets());
    }
}
