package io.github.auth0maven.validation;

import io.github.auth0maven.attributes.Given;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.Shown;
import io.github.auth0maven.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private static final int USERNAME = 1;
    private static final int USER_ID = 2;
    private static final int PHONE_NUMBER = 3;
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

    private static final Names FORBIDDEN_METADATA = Names.of(List.of(
            "__tenant",
            "_id",
            "blocked",
            "clientID",
            "created_at",
            "email_verified",
            "email",
            "globalClientID",
            "global_client_id",
            "identities",
            "lastIP",
            "lastLogin",
            "loginsCount",
            "metadata",
            "multifactor_last_modified",
            "multifactor",
            "updated_at",
            "user_id"));

    private static final String FROM_ROOT_ATTRIBUTES = " (rootAttributes makes it of this user's own attributes)";

    private static final byte[] AUTH0_PREFIX = {'a', 'u', 't', 'h', '0', '|'};
    private static final byte[] HTTP = {'h', 't', 't', 'p'};
    private static final Pattern URL = Pattern.compile("(?i)(https?://|data:image/).+", Pattern.DOTALL);
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    private static final int LONGEST_USER_ID = 255;
    private static final int LONGEST_USERNAME = 128;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_NICKNAME = 350;
    private static final int ADVISED_PROFILE = 10 * 1024;

    private final Members members = new Members(ATTRIBUTES);
    private final boolean[] provided = new boolean[ATTRIBUTES.size()];
    private final int[] identifiers = new int[Identifiers.ALL.length];
    private final ValidationSettings settings;
    private final Findings findings;
    private final Checks checks;
    private final PasswordHashes passwordHashes;
    private final MfaFactors mfaFactors;
    private final Text composed = new Text();
    private final SortedMap<String, Long> unset = new TreeMap<>();
    private int compactSize;

    public UserValidator(ValidationSettings settings) {
        this.settings = settings;
        findings = new Findings(settings.raised());
        checks = new Checks(findings);
        passwordHashes = new PasswordHashes(checks);
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
        judgeIdentifiers();
        for (int attribute = EMAIL_VERIFIED; attribute <= BLOCKED; attribute++) {
            if (members.has(attribute)) {
                checks.isTruth(members.value(attribute), ATTRIBUTES.get(attribute));
            }
        }
        for (int attribute = GIVEN_NAME; attribute <= NICKNAME; attribute++) {
            if (members.has(attribute)) {
                judgeName(members.value(attribute), attribute);
            }
        }
        judgePicture();
        judgePasswordHashes();
        judgeMetadata();
        if (members.has(MFA_FACTORS)) {
            mfaFactors.judge(members.value(MFA_FACTORS));
        }
        judgeSize(user);
        if (settings.rootAttributes().refers() || settings.schema().isPresent()) {
            judgeWithRootAttributes(user);
        }
        return findings.end(sink);
    }

    /** The token of an identifier of the user judged last, or -1 if it has none that is valid. */
    int identifier(Identifier identifier) {
        return identifiers[identifier.attribute];
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
            checks.add(
                    Rule.ATTRIBUTE_UNKNOWN,
                    token,
                    PLAIN_PATH.matcher(name).matches() ? name : Shown.text(name),
                    "a user has no attribute of this name; " + Suggestions.forAttribute(name, ATTRIBUTES));
        }
        if (!members.has(EMAIL_VERIFIED) && !provided[EMAIL_VERIFIED]) {
            checks.add(
                    Rule.EMAIL_VERIFIED_MISSING,
                    Findings.USER,
                    "email_verified",
                    "it is not given, so Auth0 takes the address for unverified, and an upsert resets it; say true or false");
        }
    }

    // ---- what tells users apart

    private void judgeIdentifiers() {
        if (!members.has(EMAIL) && !provided[EMAIL]) {
            checks.add(
                    Rule.EMAIL_MISSING,
                    Findings.USER,
                    "email",
                    "it is missing, and Auth0 takes no user without an e-mail address; give one");
        }
        for (int i = EMAIL; i <= PHONE_NUMBER; i++) {
            int token = members.value(i);
            boolean usable = token != Members.ABSENT
                    && switch (i) {
                        case EMAIL -> checks.isEmail(token, Rule.EMAIL_FORMAT, "email");
                        case USERNAME -> isUsername(token);
                        case USER_ID -> isUserId(token);
                        default -> checks.isPhoneNumber(token, Rule.PHONE_NUMBER_FORMAT, "phone_number");
                    };
            identifiers[i] = usable ? token : Members.ABSENT;
        }
    }

    private boolean isUsername(int token) {
        final String path = "username";
        if (!checks.isText(token, path)) {
            return false;
        }
        Text text = checks.text(token);
        if (text.isEmpty()) {
            checks.add(Rule.USERNAME_SHORT, token, path, "it is empty; leave it out");
            return false;
        }
        if (text.isLongerThan(LONGEST_USERNAME)) {
            checks.add(Rule.USERNAME_LONG, token, path, tooLong(text, LONGEST_USERNAME));
            return false;
        }
        int other = Characters.USERNAME.firstOther(text.bytes, text.from, text.to);
        if (other < text.to) {
            refuseUsername(token, path);
            return false;
        }
        if (hasAt(text) && Emails.isValid(checks.json().text(token))) {
            checks.add(
                    Rule.USERNAME_EMAIL,
                    token,
                    path,
                    Shown.text(checks.json().text(token))
                            + " is an e-mail address, which Auth0 does not take for a username; leave it out or give another name");
            return false;
        }
        return true;
    }

    private static boolean hasAt(Text text) {
        for (int i = text.from; i < text.to; i++) {
            if (text.bytes[i] == '@') {
                return true;
            }
        }
        return false;
    }

    private void refuseUsername(int token, String path) {
        String username = checks.json().text(token);
        int other = username.codePoints()
                .filter(c -> !Characters.USERNAME.has(c))
                .findFirst()
                .orElseThrow();
        String found =
                Emails.isWhiteSpace(other) ? "white space" : "the character " + Shown.text(Character.toString(other));
        checks.add(
                Rule.USERNAME_CHARACTERS,
                token,
                path,
                Shown.text(username) + " holds " + found
                        + "; Auth0 takes letters without accents, digits and @^$.!`-#+'~_");
    }

    private boolean isUserId(int token) {
        final String path = "user_id";
        if (!checks.isText(token, path)) {
            return false;
        }
        Text text = checks.text(token);
        if (text.isEmpty()) {
            checks.add(Rule.USER_ID_EMPTY, token, path, "it is empty; leave it out, and Auth0 makes one up");
            return false;
        }
        if (text.isLongerThan(LONGEST_USER_ID)) {
            checks.add(Rule.USER_ID_LONG, token, path, tooLong(text, LONGEST_USER_ID));
            return false;
        }
        if (hasWhiteSpace(token, text)) {
            checks.add(
                    Rule.USER_ID_WHITE_SPACE,
                    token,
                    path,
                    Shown.text(checks.json().text(token)) + " holds white space, which Auth0 does not take; remove it");
            return false;
        }
        if (text.startsWith(AUTH0_PREFIX)) {
            checks.add(
                    Rule.USER_ID_PREFIXED,
                    token,
                    path,
                    "Auth0 puts \"auth0|\" before it, so that it begins \"auth0|auth0|\"; remove the prefix");
        }
        return true;
    }

    private boolean hasWhiteSpace(int token, Text text) {
        if (text.isVisible()) {
            return false;
        }
        boolean ascii = true;
        for (int i = text.from; i < text.to; i++) {
            byte c = text.bytes[i];
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                return true;
            }
            ascii &= c >= 0;
        }
        return !ascii && checks.json().text(token).chars().anyMatch(Emails::isWhiteSpace);
    }

    private static String tooLong(Text text, int most) {
        return "it has " + text.length() + " characters, and Auth0 takes " + most + " at most";
    }

    // ---- profile

    private void judgeName(int token, int attribute) {
        String path = ATTRIBUTES.get(attribute);
        if (!checks.isText(token, path)) {
            return;
        }
        judgeName(checks.text(token), attribute, token, "");
    }

    /**
     * @param token where it stands
     * @param origin ends every message
     */
    private void judgeName(Text text, int attribute, int token, String origin) {
        String path = ATTRIBUTES.get(attribute);
        int most = attribute == NICKNAME ? LONGEST_NICKNAME : LONGEST_NAME;
        if (text.isEmpty()) {
            checks.add(Rule.NAME_SHORT, token, path, "it is empty; leave it out" + origin);
        } else if (text.isLongerThan(most)) {
            checks.add(Rule.NAME_LONG, token, path, tooLong(text, most) + origin);
        } else if (isSuspect(text.bytes[text.from]) || isSuspect(firstByteOfLast(text))) {
            warnOfWhiteSpace(text, path, token, origin);
        }
    }

    /** Whether white space may begin here: it does, or a character beyond ASCII whose block has some. */
    private static boolean isSuspect(byte first) {
        return first >= 0
                ? first <= ' '
                : first == (byte) 0xC2 || (first >= (byte) 0xE1 && first <= (byte) 0xE3) || first == (byte) 0xEF;
    }

    private static byte firstByteOfLast(Text text) {
        int p = text.to - 1;
        while ((text.bytes[p] & 0xC0) == 0x80) {
            p--;
        }
        return text.bytes[p];
    }

    private void warnOfWhiteSpace(Text text, String path, int token, String origin) {
        String name = text.decoded();
        if (!Emails.stripped(name).equals(name)) {
            checks.add(
                    Rule.WHITE_SPACE,
                    token,
                    path,
                    Shown.text(name) + " begins or ends with white space; remove it unless it is meant" + origin);
        }
    }

    private void judgePicture() {
        final String path = "picture";
        if (!members.has(PICTURE) || !checks.isText(members.value(PICTURE), path)) {
            return;
        }
        int token = members.value(PICTURE);
        judgePicture(checks.text(token), token, "");
    }

    private void judgePicture(Text text, int token, String origin) {
        if (!text.startsWith(HTTP) || text.size() < 9) {
            warnOfPicture(text.decoded(), token, origin);
        }
    }

    private void warnOfPicture(String picture, int token, String origin) {
        if (!URL.matcher(picture).matches()) {
            checks.add(
                    Rule.PICTURE_NOT_A_URL,
                    token,
                    "picture",
                    (picture.isEmpty()
                                    ? "it is empty; leave it out, and Auth0 makes one up"
                                    : Shown.text(picture) + " is not a URL; begin it with https://")
                            + origin);
        }
    }

    private void judgeMetadata() {
        if (members.has(USER_METADATA)) {
            checks.isObject(members.value(USER_METADATA), "user_metadata");
        }
        int object = members.value(APP_METADATA);
        if (object == Members.ABSENT || !checks.isObject(object, "app_metadata")) {
            return;
        }
        Json json = checks.json();
        int end = json.after(object);
        for (int name = json.first(object); name < end; name = json.after(json.valueOf(name))) {
            int forbidden = FORBIDDEN_METADATA.indexOf(json, name);
            if (forbidden >= 0) {
                String word = FORBIDDEN_METADATA.all().get(forbidden);
                checks.add(
                        Rule.APP_METADATA_NAME,
                        json.valueOf(name),
                        "app_metadata." + word,
                        "Auth0 keeps this name for itself and refuses it in app_metadata; "
                                + (ATTRIBUTES.contains(word)
                                        ? "make it an attribute of the user, or rename it"
                                        : "remove or rename it"));
            }
        }
    }

    // ---- password hashes

    private void judgePasswordHashes() {
        int hash = members.value(PASSWORD_HASH);
        int custom = members.value(CUSTOM_PASSWORD_HASH);
        if (hash != Members.ABSENT) {
            passwordHashes.judgePasswordHash(hash);
        }
        if (custom != Members.ABSENT) {
            passwordHashes.judgeCustom(custom);
        }
        if (hash == Members.ABSENT && custom == Members.ABSENT) {
            if (!provided[PASSWORD_HASH] && !provided[CUSTOM_PASSWORD_HASH]) {
                checks.add(
                        Rule.NO_PASSWORD_HASH,
                        Findings.USER,
                        "password_hash",
                        "no hash is given, neither here nor in custom_password_hash: the user cannot log in before a password"
                                + " reset, and a hash cannot be added later");
            }
        } else if (isGiven(hash) && isGiven(custom)) {
            passwordHashes.refuseBoth(hash, custom);
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
            checks.add(
                    Rule.USER_TOO_LARGE,
                    Findings.USER,
                    null,
                    String.format(
                            Locale.ROOT,
                            "this user is %,d bytes alone, and an import job holds %,d; shorten its metadata",
                            size,
                            settings.capacity()));
        } else if (compactSize > ADVISED_PROFILE) {
            checks.add(
                    Rule.PROFILE_LARGE,
                    Findings.USER,
                    null,
                    String.format(
                            Locale.ROOT,
                            "this user is %,d bytes, and Auth0 advises profiles of %,d at most; keep the rest elsewhere",
                            compactSize,
                            ADVISED_PROFILE));
        }
    }

    // ---- what else it will be sent with

    /** What is made for this user alone has not been judged when the settings were read. */
    private void judgeWithRootAttributes(User user) {
        List<Given> given = settings.rootAttributes().given(user);
        for (Given attribute : given) {
            if (attribute.value().isEmpty()) {
                unset.merge(attribute.attribute(), 1L, Long::sum);
            } else if (attribute.composed()) {
                judgeComposed(attribute.attribute(), attribute.value().get().toString());
            }
        }
        // one that is too large is not sent anyway, and could take long
        if (settings.schema().isPresent() && compactSize <= settings.capacity()) {
            settings.schema()
                    .get()
                    .judge(user, given, (token, path, message) -> checks.add(Rule.SCHEMA, token, path, message));
        }
    }

    private void judgeComposed(String attribute, String value) {
        composed.set(value);
        if (attribute.equals("picture")) {
            judgePicture(composed, Findings.USER, FROM_ROOT_ATTRIBUTES);
        } else {
            judgeName(composed, ATTRIBUTES.indexOf(attribute), Findings.USER, FROM_ROOT_ATTRIBUTES);
        }
    }
}
