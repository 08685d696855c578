package io.github.auth0maven.mojo.files;

import io.github.auth0maven.mojo.parameters.GivenParameters;
import io.github.auth0maven.mojo.parameters.Invocation;
import io.github.auth0maven.report.Course;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What a goal runs with, for its report: what was asked for that is not the default, and which versions of what. */
public final class RunSettings {

    private final Invocation invocation;

    private RunSettings(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Tells of an invocation. */
    public static void tell(Invocation invocation, Course course) {
        of(invocation).forEach(course::settings);
    }

    /** Of an invocation, by name, under titles. */
    static Map<String, Map<String, String>> of(Invocation invocation) {
        RunSettings settings = new RunSettings(invocation);
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("Options", settings.options());
        all.put("Versions", settings.versions());
        return all;
    }

    private Map<String, String> versions() {
        Properties system = invocation.session().getSystemProperties();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("auth0-maven-plugin", String.valueOf(invocation.version()));
        versions.put("Maven", system.getProperty("maven.version", ""));
        versions.put("Java", system.getProperty("java.version", ""));
        versions.put("System", system.getProperty("os.name", "") + " " + system.getProperty("os.arch", ""));
        return versions;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("Goal", invocation.execution().getGoal() + " (" + invocation.executionId() + ")");
        options.putAll(GivenParameters.of(invocation));
        return options;
    }
}
