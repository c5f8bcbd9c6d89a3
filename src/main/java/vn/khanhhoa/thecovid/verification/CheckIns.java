package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.CardAtPost;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.TokenReading;
import vn.khanhhoa.thecovid.eligibility.RuleAhead;
import vn.khanhhoa.thecovid.eligibility.RulesOfPlaces;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The other way round: somebody scans the poster of a place with their own phone, gives their card, and shows the answer at the door. It
 * counts as a check of the place, once however often the form is sent. Whoever gives a number has to know what else is printed on the
 * card; the answer names nobody.
 */
@UseCase
public class CheckIns {
    private static final Pattern CODE = Pattern.compile("KH[0-9]:.*", Pattern.DOTALL);
    private static final int CODES = 600;
    private static final Duration CODE_WINDOW = Duration.ofMinutes(1);
    private static final int NUMBERS = 30;
    private static final Duration NUMBER_WINDOW = Duration.ofMinutes(10);
    /** For as long as an answer may be shown at a door. */
    private static final Duration SHOWN = Duration.ofHours(2);

    /** Somebody goes to a handful of places a day. */
    private static final int OF_CARD_FROM_ADDRESS = 12;

    /** So many that those whom somebody else made up keep the holder from none. */
    private static final int OF_CARD = 60;

    private static final Duration OF_CARD_WINDOW = Duration.ofDays(1);
    private static final Set<String> BY_LEVEL = Set.of("needs-more", "not-allowed", "no-rule");

    private static final int NO_DEVICE = 0;
    private static final int ID_BYTES = 16;

    /** What a poster leads to. */
    public sealed interface Door {}

    /** @param activities what people come for, the most usual first */
    public record Place(String name, String address, boolean open, List<String> activities) implements Door {}

    /** Another one hangs there by now. */
    public record OldPoster(String name) implements Door {}

    public record NoPoster() implements Door {}

    /** What became of a check-in. */
    public sealed interface Outcome {}

    /** @param id by which the answer is shown */
    public record Noted(PublicId id) implements Outcome {}

    /** A number beside which something else is printed is told as one that nobody has. */
    public record NotRead(CheckReason reason) implements Outcome {}

    public record TooMany() implements Outcome {}

    /** The card was at as many places today as nobody goes to. */
    public record TooManyOfCard() implements Outcome {}

    /** Nobody is let in there now. */
    public record Closed() implements Outcome {}

    /** @param reason a code, of which the page has a sentence */
    public record Answer(Verdict verdict, String place, String initials, String activity, Instant at, String reason) {}

    private record Judged(Verdict verdict, String reason) {}

    @Inject
    private StoredPosters posters;

    @Inject
    private StoredPostTimes times;

    @Inject
    private StoredScans scans;

    @Inject
    private StoredPosts posts;

    @Inject
    private TokenReading tokens;

    @Inject
    private CardQueries cards;

    @Inject
    private RulesOfPlaces rules;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    @Inject
    private Event<ScansArrived> arrived;

    /** @param poster as its address has it */
    @Requires(Permission.ANYONE)
    public Door door(String poster) {
        return posters.find(poster)
                .<Door>map(found -> {
                    PostView post = posts.find(found.post()).orElseThrow();
                    return found.view().isOver(clock.instant())
                            ? new OldPoster(post.name())
                            : new Place(
                                    post.name(),
                                    post.form().address(),
                                    times.of(post.number()).isOpen(clock.instant()),
                                    post.form().activities());
                })
                .orElseGet(NoPoster::new);
    }

    /**
     * @param once random, of the form: the same card by the same form counts once
     * @param activity what somebody comes for; the most usual where it is none of the place
     * @param given the code of the card, or its number
     * @param tail with a number, the last characters of the document that are printed on the card
     * @return empty where the poster is old, or none
     */
    @Requires(Permission.ANYONE)
    public Optional<Outcome> checkIn(
            String poster, PublicId once, String activity, String given, String tail, String networkAddress) {
        return posters.find(poster)
                .filter(found -> !found.view().isOver(clock.instant()))
                .flatMap(found -> posts.find(found.post()))
                .map(post -> checkIn(post, once, activity, given.strip(), tail.strip(), networkAddress));
    }

    private Outcome checkIn(
            PostView post, PublicId once, String activity, String given, String tail, String networkAddress) {
        if (!times.of(post.number()).isOpen(clock.instant())) {
            return new Closed();
        }
        if (CODE.matcher(given).matches()) {
            return limits.allowHere("check-in", networkAddress, CODES, CODE_WINDOW)
                    ? byCode(post, once, activity, given, networkAddress)
                    : new TooMany();
        }
        if (!limits.allow("check-in-number", networkAddress, NUMBERS, NUMBER_WINDOW)) {
            return new TooMany();
        }
        Optional<CardNumber> number = CardNumber.parse(given);
        if (number.isEmpty()) {
            return new NotRead(given.isEmpty() ? CheckReason.NOTHING_GIVEN : CheckReason.BAD_NUMBER);
        }
        return cards.atPost(Actor.PORTAL, number.get())
                .filter(card -> card.card().lastFour().equalsIgnoreCase(tail))
                .map(card -> note(post, once, activity, card, networkAddress))
                .orElseGet(() -> new NotRead(CheckReason.UNKNOWN_CARD));
    }

