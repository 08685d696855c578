package io.github.auth0maven.deletions;

/** A listener that is not interested. */
final class Silence implements DeletionListener {

    @Override
    public void begins(long users, boolean resumed) {}

    @Override
    public void settled(Told user) {}

    @Override
    public void noted(String remark) {}
}
