package io.github.auth0maven.tenant.roles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of a tenant, and the ids of those who have them. */
final class Roles {

    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();

    /** Adds a role, unless there is one of its name. */
    synchronized boolean add(Role role) {
        boolean isNew = roles.values().stream().noneMatch(each -> each.name().equals(role.name()));
        if (isNew) {
            roles.put(role.id(), role);
            members.put(role.id(), new LinkedHashSet<>());
        }
        return isNew;
    }

    synchronized List<Role> all() {
        return List.copyOf(roles.values());
    }

    synchronized Optional<Role> find(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    synchronized void replace(Role role) {
        roles.replace(role.id(), role);
    }

    synchronized void remove(String id) {
        roles.remove(id);
        members.remove(id);
    }

    synchronized void assign(String role, String user) {
        members.getOrDefault(role, new LinkedHashSet<>()).add(user);
    }

    synchronized void unassign(String role, String user) {
        members.getOrDefault(role, new LinkedHashSet<>()).remove(user);
    }

    synchronized List<String> membersOf(String role) {
        return new ArrayList<>(members.getOrDefault(role, Set.of()));
    }

    synchronized List<Role> rolesOf(String user) {
        return roles.values().stream()
                .filter(role -> membersOf(role.id()).contains(user))
                .toList();
    }
}
