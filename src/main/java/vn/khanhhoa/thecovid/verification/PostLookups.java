package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.CardAtPost;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Finds a card for a device of a post whose holder has no code of it at hand, and tells more of a card than a check shows, for a reason.
 * Both are on the trail, where the holder can see that the agency looked.
 */
@UseCase
public class PostLookups {
    private static final int LOOKS = 60;
    /** However many devices it has: of what is typed, nobody can tell whether the person is there. */
    private static final int OF_AGENCY = 600;

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LONGEST_REASON = 300;
    private static final int SHORTEST_REASON = 10;

    private record Looked(String action, String subjectKind, String subjectId, Map<String, String> details)
            implements AuditedEvent {
        @Override
        public long actorId() {
            return 0;
        }
    }

    /** What became of the question. */
    public sealed interface Outcome {}

    /** @param state also EXPIRED @param early whether its first day is still to come */
    public record Found(CardAtPost card, boolean early) implements Outcome {}

    /** @param agency that issued it */
    public record Details(CardAtPost card, String agency) implements Outcome {}

    public record Nothing() implements Outcome {}

    /** A number of the code leads to somebody of whom the code tells something else: whose card it is stays untold. */
    public record SomebodyElse() implements Outcome {}

    public record TooMany(Duration retryAfter) implements Outcome {}

    /** @param shown whether the device is to see it */
    private record Sought(CardAtPost card, boolean shown) {}

    @Inject
    private Devices devices;

    @Inject
    private StoredPosts posts;

    @Inject
    private CodeSystems codes;

    @Inject
    private CardQueries cards;

    @Inject
    private FindingPeople people;

    @Inject
    private Catalogue catalogue;

    @Inject
    private RateLimits limits;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** By the number of a card as it was typed. Empty for who shows no secret of a device, or that of one that was shut out. */
    @Requires(Permission.ANYONE)
    public Optional<Outcome> byNumber(String secret, String number) {
        return devices.known(secret)
                .map(device -> look(
                        device,
                        "number",
                        () -> CardNumber.parse(number)
                                .flatMap(parsed -> cards.atPost(Actor.PORTAL, parsed))
                                .map(card -> new Sought(card, true))));
    }

    /**
     * By the text of a code that names a document of its holder: of several cards the one that is good for most there. Whatever else the
     * code says of its holder has to be true of whoever has the card.
     */
    @Requires(Permission.ANYONE)
    public Optional<Outcome> byCode(String secret, String code) {
        return devices.known(secret).map(device -> {
            PostView post = posts.find(device.postOrRefuse()).orElseThrow();
            Comparator<Sought> best = Comparator.comparing((Sought each) -> !each.shown())
                    .thenComparingInt(each -> rank(each.card(), post.form().activities()));
            return look(
                    device,
                    "document",
                    () -> codes.document(code).stream().flatMap(this::sought).min(best));
        });
    }

    private Stream<Sought> sought(ShownDocument document) {
        return document.numbers().stream()
                .flatMap(number -> people.ofDocument(Actor.PORTAL, number).stream())
                .flatMap(person -> cards.atPost(Actor.PORTAL, person.id()).stream()
                        .map(card -> new Sought(card, document.isOf(card.card().name(), person.birth()))));
    }

    private int rank(CardAtPost card, List<String> activities) {
        int ofActivity = (int) activities.stream()
                .takeWhile(code -> !card.card().activities().contains(code))
                .count();
        int ofState = switch (card.state()) {
            case VALID -> isEarly(card) ? 2 : 0;
            case SUSPENDED -> 1;
            default -> 3;
        };
        return ofState * (activities.size() + 1) + ofActivity;
    }

    private boolean isEarly(CardAtPost card) {
        return LocalDate.now(clock).isBefore(card.card().validFrom());
    }

    private Outcome look(Devices.Known device, String by, Supplier<Optional<Sought>> asked) {
        device.postOrRefuse();
        if (!mayLook(device)) {
            return new TooMany(WINDOW);
        }
        Optional<Sought> sought = asked.get();
        boolean shown = sought.map(Sought::shown).orElse(true);
        tell(device, by, shown ? "verification.card-found" : "verification.somebody-else", sought.map(Sought::card));
        return shown ? sought.<Outcome>map(found -> found(found.card())).orElseGet(Nothing::new) : new SomebodyElse();
    }

    private Found found(CardAtPost card) {
        return new Found(card, card.state() == CardState.VALID && isEarly(card));
    }

    /** @param reason why the post has to know more */
    @Requires(Permission.ANYONE)
    public Optional<Outcome> details(String secret, String number, String reason) {
        return devices.known(secret).map(device -> {
            long post = device.postOrRefuse();
            String why = OneLine.of(reason, LONGEST_REASON);
            if (why.chars().filter(Character::isLetter).count() < SHORTEST_REASON) {
                throw new RuleViolation("verification.look-reason-short", SHORTEST_REASON);
            }
            if (!mayLook(device)) {
                return new TooMany(WINDOW);
            }
            Optional<CardAtPost> card = CardNumber.parse(number).flatMap(parsed -> cards.atPost(Actor.PORTAL, parsed));
            card.ifPresent(found -> sql.update(
                    "INSERT INTO verification_look (id, post_id, agency_id, device_id, card_id, at, reason)"
                            + " VALUES (NEXT VALUE FOR verification_look_seq, ?, ?, ?, ?, ?, ?)",
                    post,
                    device.agencyId(),
                    device.id(),
                    found.card().cardId(),
                    clock.instant(),
                    why));
            tell(device, "number", "verification.details-shown", card);
            return card.<Outcome>map(found -> new Details(
                            found,
                            catalogue
                                    .agency(found.card().toldAgencyId())
                                    .map(AgencyView::name)
                                    .orElse("")))
                    .orElseGet(Nothing::new);
        });
    }

    private boolean mayLook(Devices.Known device) {
        return limits.allow("post-look", device.publicId().toString(), LOOKS, WINDOW)
                && limits.allow("post-look-agency", String.valueOf(device.agencyId()), OF_AGENCY, WINDOW);
    }

    private void tell(Devices.Known device, String by, String action, Optional<CardAtPost> card) {
        Map<String, String> details = Map.of(
                "agency",
                String.valueOf(device.agencyId()),
                "device",
                device.publicId().toString(),
                "by",
                by);
        trail.fire(
                card.map(found -> new Looked(action, "card", found.card().id().toString(), details))
                        .orElseGet(() -> new Looked(
                                "verification.nothing-found",
                                "device",
                                device.publicId().toString(),
                                details)));
    }
}
