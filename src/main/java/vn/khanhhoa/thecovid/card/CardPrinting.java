package vn.khanhhoa.thecovid.card;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.print.CardFace;
import vn.khanhhoa.thecovid.card.print.CardPrinter;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.ActivityView;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/**
 * Cards as PDF, for whoever was given the card by another use case. Names come from the catalogue as it was on the day of
 * issue. Streams what it prints and holds no transaction while it does, so cards may be read one by one from elsewhere.
 */
@UseCase
public class CardPrinting {
    private static final CardPrinter PRINTER = new CardPrinter();

    @Inject
    private Catalogue catalogue;

    @Inject
    @ConfigProperty(name = "portal.hotline")
    private Optional<String> hotline;

    /** One A6 card with its back. */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void a6(CardView card, Locale language, OutputStream out) throws IOException {
        PRINTER.a6(face(card, language), out);
    }

    /**
     * A4 sheets of eight cards with cut marks.
     *
     * @throws IllegalArgumentException without a single card
     */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void sheets(Iterable<CardView> cards, Locale language, OutputStream out) throws IOException {
        PRINTER.a4Sheets(() -> faces(cards.iterator(), language), language, out);
    }

    /** Names of what a card is for, in the order of the card; a code that the catalogue never had stays a code. */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<String> activityNames(CardView card, Locale language) {
        Map<String, ActivityView> known = catalogue.activities(issued(card)).stream()
                .collect(Collectors.toMap(ActivityView::code, Function.identity()));
        return card.activities().stream()
                .map(code -> Optional.ofNullable(known.get(code))
                        .map(activity -> inEnglish(language) ? activity.nameEn() : activity.nameVi())
                        .orElse(code))
                .toList();
    }

    private Iterator<CardFace> faces(Iterator<CardView> cards, Locale language) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cards.hasNext();
            }

            @Override
            public CardFace next() {
                return face(cards.next(), language);
            }
        };
    }

    private CardFace face(CardView card, Locale language) {
        Optional<AgencyView> agency = catalogue.agency(card.agencyId());
        return new CardFace(
                language,
                province(issued(card)),
                Texts.get(language, "card.kind.work"),
                card.number().toString(),
                card.name(),
                card.birthYear(),
                card.lastFour(),
                card.organisation(),
                card.workplace(),
                activityNames(card, language),
                List.of(),
                card.validFrom(),
                card.validTo(),
                agency.map(AgencyView::name).orElse(""),
                agency.map(AgencyView::hotline)
                        .filter(number -> !number.isBlank())
                        .or(() -> hotline.filter(number -> !number.isBlank()))
                        .orElse(""),
                card.token());
    }

    private String province(LocalDate day) {
        return catalogue.areas(day).stream()
                .filter(area -> area.level() == AreaLevel.PROVINCE)
                .map(AreaView::name)
                .findFirst()
                .orElse("");
    }

    private static LocalDate issued(CardView card) {
        return LocalDate.ofInstant(card.issuedAt(), PortalClock.ZONE);
    }

    private static boolean inEnglish(Locale language) {
        return language.getLanguage().equals("en");
    }
}
