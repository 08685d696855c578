package io.github.auth0maven.validation;

import io.github.auth0maven.attributes.SuppliedAttribute;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Judges one user after the other by what Auth0 documents of its bulk import, never more strictly than the service.
 *
 * <p>A user on whom there is nothing to say is judged on the bytes of the file; no object is made of them. Only where a string
 * is escaped, or an e-mail address goes beyond ASCII, or something is wrong, are there strings. Not for several threads.
 */
public final class UserValidator {

    /** The identifiers come first, in the order of {@link Identifier}. */
    static final List<String> ATTRIBUTES = List.of(
            "email",
            "username",
            "user_id",
            "phone_number",
            "email_verified",
            "phone_verified",
            "blocked",
            "given_name",
            "family_name",
            "name",
            "nickname",
            "picture",
            "password_hash",
            "custom_password_hash",
            "app_metadata",
            "user_metadata",
            "mfa_factors");

    private static final int EMAIL = 0;
    private static final int EMAIL_VERIFIED = 4;
    private static final int BLOCKED = 6;
    private static final int GIVEN_NAME = 7;
    private static final int NICKNAME = 10;
    private static final int PICTURE = 11;
    private static final int PASSWORD_HASH = 12;
    private static final int CUSTOM_PASSWORD_HASH = 13;
    private static final int APP_METADATA = 14;
    private static final int USER_METADATA = 15;
    private static final int MFA_FACTORS = 16;

    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    private static final int LARGEST_PROFILE = 10 * 1024;

    private final Members members = new Members(ATTRIBUTES);
    private final boolean[] provided = new boolean[ATTRIBUTES.size()];
    private final ValidationSettings settings;
    private final Findings findings;
    private final Checks checks;
    private final IdentifierRules identifiers;
    private final ProfileRules profile;
    private final AppMetadata appMetadata;
    private final PasswordHash passwordHash;
    private final CustomHash customHash;
    private final MfaFactors mfaFactors;
    private final SortedMap<String, Long> unset = new TreeMap<>();
    private int compactSize;

    public UserValidator(ValidationSettings settings) {
        this(settings, rule -> true);
    }

    /**
     * @param held which rules the users are held against
     */
    UserValidator(ValidationSettings settings, Predicate<Rule> held) {
        this.settings = settings;
        findings = new Findings(settings.warnings(), held);
        checks = new Checks(findings);
        identifiers = new IdentifierRules(checks, settings.connection());
        profile = new ProfileRules(checks);
        appMetadata = new AppMetadata(checks);
        passwordHash = new PasswordHash(checks);
        customHash = new CustomHash(checks);
        mfaFactors = new MfaFactors(checks);
        for (int i = 0; i < provided.length; i++) {
            provided[i] = settings.rootAttributes().names().contains(ATTRIBUTES.get(i));
        }
    }

    /**
     * Judges a user, and tells everything that is wrong with it.
     *
     * @return whether Auth0 would accept the user, as far as can be known without asking it
     */
    public boolean judge(User user, Violations sink) {
        Json json = user.json();
        checks.begin(user);
        members.read(json, Json.ROOT);
        judgeNames();
        identifiers.judge(members);
        judgeProfile();
        judgePasswordHashes();
        judgeObjects();
        judgeSize(user);
        if (settings.rootAttributes().refers() || settings.schema().isPresent()) {
            judgeWithRootAttributes(user);
        }
        return findings.end(sink);
    }

    private void judgeObjects() {
        if (members.has(USER_METADATA)) {
            checks.isObject(members.value(USER_METADATA), "user_metadata");
        }
        if (members.has(APP_METADATA)) {
            appMetadata.judge(members.value(APP_METADATA));
        }
        if (members.has(MFA_FACTORS)) {
            mfaFactors.judge(members.value(MFA_FACTORS));
        }
    }

    /** The token of an identifier of the user judged last, or -1 if it has none that is valid. */
    int identifier(Identifier identifier) {
        return identifiers.usable(identifier);
    }

    /** How often a rule was broken that the users judged so far were not held against. */
    long leftOut() {
        return findings.leftOut();
    }

    /** The size of the user judged last, written compactly. */
    int compactSize() {
        return compactSize;
    }

