package io.github.auth0maven.mojo.access;

import io.github.auth0maven.mojo.parameters.TenantProperty;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A local tenant that this build has started.
 *
 * @param properties what builds and their tests need to know of it
 * @param usage tells what it was used for until now
 * @param end stops it
 */
public record BuildTenant(Map<TenantProperty, String> properties, Supplier<String> usage, Runnable end) {

    /** Copies the properties. */
    public BuildTenant {
        properties = Map.copyOf(properties);
    }

    /** Where it answers, with a slash at the end. */
    public String url() {
        return properties.getOrDefault(TenantProperty.URL, "");
    }

    /** As types of the JDK, for the plugin may have been loaded twice. */
    Map<String, Object> kept() {
        Map<String, String> named = new HashMap<>();
        properties.forEach((property, value) -> named.put(property.name(), value));
        return Map.of("properties", named, "usage", usage, "end", end);
    }

    @SuppressWarnings("unchecked") // kept() has put them there
    static BuildTenant of(Map<String, Object> kept) {
        Map<TenantProperty, String> properties = new EnumMap<>(TenantProperty.class);
        Map<String, String> named = (Map<String, String>) Objects.requireNonNull(kept.get("properties"));
        named.forEach((name, value) -> properties.put(TenantProperty.valueOf(name), value));
        return new BuildTenant(properties, (Supplier<String>) Objects.requireNonNull(kept.get("usage")), (Runnable)
                Objects.requireNonNull(kept.get("end")));
    }

    /** Its URL alone: the rest may be secret. */
    @Override
    public String toString() {
        return "BuildTenant[" + url() + "]";
    }
}
