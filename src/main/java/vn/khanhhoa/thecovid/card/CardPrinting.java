package vn.khanhhoa.thecovid.card;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        return named(card.activities(), activities(issued(card), language));
    }

    private Map<String, String> activities(LocalDate day, Locale language) {
        return catalogue.activities(day).stream()
                .collect(Collectors.toMap(
                        ActivityView::code, activity -> inEnglish(language) ? activity.nameEn() : activity.nameVi()));
    }

    private static List<String> named(List<String> codes, Map<String, String> names) {
        return codes.stream().map(code -> names.getOrDefault(code, code)).toList();
    }

    private Iterator<CardFace> faces(Iterator<CardView> cards, Locale language) {
        Map<Ground, Shared> known = new HashMap<>();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cards.hasNext();
            }

            @Override
            public CardFace next() {
                CardView card = cards.next();
                return face(card, language, known.computeIfAbsent(Ground.of(card), ground -> shared(ground, language)));
            }
        };
    }

    /** Cards of one agency and one day of issue share what is looked up in the catalogue. */
    private record Ground(long agencyId, LocalDate issued) {
        static Ground of(CardView card) {
            return new Ground(card.toldAgencyId(), CardPrinting.issued(card));
        }
    }

    private record Shared(String province, String agency, String hotline, Map<String, String> activities) {}

    private Shared shared(Ground ground, Locale language) {
        Optional<AgencyView> agency = catalogue.agency(ground.agencyId());
        return new Shared(
                province(ground.issued()),
                agency.map(AgencyView::name).orElse(""),
                agency.map(AgencyView::hotline)
                        .filter(number -> !number.isBlank())
                        .or(() -> hotline.filter(number -> !number.isBlank()))
                        .orElse(""),
                activities(ground.issued(), language));
    }

    private CardFace face(CardView card, Locale language) {
        return face(card, language, shared(Ground.of(card), language));
    }

    private static CardFace face(CardView card, Locale language, Shared shared) {
        return new CardFace(
                language,
                shared.province(),
                Texts.get(language, "card.kind.work"),
                card.number().toString(),
                card.name(),
                card.birthYear(),
                card.lastFour(),
                card.organisation(),
                card.workplace(),
                named(card.activities(), shared.activities()),
                List.of(),
                card.validFrom(),
                card.validTo(),
                shared.agency(),
                shared.hotline(),
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
