package io.github.auth0maven.validation;

import static java.util.Objects.requireNonNull;

import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import io.github.auth0maven.users.Names;
import io.github.auth0maven.users.User;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user at hand, what was found, and the checks that attributes share. */
final class Checks {

    private static final int LONGEST_PLAIN_WORD = 16;
    private static final int LONGEST_CAPITALS = 6;
    private static final int MOST_TURNS = 2;
    private static final int LONGEST_NUMBER = 20;
    private static final List<String> TRUTHS = List.of("true", "yes", "1", "false", "no", "0");
    private static final int FIRST_FALSE = 3;

    private final Findings findings;
    private final Text text = new Text();
    private @Nullable Json json;

    Checks(Findings findings) {
        this.findings = findings;
    }

    void begin(User user) {
        json = user.json();
        findings.begin(user);
    }

    Json json() {
        return requireNonNull(json);
    }

    /** The text of a string, until the next one is asked for. */
    Text text(int token) {
        text.set(json(), token);
        return text;
    }

    void add(Rule rule, int token, @Nullable String path, String message) {
        findings.add(rule, token, path, message);
    }

    // ---- types

    boolean isText(int token, String path) {
        Kind kind = json().kind(token);
        if (kind == Kind.STRING) {
            return true;
        }
        String number = written(token);
        String remedy = kind == Kind.NUMBER
                ? number + " is a number; write it in quotes"
                : kind == Kind.NULL && path.equals("email")
                        ? "expected a string, found null; give the user's address"
                        : wrongType(kind, "a string");
        add(Rule.TYPE, token, path, remedy);
        return false;
    }

    /** A number as it is written, cut where it is too long to be shown. */
    String written(int token) {
        String number = json().text(token);
        return number.length() <= LONGEST_NUMBER ? number : number.substring(0, LONGEST_NUMBER) + "…";
    }

    /** Whether it is a string; for one that is not to be shown. */
    boolean isSecretText(int token, String path) {
        return is(Kind.STRING, "a string", token, path);
    }

    boolean isTruth(int token, String path) {
        Kind kind = json().kind(token);
        if (kind == Kind.TRUE || kind == Kind.FALSE) {
            return true;
        }
        int meant = kind == Kind.STRING || kind == Kind.NUMBER
                ? TRUTHS.indexOf(json().text(token).strip().toLowerCase(Locale.ROOT))
                : -1;
        String found = kind == Kind.STRING ? EscapedText.text(json().text(token)) : written(token);
        String remedy = found + " is " + nameOf(kind) + "; write " + (meant < FIRST_FALSE) + ", without quotes";
        add(Rule.TYPE, token, path, meant < 0 ? wrongType(kind, "true or false") : remedy);
        return false;
    }

    boolean isObject(int token, String path) {
        Kind kind = json().kind(token);
        if (kind == Kind.STRING && text(token).size() > 0 && text.bytes[text.from] == '{') {
            add(
                    Rule.TYPE,
                    token,
                    path,
                    "it is an object written into a string; write the object itself, without quotes around it");
            return false;
        }
        return is(Kind.OBJECT, "an object", token, path);
    }

    boolean isArray(int token, String path) {
        if (json().kind(token) == Kind.OBJECT) {
            add(Rule.TYPE, token, path, "expected an array, found an object; put it in square brackets");
            return false;
        }
        return is(Kind.ARRAY, "an array", token, path);
    }

    private boolean is(Kind expected, String name, int token, String path) {
        Kind kind = json().kind(token);
        if (kind == expected) {
            return true;
        }
        add(Rule.TYPE, token, path, wrongType(kind, name));
        return false;
    }

    private static String wrongType(Kind found, String expected) {
        return "expected " + expected + ", found "
                + (found == Kind.NULL ? "null; give a value, or leave the attribute out" : nameOf(found));
    }

    static String tooLong(Text text, int most) {
        return "it has " + text.length() + " characters, and Auth0 takes " + most + " at most";
    }

