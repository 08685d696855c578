package io.github.auth0maven.tenant.logins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The users of a tenant, for those who log them in. */
public interface Accounts {

    /** Whether there is a database connection of this name. */
    boolean hasConnection(String name);

    /** The connection that logins use where none is named. */
    String defaultConnection();

    /** The user of a connection whose e-mail address, username or phone number this is, in any case. */
    Optional<Account> find(String connection, String identifier);

    /** The users of all database connections whose e-mail address, username or phone number this is, in any case. */
    List<Account> named(String identifier);

    /** The user with this id. */
    Optional<Account> byId(String userId);

    /** Notes a login: {@code last_login}, {@code last_ip}, {@code logins_count}. */
    Account loggedIn(Account account, Instant at, String address);

    /** Gives the user another password, by its bcrypt hash. */
    void setPasswordHash(Account account, String bcrypt);

    /** Notes that the user's e-mail address was verified. */
    void emailVerified(Account account);

    /** Adds a user with this profile and hash to a connection; empty if one of its identifiers is taken. */
    Optional<Account> add(String connection, ObjectNode user, String bcrypt);
}
