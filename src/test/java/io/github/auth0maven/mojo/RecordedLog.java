package io.github.auth0maven.mojo;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Writes down what is logged, each line with its level before it. */
public final class RecordedLog extends SystemStreamLog {

    public final List<String> lines = new ArrayList<>();

    public List<String> at(String level) {
        String prefix = level + " ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public void debug(CharSequence line) {
        lines.add("debug " + line);
    }

    @Override
    public void info(CharSequence line) {
        lines.add("info " + line);
    }

    @Override
    public void warn(CharSequence line) {
        lines.add("warn " + line);
    }

    @Override
    public void error(CharSequence line) {
        lines.add("error " + line);
    }
}
