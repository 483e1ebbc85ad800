package org.handrail.platform.problem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** A problem as a page: complete in itself, no script, nothing from elsewhere, with the crisis lines. */
final class ProblemPage {

    private static final String STYLE = """
            body{margin:0;background:#f4f7f6;color:#1d2b2a;font:1.05rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
            main{max-width:34rem;margin:12vh auto 0;padding:2rem;background:#fff;border-radius:.75rem;border:1px solid #d8e2df}
            h1{font-size:1.4rem;line-height:1.3;margin:0 0 .75rem}
            p{margin:.5rem 0}
            .lines{margin-top:1.5rem;padding-top:1rem;border-top:1px solid #d8e2df;color:#3d504d}
            """;

    /** For this page alone: its own style by hash and nothing else. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            <style>%5$s</style>
            </head>
            <body>
            <main>
            <h1>%2$s</h1>
            <p>%3$s</p>
            <p class="lines">%4$s</p>
            </main>
            </body>
            </html>
            """;
    /** Where the protocol's own words would tell a reader nothing. */
    private static final Map<Integer, String> ENGLISH = Map.of(
            404, "We cannot find this page",
            405, "This page cannot be used this way");
    private static final Map<Integer, String> SPANISH = Map.of(
            400, "No pudimos leer la solicitud",
            403, "No tiene acceso a esta página",
            404, "No encontramos esta página",
            409, "La solicitud ya está en curso",
            413, "El mensaje es demasiado grande",
            429, "Demasiadas solicitudes",
            503, "No disponible en este momento");

    private ProblemPage() {
    }

    static String render(Problem problem, Locale locale) {
        if (locale.getLanguage().equals("es")) {
            return PAGE.formatted("es", SPANISH.getOrDefault(problem.status(), "No se pudo completar"),
                    "Por favor, vuelva atrás e inténtelo de nuevo en un momento.",
                    "Si es una emergencia, llame al 911. Si está en crisis, llame o envíe un mensaje de texto al 988.",
                    STYLE);
        }
        String title = ENGLISH.getOrDefault(problem.status(), problem.title());
        String detail = ENGLISH.containsKey(problem.status())
                ? "The address may be incomplete or out of date. Please go back and try again." : problem.detail();
        return PAGE.formatted("en", HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(detail),
                "If this is an emergency, call 911. If you are in crisis, call or text 988.", STYLE);
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
