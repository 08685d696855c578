package io.github.auth0maven.deletions;

/** What became of a user whom an import may have created. */
public enum Outcome {
    DELETED("deleted", true),
    GONE("gone already", true),
    BEFORE("not created by the import", false),
    CHANGED("kept, for it has logged in or was changed since", false),
    LINKED("kept, for it is linked with another account", false);

    private final String words;
    private final boolean settled;

    Outcome(String words, boolean settled) {
        this.words = words;
        this.settled = settled;
    }

    /** What it is called in a sentence. */
    public String words() {
        return words;
    }

    /** Whether another run has nothing to do about it. */
    boolean isSettled() {
        return settled;
    }
}
