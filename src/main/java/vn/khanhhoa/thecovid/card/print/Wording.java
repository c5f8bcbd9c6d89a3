package vn.khanhhoa.thecovid.card.print;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words around the data of a card in one language. */
final class Wording {
    private static final Wording VIETNAMESE = new Wording(Locale.forLanguageTag("vi"));
    private static final Wording ENGLISH = new Wording(Locale.ENGLISH);

    private final Locale language;
    private final ResourceBundle bundle;
    private final DateTimeFormatter date;

    private Wording(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "i18n.print",
                language,
                Wording.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.date = DateTimeFormatter.ofPattern(bundle.getString("print.date"), language);
    }

    /** Vietnamese for every language but English. */
    static Wording in(Locale language) {
        return language.getLanguage().equals("en") ? ENGLISH : VIETNAMESE;
    }

    String say(String key) {
        return bundle.getString("print." + key);
    }

    String say(String key, Object... args) {
        return new MessageFormat(say(key), language).format(args);
    }

    /** The title that the agency wants, or the usual one. */
    String title(Letterhead head) {
        String own = language.getLanguage().equals("en") ? head.titleEn() : head.titleVi();
        return own.isBlank() ? say("title") : own;
    }

    String day(LocalDate day) {
        return date.format(day);
    }

    /** Of an identity document nothing but its last characters. */
    String masked(String idTail) {
        return idTail.isEmpty() ? "" : "•••• " + idTail;
    }

    String languageTag() {
        return language.getLanguage().equals("en") ? "en" : "vi-VN";
    }
}
