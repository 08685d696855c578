package io.github.auth0maven.plans;

/**
 * How many users a plan does what with.
 *
 * @param unchangeable how many differ in what no import changes, and in nothing else
 * @param tenantOnly how many are in the tenant alone
 */
public record PlanCounts(long create, long change, long unchanged, long unchangeable, long tenantOnly) {

    /** Of nobody. */
    public static final PlanCounts NONE = new PlanCounts(0, 0, 0, 0, 0);

    /** Whether the tenant has not what the users file says. */
    public boolean isAnythingToDo() {
        return create + change + unchangeable > 0;
    }

    PlanCounts plus(PlannedUser.Action action) {
        return switch (action) {
            case CREATE -> new PlanCounts(create + 1, change, unchanged, unchangeable, tenantOnly);
            case CHANGE -> new PlanCounts(create, change + 1, unchanged, unchangeable, tenantOnly);
            case UNCHANGED -> new PlanCounts(create, change, unchanged + 1, unchangeable, tenantOnly);
            case UNCHANGEABLE -> new PlanCounts(create, change, unchanged, unchangeable + 1, tenantOnly);
            default -> new PlanCounts(create, change, unchanged, unchangeable, tenantOnly + 1);
        };
    }
}
