package vn.khanhhoa.thecovid.card;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.print.CardFace;
import vn.khanhhoa.thecovid.card.print.CardFormat;
import vn.khanhhoa.thecovid.card.print.CardPrinter;
import vn.khanhhoa.thecovid.card.print.Letterhead;
import vn.khanhhoa.thecovid.card.print.Poster;
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

    private static final int SAMPLE_DAYS = 19;

    @Inject
    private Catalogue catalogue;

    @Inject
    private StoredLetterheads letterheads;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "portal.hotline")
    private Optional<String> hotline;

    /**
     * Cards in the format and language of the order.
     *
     * @throws IllegalArgumentException without a single card
     */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void print(PrintOrder order, Iterator<CardView> cards, OutputStream out) throws IOException {
        PRINTER.print(
                new CardPrinter.Order(order.format(), order.language(), order.whose()),
                faces(cards, order.language()),
                out);
    }

    /** A poster for the door of a place, in the name of the agency that answers for it. */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void print(PosterOrder order, OutputStream out) throws IOException {
        LocalDate today = LocalDate.now(clock);
        new Poster(
                        head(order.agencyId(), today, letterheads.of(order.agencyId(), today)),
                        order.place(),
                        order.address(),
                        order.code(),
                        order.validTo(),
                        order.language())
                .write(out);
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

    private record Shared(Letterhead head, Map<String, String> activities) {}

    private Shared shared(Ground ground, Locale language) {
        return new Shared(
                head(ground.agencyId(), ground.issued(), letterheads.of(ground.agencyId(), LocalDate.now(clock))),
                activities(ground.issued(), language));
    }

    /** What the agency's own letterhead leaves open is as the catalogue has it. */
    private Letterhead head(long agencyId, LocalDate day, Optional<StoredLetterheads.Stored> own) {
        LetterheadForm lines = own.map(StoredLetterheads.Stored::lines).orElse(LetterheadForm.EMPTY);
        Optional<AgencyView> agency = catalogue.agency(agencyId);
        return new Letterhead(
                lines.issuer().isEmpty() ? province(day) : lines.issuer(),
                lines.titleVi(),
                lines.titleEn(),
                lines.agency().isEmpty() ? agency.map(AgencyView::name).orElse("") : lines.agency(),
                Stream.of(Optional.of(lines.hotline()), agency.map(AgencyView::hotline), hotline)
                        .flatMap(Optional::stream)
                        .filter(number -> !number.isBlank())
                        .findFirst()
                        .orElse(""),
                own.flatMap(letterheads::emblem).orElse(null));
    }

    /** A card of nobody, to see how an agency's letterhead looks. */
    void sample(long agencyId, Optional<StoredLetterheads.Stored> own, Locale language, OutputStream out)
            throws IOException {
        LocalDate today = LocalDate.now(clock);
        CardFace nobody = new CardFace(
                language,
                head(agencyId, today, own),
                Texts.get(language, "card.kind.work"),
                Texts.get(language, "card.letterhead.sample-number"),
                Texts.get(language, "card.letterhead.sample-name"),
                1990,
                "0000",
                Texts.get(language, "card.letterhead.sample-organisation"),
                Texts.get(language, "card.letterhead.sample-workplace"),
                activities(today, language).values().stream().sorted().limit(2).toList(),
                List.of(),
                today,
                today.plusDays(SAMPLE_DAYS),
                Texts.get(language, "card.letterhead.sample-code"));
        PRINTER.print(
                CardPrinter.Order.of(CardFormat.A6, language), List.of(nobody).iterator(), out);
    }

    private static CardFace face(CardView card, Locale language, Shared shared) {
        return new CardFace(
                language,
                shared.head(),
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
