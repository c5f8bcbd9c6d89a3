package vn.khanhhoa.thecovid.platform.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.platform.Texts;

/** The language that a caller of the API asks for: the first in Accept-Language that the portal speaks. */
public final class ApiLanguage {
    private ApiLanguage() {}

    public static Locale of(HttpHeaders headers) {
        return asked(headers).stream()
                .map(asked -> Locale.forLanguageTag(asked.getLanguage()))
                .filter(Texts.LANGUAGES::contains)
                .findFirst()
                .orElse(Texts.VIETNAMESE);
    }

    /** A header that says nothing readable asks for nothing: answering in Vietnamese beats not answering. */
    private static List<Locale> asked(HttpHeaders headers) {
        try {
            return headers.getAcceptableLanguages();
        } catch (RuntimeException unreadable) {
            return List.of();
        }
    }
}
