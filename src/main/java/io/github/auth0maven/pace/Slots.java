package io.github.auth0maven.pace;

/** The tenant's slots for import jobs, as far as one build goes: imports that run at once in it share them. */
public interface Slots {

    /** Slots that nobody else in this build asks for. */
    Slots UNSHARED = new Slots() {
        @Override
        public boolean take() {
            return true;
        }

        @Override
        public void giveBack() {
            // there is no end to them
        }
    };

    /** Takes a slot, if there is one. */
    boolean take();

    /** Gives back a slot that has been taken. */
    void giveBack();
}
