package io.github.auth0maven.tenant.imports;

/** How a job ends. */
public sealed interface Outcome {

    /** How many users the job is about. */
    int users();

    /**
     * The file was imported, whatever became of its users.
     *
     * @param errors the rejected users as a JSON array; empty if there are none
     */
    record Completed(Summary summary, String errors) implements Outcome {

        @Override
        public int users() {
            return summary.total();
        }

        /** Leaves the rejected users out. */
        @Override
        public String toString() {
            return "Completed[summary=" + summary + "]";
        }
    }

    /**
     * The job did not get through.
     *
     * @param details what the job says of it; empty for nothing at all
     */
    record Failed(String details) implements Outcome {

        /** The file is not JSON; the text is recorded. */
        static Failed unparsable() {
            return new Failed("Failed to parse users file JSON when importing users. Make sure it is valid JSON.");
        }

        /** The job took longer than a job may. Documented; that nothing more is said of it is inferred. */
        static Failed overdue() {
            return new Failed("");
        }

        @Override
        public int users() {
            return 0;
        }
    }
}
