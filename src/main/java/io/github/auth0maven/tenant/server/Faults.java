package io.github.auth0maven.tenant.server;

/** Decides, for each request, whether the local tenant answers it or misbehaves. */
@FunctionalInterface
public interface Faults {

    /**
     * Says what happens to one request. Called once for each request, from the threads that serve them.
     *
     * @return {@link Fault.Connection#KEPT} for the tenant's own answer
     */
    Fault on(Call call);

    /** No faults: every request gets the tenant's own answer. */
    static Faults none() {
        return call -> Fault.Connection.KEPT;
    }

    /**
     * The request that a fault is decided for.
     *
     * @param method the HTTP method
     * @param path the path without the query
     * @param number which request of this method and path it is, from 1
     */
    record Call(String method, String path, int number) {}
}
