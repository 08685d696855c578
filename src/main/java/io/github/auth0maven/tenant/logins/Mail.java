package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.tokens.Remembered;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The messages that a tenant would send, kept to be read by tests, and the tickets in their links. */
public final class Mail {

    /** Documented: five days. */
    private static final Duration TICKET_LIFETIME = Duration.ofDays(5);

    private static final int KEPT = 1_000;

    private final URI tenant;
    private final Remembered<Ticket> tickets;
    private final Deque<Message> messages = new ArrayDeque<>();

    /**
     * A message.
     *
     * @param to the address that it goes to
     * @param subject what it is about
     * @param link where its reader is to go
     */
    public record Message(String to, String subject, String link) {

        /** Leaves the link out: it is a secret. */
        @Override
        public String toString() {
            return "Message[" + subject + "]";
        }
    }

    /** What a link is good for, once. */
    record Ticket(String userId, Optional<URI> resultUrl) {}

    Mail(URI tenant, Clock clock) {
        this.tenant = tenant;
        this.tickets = new Remembered<>(clock, TICKET_LIFETIME);
    }

    /** The latest messages, oldest first. */
    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    /** A link to a page where this user may choose a new password; then the browser goes to the URL, if one is given. */
    public URI passwordChange(String userId, Optional<URI> resultUrl) {
        return tenant.resolve("u/reset-verify?ticket=" + tickets.add(new Ticket(userId, resultUrl)));
    }

    /** A link that verifies this user's e-mail address; then the browser goes to the URL, if one is given. */
    public URI emailVerification(String userId, Optional<URI> resultUrl) {
        return tenant.resolve("u/email-verification?ticket=" + tickets.add(new Ticket(userId, resultUrl)));
    }

    synchronized void sendPasswordChange(Account account) {
        if (messages.size() == KEPT) {
            messages.removeFirst();
        }
        String link = passwordChange(account.userId(), Optional.empty()).toString();
        messages.addLast(new Message(account.profile().path("email").asText(), "Reset your password", link));
    }

    Optional<Ticket> ticket(String text) {
        return tickets.get(text);
    }

    Ticket use(String text) {
        return tickets.take(text).orElse(new Ticket("", Optional.empty()));
    }
}
