package io.github.auth0maven.tenant.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A user who has proved who it is.
 *
 * @param userId the user's id
 * @param profile the profile as it was then
 * @param at when
 * @param session the id of the session that it was in
 */
public record Login(String userId, JsonNode profile, Instant at, String session) {

    /** Leaves the profile out: it is a user's. */
    @Override
    public String toString() {
        return "Login[…]";
    }
}
