package io.github.auth0maven.plans;

import java.io.IOException;

/** Is told of each user that something is planned for, and of each that is left as it is. */
@FunctionalInterface
public interface PlanSink {

    void planned(PlannedUser user) throws IOException;

    /** This one, and then another. */
    default PlanSink and(PlanSink other) {
        return user -> {
            planned(user);
            other.planned(user);
        };
    }
}
