package io.github.auth0maven.management;

import io.github.auth0maven.service.Result;

/** Whether a request that may have been taken can be repeated. */
enum Repeat {
    ALWAYS,
    ONLY_IF_NOT_TAKEN;

    /**
     * The result of a call without an answer, or without one that tells whether the request was taken.
     *
     * @param mayBeTaken whether it may have been
     */
    <T> Result<T> after(Result.NotTaken<T> failure, boolean mayBeTaken) {
        return mayBeTaken && this == ONLY_IF_NOT_TAKEN ? new Result.Uncertain<>(failure.reason()) : failure;
    }
}
