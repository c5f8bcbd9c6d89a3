package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Texts;

/** The reader's language: Vietnamese unless English was chosen, remembered in a cookie. */
@Named("language")
@RequestScoped
public class Language {
    public static final String COOKIE = "language";

    @Inject
    private HttpServletRequest request;

    private @Nullable Locale chosen;

    /** Asked for each text of a page, so looked up once. */
    public Locale getLocale() {
        Locale known = chosen;
        if (known == null) {
            known = ofCookie();
            chosen = known;
        }
        return known;
    }

    private Locale ofCookie() {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().equals("en")) {
                    return Locale.ENGLISH;
                }
            }
        }
        return Texts.VIETNAMESE;
    }

    public String getCode() {
        return getLocale().getLanguage();
    }

    public boolean isVietnamese() {
        return getCode().equals("vi");
    }

    /** Picks the text in the reader's language from a pair that the catalogue holds. */
    public String of(String vietnamese, String english) {
        return isVietnamese() ? vietnamese : english;
    }

    public String text(String key, Object... args) {
        return Texts.get(getLocale(), key, args);
    }
}
