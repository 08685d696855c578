package io.github.auth0maven.pace;

import io.github.auth0maven.service.Result;
import io.github.auth0maven.service.ServiceError;
import java.io.IOException;
import java.util.Optional;

/** A call has come to nothing, and repeating it would not help. */
public final class UnansweredException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<ServiceError> refusal;

    UnansweredException(Result<?> answer) {
        super(answer.reason());
        refusal = answer instanceof Result.Refused<?> refused ? Optional.of(refused.error()) : Optional.empty();
    }

    /** What the service said, if it refused. */
    public Optional<ServiceError> refusal() {
        return refusal;
    }
}
