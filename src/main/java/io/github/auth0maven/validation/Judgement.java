package io.github.auth0maven.validation;

import io.github.auth0maven.users.ExportChanges;
import io.github.auth0maven.users.FileForm;
import io.github.auth0maven.users.Fingerprint;
import io.github.auth0maven.users.HashChanges;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of judging a users file.
 *
 * @param users how many users it has
 * @param errors how many violations are errors
 * @param warnings how many violations are warnings
 * @param fingerprint what its bytes were
 * @param exportChanges what has been changed on reading, if it is an export of Auth0's
 * @param hashChanges what has been made of hashes on reading
 * @param form how the users are written
 * @param remarks what is to be told of root attributes, a line each
 * @param invalid the users that Auth0 would refuse
 * @param undecided how many findings were left out because they depend on what is not known of the connection
 */
public record Judgement(
        long users,
        long errors,
        long warnings,
        Fingerprint fingerprint,
        ExportChanges exportChanges,
        HashChanges hashChanges,
        FileForm form,
        List<String> remarks,
        InvalidUsers invalid,
        long undecided) {

    public Judgement {
        remarks = List.copyOf(remarks);
    }

    /** This and what was found in another pass over the same users, by rules that were left out here. */
    public Judgement and(Judgement other) {
        return new Judgement(
                users,
                errors + other.errors,
                warnings + other.warnings,
                fingerprint,
                exportChanges,
                hashChanges,
                form,
                remarks,
                invalid.and(other.invalid),
                0);
    }

    /** What has been changed on reading, a line each. */
    public List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (!exportChanges.isNone()) {
            changes.add(exportChanges.toString());
        }
        if (!hashChanges.isNone()) {
            changes.add(hashChanges.toString());
        }
        return changes;
    }

    /** How many users Auth0 would accept. */
    public long validUsers() {
        return users - invalid.count();
    }

    /** How many users Auth0 would refuse. */
    public long invalidUsers() {
        return invalid.count();
    }

    /** The size of the file. */
    public long bytes() {
        return fingerprint.length();
    }
}