    /** What was left out of the users judged so far, a line for each root attribute. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (Map.Entry<String, Long> attribute : unset.entrySet()) {
            remarks.add(settings.rootAttributes().remark(attribute.getKey(), attribute.getValue()));
        }
        return remarks;
    }

    private void judgeNames() {
        for (int i = 0; i < members.unknowns(); i++) {
            int token = members.unknown(i);
            String name = checks.json().text(token);
            String path = PLAIN_PATH.matcher(name).matches() ? name : EscapedText.text(name);
            String remedy = "a user has no attribute of this name; " + Suggestions.forAttribute(name, ATTRIBUTES);
            checks.add(Rule.ATTRIBUTE_UNKNOWN, token, path, remedy);
        }
        if (members.has(EMAIL) && !members.has(EMAIL_VERIFIED) && !provided[EMAIL_VERIFIED]) {
            String found = "it is not given, so Auth0 takes the address for unverified, and an upsert resets it";
            checks.add(Rule.EMAIL_VERIFIED_MISSING, Findings.USER, "email_verified", found + "; say true or false");
        }
    }

    private void judgeProfile() {
        for (int attribute = EMAIL_VERIFIED; attribute <= BLOCKED; attribute++) {
            if (members.has(attribute)) {
                checks.isTruth(members.value(attribute), ATTRIBUTES.get(attribute));
            }
        }
        for (int attribute = GIVEN_NAME; attribute <= NICKNAME; attribute++) {
            if (members.has(attribute)) {
                profile.judgeName(members.value(attribute), ATTRIBUTES.get(attribute));
            }
        }
        if (members.has(PICTURE)) {
            profile.judgePicture(members.value(PICTURE));
        }
    }

    // ---- password hashes

    private void judgePasswordHashes() {
        int hash = members.value(PASSWORD_HASH);
        int custom = members.value(CUSTOM_PASSWORD_HASH);
        if (hash != Members.ABSENT) {
            passwordHash.judge(hash);
        }
        if (custom != Members.ABSENT) {
            customHash.judge(custom);
        }
        if (hash == Members.ABSENT && custom == Members.ABSENT) {
            warnOfNoHash();
        } else if (isGiven(hash) && isGiven(custom)) {
            passwordHash.refuseBoth(hash, custom);
        }
    }

    private void warnOfNoHash() {
        if (!provided[PASSWORD_HASH] && !provided[CUSTOM_PASSWORD_HASH]) {
            String found = "no hash is given, neither here nor in custom_password_hash: the user cannot log in before a"
                    + " password reset, and a hash cannot be added later";
            checks.add(Rule.NO_PASSWORD_HASH, Findings.USER, "password_hash", found);
        }
    }

    private boolean isGiven(int token) {
        return token != Members.ABSENT && checks.json().kind(token) != Kind.NULL;
    }

    // ---- the whole

    private void judgeSize(User user) {
        compactSize = user.json().compactSize();
        long size = (long) compactSize + settings.rootAttributes().largest(user);
        if (size > settings.capacity()) {
            String found = "this user is %,d bytes alone, and an import job holds %,d; shorten its metadata";
            addSize(Rule.USER_TOO_LARGE, found, size, settings.capacity());
        } else if (compactSize > LARGEST_PROFILE) {
            String found =
                    "this user is %,d bytes, and Auth0 limits profiles to %,d: larger ones are still accepted, but"
                            + " may start to fail; keep the rest elsewhere";
            addSize(Rule.PROFILE_LARGE, found, compactSize, LARGEST_PROFILE);
        }
    }

    private void addSize(Rule rule, String found, long size, long most) {
        checks.add(rule, Findings.USER, null, String.format(Locale.ROOT, found, size, most));
    }

    // ---- what else it will be sent with

    /** What is made for this user alone has not been judged when the settings were read. */
    private void judgeWithRootAttributes(User user) {
        List<SuppliedAttribute> given = settings.rootAttributes().given(user);
        given.forEach(this::judgeGiven);
        // one that is too large is not sent anyway, and could take long
        if (settings.schema().isPresent() && compactSize <= settings.capacity()) {
            settings.schema()
                    .get()
                    .judge(user, given, (token, path, message) -> checks.add(Rule.SCHEMA, token, path, message));
        }
    }

    private void judgeGiven(SuppliedAttribute attribute) {
        if (attribute.value().isEmpty()) {
            unset.merge(attribute.attribute(), 1L, Long::sum);
        } else if (attribute.composed()) {
            profile.judgeComposed(attribute.attribute(), attribute.value().get().toString());
        }
    }
}