    static String nameOf(Kind kind) {
        return switch (kind) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING, NAME -> "a string";
            case NUMBER -> "a number";
            case TRUE, FALSE -> "a boolean";
            case NULL -> "null";
        };
    }

    // ---- words

    /** The number of the string among those allowed, or -1 once it is told that it is none of them. */
    int choice(Names allowed, Rule rule, int token, String path) {
        if (!isSecretText(token, path)) {
            return -1;
        }
        int choice = allowed.indexOf(json(), token);
        if (choice < 0) {
            add(rule, token, path, notAllowed(allowed.all(), token, path));
        }
        return choice;
    }

    private String notAllowed(List<String> allowed, int token, String path) {
        String noun = path.substring(path.lastIndexOf('.') + 1);
        String word = json().text(token);
        String last = allowed.get(allowed.size() - 1);
        String list = String.join(", ", allowed.subList(0, allowed.size() - 1)) + " or " + last;
        Optional<String> meant = isPlain(word) ? Suggestions.closest(word, allowed) : Optional.empty();
        return plainOr(word, "this") + " is not " + ("ae".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun
                + " Auth0 accepts; "
                + meant.map(name -> "did you mean \"" + name + "\"?").orElse("use " + list);
    }

    /** The word in quotes, unless it could be a secret that got into a wrong place. */
    static String plainOr(String word, String otherwise) {
        return isPlain(word) ? EscapedText.text(word) : otherwise;
    }

    private static boolean isPlain(String word) {
        return word.length() <= LONGEST_PLAIN_WORD
                && word.chars().allMatch(Characters.PLAIN_NAME::has)
                && !isMixed(word);
    }

    /** Whether it goes from small to capital letters, or between letters and digits, more often than names do; or is all capitals. */
    private static boolean isMixed(String word) {
        int turns = 0;
        for (int i = 1; i < word.length(); i++) {
            char before = word.charAt(i - 1);
            char c = word.charAt(i);
            boolean digit = Character.isDigit(before) ^ Character.isDigit(c);
            boolean letters = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(c);
            boolean capital = Character.isLowerCase(before) && Character.isUpperCase(c);
            turns += (digit && letters) || capital ? 1 : 0;
        }
        return turns > MOST_TURNS || (word.length() > LONGEST_CAPITALS && word.matches("[A-Z0-9]+"));
    }

    /** Tells of names that an object among secrets must not have, or that are ignored there. */
    void unknown(Members members, Rule rule, String path) {
        for (int i = 0; i < members.unknowns(); i++) {
            String name = json().text(members.unknown(i));
            String remedy = isPlain(name) ? Suggestions.forProperty(name, path, members.names()) : "remove it";
            String cause = rule.severity == Severity.ERROR
                    ? "Auth0 refuses a property of this name here; "
                    : "Auth0 ignores a property of this name here; ";
            add(rule, members.unknown(i), isPlain(name) ? path + "." + name : path, cause + remedy);
        }
    }

    /** Warns of what only another algorithm uses. */
    void ignored(int token, String path, String algorithm) {
        add(Rule.PROPERTY_IGNORED, token, path, "it is used with " + algorithm + " only, and ignored here; remove it");
    }

    // ---- e-mail addresses and phone numbers

    boolean isEmail(int token, Rule rule, String path) {
        if (!isText(token, path)) {
            return false;
        }
        text.set(json(), token);
        if (Emails.isCommon(text.bytes, text.from, text.to)) {
            return true;
        }
        String email = json().text(token);
        String problem = Emails.problem(email);
        if (problem != null) {
            add(rule, token, path, EscapedText.text(email) + " is not an e-mail address: " + problem);
            return false;
        }
        LookAlikes.find(email)
                .ifPresent(remark -> add(Rule.EMAIL_LOOK_ALIKE, token, path, EscapedText.text(email) + ": " + remark));
        return true;
    }

    boolean isPhoneNumber(int token, Rule rule, String path) {
        if (json().kind(token) == Kind.NUMBER && PhoneNumbers.isOne("+" + json().text(token))) {
            return refusePhoneAsNumber(json().text(token), token, path);
        }
        if (!isText(token, path)) {
            return false;
        }
        if (PhoneNumbers.isOne(text(token))) {
            return true;
        }
        String number = json().text(token);
        String form = " is not a plus sign and 1 to " + PhoneNumbers.MOST_DIGITS + " digits; ";
        add(rule, token, path, EscapedText.text(number) + form + PhoneNumbers.advice(number));
        return false;
    }

    private boolean refusePhoneAsNumber(String digits, int token, String path) {
        String remedy = " is a number; write \"+" + digits + "\", in quotes, if it begins with the country code";
        add(Rule.TYPE, token, path, digits + remedy);
        return false;
    }
}
