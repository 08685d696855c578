package io.github.auth0maven.management;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down the calls it is told of. */
final class RecordedCalls implements CallListener {

    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void called(String method, String path, String result, Duration took) {
        lines.add(method + " " + path + " " + result);
    }
}
