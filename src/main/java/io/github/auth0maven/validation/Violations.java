package io.github.auth0maven.validation;

/** Is told of violations as they are found. */
@FunctionalInterface
public interface Violations {

    /** A violation was found; those of one user come in the order of the file. */
    void found(Violation violation);
}