    private Outcome byCode(PostView post, PublicId once, String activity, String code, String networkAddress) {
        TokenReading.Reading reading = tokens.read(code);
        if (reading instanceof TokenReading.Refused refused) {
            return new NotRead(CheckReason.of(refused.reason()));
        }
        CardNumber number = reading instanceof TokenReading.Genuine genuine
                ? genuine.card()
                : ((TokenReading.OutOfTime) reading).card();
        Optional<CardAtPost> card = cards.atPost(Actor.PORTAL, number);
        if (card.isEmpty()) {
            return new NotRead(CheckReason.UNKNOWN_CARD);
        }
        return card.get().card().token().equals(code)
                ? note(post, once, activity, card.get(), networkAddress)
                : new NotRead(CheckReason.SUPERSEDED);
    }

    private Outcome note(PostView post, PublicId once, String wanted, CardAtPost card, String networkAddress) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<String> activities = post.form().activities();
        String activity = activities.contains(wanted) ? wanted : activities.get(0);
        PublicId id = derived(once, card.card().number());
        Optional<PublicId> before = noted(post, activity, card, id, now);
        if (before.isEmpty() && !isWithin(card.card().number().body(), networkAddress)) {
            return new TooManyOfCard();
        }
        scans.hold(post.agencyId(), post.number(), List.of());
        before = noted(post, activity, card, id, now);
        if (before.isEmpty()) {
            Judged judged = judge(post, activity, card);
            Scan scan = new Scan(
                    id,
                    Optional.empty(),
                    now,
                    Scan.Direction.IN,
                    activity,
                    Scan.Way.POSTER,
                    "",
                    Optional.of(card.card().number()),
                    judged.verdict(),
                    judged.reason(),
                    card.level().map(Scan.Level::valueOf).orElse(null),
                    true);
            long number = scans.ids().next();
            scans.add(List.of(new StoredScans.NewScan(
                    number,
                    post.number(),
                    post.agencyId(),
                    NO_DEVICE,
                    scan,
                    now,
                    new CardQueries.Known(card.card().cardId(), card.card().personId()))));
            arrived.fire(new ScansArrived(number, number));
        }
        return new Noted(before.orElse(id));
    }

    private boolean isWithin(String card, String networkAddress) {
        return limits.allow("check-in-card-here", card + "\n" + networkAddress, OF_CARD_FROM_ADDRESS, OF_CARD_WINDOW)
                && limits.allow("check-in-card", card, OF_CARD, OF_CARD_WINDOW);
    }

    /** By the same form, or as long as the visit is taken to last by any. */
    private Optional<PublicId> noted(PostView post, String activity, CardAtPost card, PublicId id, Instant now) {
        return scans.known(NO_DEVICE, List.of(id)).isEmpty()
                ? scans.checkedIn(
                        post.number(),
                        card.card().cardId(),
                        activity,
                        now.minus(Duration.ofMinutes(post.form().visitMinutes())))
                : Optional.of(id);
    }

    /** Of one form and one card: another card by the same form is another check. */
    private static PublicId derived(PublicId once, CardNumber number) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(once.bytes());
            byte[] hash = digest.digest(number.body().getBytes(StandardCharsets.UTF_8));
            return PublicId.ofBytes(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Judged judge(PostView post, String activity, CardAtPost card) {
        Optional<RuleAhead> rule = rule(post, activity);
        if (rule.filter(RuleAhead::always).isPresent()) {
            return new Judged(Verdict.PASS, "");
        }
        if (card.state() != CardState.VALID && card.state() != CardState.SUSPENDED) {
            return new Judged(Verdict.STOP, card.state().name().toLowerCase(Locale.ROOT));
        }
        if (LocalDate.now(clock).isBefore(card.card().validFrom())) {
            return new Judged(Verdict.STOP, "not-yet-valid");
        }
        boolean suspended = card.state() == CardState.SUSPENDED;
        if (rule.isEmpty()) {
            return suspended ? new Judged(Verdict.STOP, "suspended") : new Judged(Verdict.MORE, "no-rule");
        }
        RuleAhead.Answer answer = PostAnswers.to(
                rule.get(),
                suspended ? PostAnswers.HOLD : card.level().orElse(PostAnswers.NONE),
                card.card().activities());
        Verdict verdict = PostAnswers.verdict(answer);
        String reason = verdict == Verdict.PASS
                ? ""
                : verdict == Verdict.MORE ? "needs-more" : suspended ? "suspended" : "not-allowed";
        return new Judged(verdict, reason);
    }

    private Optional<RuleAhead> rule(PostView post, String activity) {
        return rules.ahead(post.form().areaId(), post.form().beyondId(), Duration.ofMinutes(1)).stream()
                .filter(rule -> rule.activity().equals(activity))
                .findFirst();
    }

    /**
     * Empty for what nobody checked in by, and for what is too long ago to be shown at a door. Whoever holds a picture of a card can ask, so
     * what hangs on the holder's level is told at the door alone.
     */
    @Requires(Permission.ANYONE)
    public Optional<Answer> answer(PublicId id) {
        return scans.checkIn(id, clock.instant().minus(SHOWN)).map(kept -> {
            PostView post = posts.find(kept.postId()).orElseThrow();
            CardAtPost card = cards.byIdAtPost(Actor.PORTAL, kept.cardId()).orElseThrow();
            boolean byLevel = BY_LEVEL.contains(kept.reason());
            return new Answer(
                    byLevel ? Verdict.MORE : kept.verdict(),
                    post.name(),
                    CheckedCard.initials(card.card().name()),
                    kept.activity(),
                    Objects.requireNonNull(kept.at()),
                    byLevel ? "at-the-door" : kept.reason());
        });
    }
}
