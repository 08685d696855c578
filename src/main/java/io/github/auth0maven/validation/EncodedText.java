package io.github.auth0maven.validation;

import io.github.auth0maven.users.Names;
import java.util.List;

/** Judges a value and its encoding, which a salt and a key have; nothing that it says shows the value. */
final class EncodedText {

    static final Names ENCODINGS = Names.of(List.of("base64", "hex", "utf8"));
    static final int HEX = 1;
    static final int UTF8 = 2;

    static final int VALUE = 0;
    static final int ENCODING = 1;

    private final Checks checks;

    EncodedText(Checks checks) {
        this.checks = checks;
    }

    /**
     * Judges both.
     *
     * @param members of the object that has them
     * @param rule the encoding is one of those that there are
     */
    void judge(Members members, Rule rule, String path) {
        String valuePath = path + ".value";
        boolean readable = members.has(VALUE) && checks.isSecretText(members.value(VALUE), valuePath);
        if (!members.has(ENCODING)) {
            return;
        }
        int encoding = checks.choice(ENCODINGS, rule, members.value(ENCODING), path + ".encoding");
        if (!readable || encoding < 0 || encoding == UTF8) {
            return;
        }
        Text text = checks.text(members.value(VALUE));
        boolean hex = encoding == HEX;
        int size = hex ? Encodings.hexSize(text) : Encodings.base64Size(text);
        if (size == Encodings.UNKNOWN && !text.isEmpty()) {
            checks.add(Rule.SALT_OR_KEY_FORMAT, members.value(VALUE), valuePath, Encodings.problem(text, hex));
        }
    }
}
