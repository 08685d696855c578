package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;

/** Where access tokens come from. */
interface Tokens {

    /** A token that is good for now. */
    Result<String> current();

    /** Forgets a token that was refused, and says whether another can be had. */
    boolean discard();

    /** Whether a text can be sent as a token at all. */
    static boolean isOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** A token made elsewhere. */
    static Tokens fixed(String token) {
        return new Tokens() {
            @Override
            public Result<String> current() {
                return new Result.Success<>(token);
            }

            @Override
            public boolean discard() {
                return false;
            }
        };
    }
}
