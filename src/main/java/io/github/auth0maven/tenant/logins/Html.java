package io.github.auth0maven.tenant.logins;

import io.github.auth0maven.tenant.tokens.Remembered;
import java.util.List;
import java.util.Map;

/** The frame of all pages that a person sees: no script, nothing from outside, and a policy that says so to the browser. */
final class Html {

    private static final String LOOPBACK =
            "http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*";

    private static final String STYLE = """
            :root{color-scheme:light dark;font-family:system-ui,sans-serif}
            body{margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}
            main{width:min(22rem,calc(100vw - 3rem));padding:1.5rem;border:1px solid GrayText;border-radius:.75rem}
            h1{font-size:1.4rem;margin:0 0 .25rem}label{display:block;margin:1rem 0 .25rem}
            input{box-sizing:border-box;width:100%;padding:.6rem;font:inherit;border:1px solid GrayText;border-radius:.4rem}
            button{margin-top:1.25rem;width:100%;padding:.7rem;font:inherit;font-weight:600;border-radius:.4rem}
            [role=alert]{border-left:.3rem solid #c62828;padding:.5rem .75rem;margin:1rem 0 0}
            footer{margin-top:1.5rem;font-size:.85rem;color:GrayText}a{color:LinkText}
            """;

    private Html() {}

    /** Text as it may stand between tags and in quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A page with this content; its forms may lead to this origin beside the tenant and this machine. */
    static Page page(String title, String content, String origin) {
        String nonce = Remembered.randomText();
        String body = """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width,initial-scale=1"><style nonce="%s">%s</style></head>
                <body><main>%s<footer>A local tenant of auth0-maven-plugin. This is not Auth0.</footer></main></body></html>
                """.formatted(escaped(title), nonce, STYLE, content);
        return new Page(
                body,
                policy("style-src 'nonce-" + nonce + "'; form-action 'self' " + LOOPBACK + " " + origin
                        + "; frame-ancestors 'none'"));
    }

    /** A page that does one thing by a script of its own, for those of this origin who hold it in a frame. */
    static Page script(String title, String script, String content, List<String> framedBy) {
        String nonce = Remembered.randomText();
        String body = """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
                <body>%s<script nonce="%s">%s</script></body></html>
                """.formatted(escaped(title), content, nonce, script);
        String ancestors = framedBy.isEmpty() ? "'none'" : String.join(" ", framedBy);
        return new Page(body, policy("script-src 'nonce-" + nonce + "'; frame-ancestors " + ancestors));
    }

    private static String policy(String more) {
        return "default-src 'none'; base-uri 'none'; " + more;
    }

    /** A field of a form with its label. */
    static String field(String name, String label, String attributes) {
        return "<label for=\"" + name + "\">" + label + "</label><input id=\"" + name + "\" name=\"" + name + "\" "
                + attributes + ">";
    }

    /** What went wrong, told to a screen reader at once; nothing for an empty text. */
    static String alert(String text) {
        return text.isEmpty() ? "" : "<p role=\"alert\" id=\"error\">" + escaped(text) + "</p>";
    }

    /** A page and its Content-Security-Policy. */
    record Page(String html, String policy) {

        Map<String, String> headers() {
            return Map.of(
                    "Content-Type", "text/html; charset=utf-8",
                    "Content-Security-Policy", policy,
                    "Cache-Control", "no-store",
                    "Referrer-Policy", "no-referrer",
                    "X-Content-Type-Options", "nosniff");
        }
    }
}
