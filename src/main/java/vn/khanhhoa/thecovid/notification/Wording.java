package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.notification.wording.Gap;
import vn.khanhhoa.thecovid.notification.wording.GapText;
import vn.khanhhoa.thecovid.notification.wording.SmsText;
import vn.khanhhoa.thecovid.platform.Texts;

/** Puts news into the words that are in force: a mail in Vietnamese and English, an SMS in one of them. */
@ApplicationScoped
class Wording {
    private static final String BETWEEN = "\n\n----\n\n";

    @Inject
    @ConfigProperty(name = "portal.sms.marks", defaultValue = "false")
    private boolean marks;

    @Inject
    private Templates templates;

    @Inject
    private Clock clock;

    /** What fills the gaps, in the words of a language. */
    interface Filling extends Function<Locale, Map<Gap, String>> {
        static Filling of(Map<Gap, String> values) {
            return language -> values;
        }
    }

    private record Key(MessageKind kind, Channel channel, String language) {}

    /** The words of today, read once for many messages. */
    final class Book {
        private final Map<Key, Templates.Row> rows = new HashMap<>();

        private Book(LocalDate day) {
            templates.inForce(day).forEach(row -> rows.put(new Key(row.kind(), row.channel(), row.language()), row));
        }

        Letter.Words mail(MessageKind kind, Filling filling) {
            Templates.Row vietnamese = row(kind, Channel.EMAIL, Texts.VIETNAMESE);
            Templates.Row english = row(kind, Channel.EMAIL, Locale.ENGLISH);
            Map<Gap, String> values = filling.apply(Texts.VIETNAMESE);
            Map<Gap, String> inEnglish = filling.apply(Locale.ENGLISH);
            return new Letter.Words(
                    fill(vietnamese.subject(), values) + " / " + fill(english.subject(), inEnglish),
                    fill(vietnamese.body(), values) + BETWEEN + fill(english.body(), inEnglish),
                    0);
        }

        Letter.Words sms(MessageKind kind, Locale language, Filling filling) {
            SmsText text =
                    Wording.this.sms(fill(row(kind, Channel.SMS, language).body(), filling.apply(language)));
            return new Letter.Words("", text.text(), text.segments());
        }

        private Templates.Row row(MessageKind kind, Channel channel, Locale language) {
            Templates.Row row = rows.get(new Key(kind, channel, language.getLanguage()));
            if (row == null) {
                throw new IllegalStateException("no words for " + kind + " by " + channel + " in " + language);
            }
            return row;
        }
    }

    Book today() {
        return new Book(LocalDate.now(clock));
    }

    /** As it goes out. */
    SmsText sms(String words) {
        return SmsText.of(words, marks);
    }

    private static String fill(String text, Map<Gap, String> values) {
        return new GapText(text).fill(values);
    }
}
