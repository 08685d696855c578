package io.github.auth0maven.management;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/** Whether the request's last byte has been handed on: before that, nobody can have taken it. Calls come one by one. */
final class Delivery extends EventListener {

    private volatile boolean complete;

    boolean isComplete() {
        return complete;
    }

    @Override
    public void callStart(Call call) {
        complete = false;
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        complete = true;
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        complete |= request.body() == null;
    }
}
