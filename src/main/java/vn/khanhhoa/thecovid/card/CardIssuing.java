package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.token.CardClaims;
import vn.khanhhoa.thecovid.card.token.CardKind;
import vn.khanhhoa.thecovid.card.token.TokenSigner;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ApprovedEntry;
import vn.khanhhoa.thecovid.stafflist.EntriesApproved;
import vn.khanhhoa.thecovid.stafflist.EntriesEnded;
import vn.khanhhoa.thecovid.stafflist.EntriesReopened;

/**
 * Makes a card for every approved entry, in the transaction of the approval: approved without a card does not exist. Where
 * the entry amends another, its card takes the place of the other's in the same step.
 */
@ApplicationScoped
class CardIssuing {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Cards cards;

    @Inject
    private SigningKeys keys;

    @Inject
    private StatusPlaces places;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<CardsIssued> issued;

    @Inject
    private Event<CardsReissued> reissued;

    @Inject
    private Event<CardsReviewed> reviewed;

    @Inject
    private Event<CardsControlled> controlled;

    void issue(@Observes EntriesApproved event) {
        List<ApprovedEntry> entries = withoutCard(event);
        if (entries.isEmpty()) {
            return;
        }
        Map<Long, Holder> holders = people.holders(
                entries.stream().map(ApprovedEntry::personId).distinct().toList());
        Map<Long, Cards.Newest> before = cards.newestOf(entries.stream()
                .map(ApprovedEntry::amendsId)
                .filter(id -> id != 0)
                .toList());
        Map<Long, Long> successors = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        Iterator<Long> ids = cards.ids();
        List<CardView> unsigned = new ArrayList<>(entries.size());
        for (ApprovedEntry entry : entries) {
            Holder holder = Objects.requireNonNull(holders.get(entry.personId()));
            String organisation = names.computeIfAbsent(
                    entry.organisationId(), id -> organisations.view(id).name());
            Cards.Newest old = before.get(entry.amendsId());
            long cardId = ids.next();
            if (old != null) {
                successors.put(old.cardId(), cardId);
            }
            unsigned.add(new CardView(
                    cardId,
                    PublicId.random(),
                    CardNumber.random(RANDOM),
                    entry.entryId(),
                    entry.personId(),
                    entry.listId(),
                    entry.organisationId(),
                    entry.agencyId(),
                    entry.toldAgencyId(),
                    entry.name(),
                    entry.birthYear(),
                    holder.lastFour(),
                    organisation,
                    entry.workplace(),
                    entry.activities(),
                    entry.validity().from(),
                    entry.validity().to(),
                    born(old),
                    born(old) == CardState.VALID
                            ? ""
                            : Objects.requireNonNull(old).reason(),
                    "",
                    now(),
                    0));
        }
        List<Cards.NewCard> fresh = signed(unsigned);
        cards.change(
                before.values().stream().filter(old -> old.state().isCurrent()).toList(),
                CardState.SUPERSEDED,
                Texts.get(Texts.VIETNAMESE, "card.reason.amended"),
                successors,
                event.actor().accountId());
        cards.add(fresh, event.actor().accountId());
        cards.handOnHolds(successors);
        trail.fire(new CardChanged(
                event.actor().accountId(),
                "card.issued",
                "cards",
                fresh.get(0).card().id().toString(),
                Map.of("count", String.valueOf(fresh.size()), "superseded", String.valueOf(successors.size()))));
        Set<Long> replacing = Set.copyOf(successors.values());
        issued.fire(new CardsIssued(fresh.stream()
                .map(Cards.NewCard::card)
                .map(card ->
                        new CardsIssued.IssuedCard(card.cardId(), card.entryId(), replacing.contains(card.cardId())))
                .toList()));
    }

    /** What was looked at again and approved again has its card: it holds once more, as far as that was the reason. */
    private List<ApprovedEntry> withoutCard(EntriesApproved event) {
        Map<Long, Cards.Newest> own = cards.newestOf(
                event.entries().stream().map(ApprovedEntry::entryId).toList());
        List<Cards.Newest> current =
                own.values().stream().filter(card -> card.state().isCurrent()).toList();
        List<Cards.Newest> restored = current.stream()
                .filter(card ->
                        card.state() == CardState.SUSPENDED && card.reason().equals(reopened()))
                .toList();
        change(
                restored,
                CardState.VALID,
                "",
                "card.restored-reviewed",
                event.actor().accountId());
        tell(restored, CardState.VALID);
        cards.handOver(
                current,
                event.entries().stream().collect(Collectors.toMap(ApprovedEntry::entryId, ApprovedEntry::agencyId)));
        Set<Long> having = current.stream().map(Cards.Newest::entryId).collect(Collectors.toSet());
        return event.entries().stream()
                .filter(entry -> !having.contains(entry.entryId()))
                .toList();
    }

    /** While an approval is looked at again, its card does not hold, whatever the data say meanwhile. */
    void suspend(@Observes EntriesReopened event) {
        List<Cards.Newest> valid = cards.newestOf(event.entryIds()).values().stream()
                .filter(Cards.Newest::isSuspendable)
                .toList();
        change(
                valid,
                CardState.SUSPENDED,
                reopened(),
                "card.suspended-reopened",
                event.actor().accountId());
        tell(valid, CardState.SUSPENDED);
    }

    private void tell(List<Cards.Newest> some, CardState state) {
        if (!some.isEmpty()) {
            reviewed.fire(
                    new CardsReviewed(some.stream().map(Cards.Newest::entryId).toList(), state));
        }
    }

    /** What an officer does to many cards that are held. */
    void become(List<CardView> some, CardState state, String reason, String action, long actorId) {
        change(some.stream().map(Cards.Newest::of).toList(), state, reason, action, actorId);
        if (!some.isEmpty()) {
            controlled.fire(
                    new CardsControlled(some.stream().map(CardView::entryId).toList(), state));
        }
    }

    static String reopened() {
        return Texts.get(Texts.VIETNAMESE, "card.reason.reopened");
    }

    private void change(List<Cards.Newest> some, CardState state, String reason, String action, long actorId) {
        change(some, state, reason, Map.of(), action, actorId);
    }

    private void change(
            List<Cards.Newest> some,
            CardState state,
            String reason,
            Map<Long, Long> successors,
            String action,
            long actorId) {
        if (!some.isEmpty()) {
            cards.change(some, state, reason, successors, actorId);
            trail.fire(new CardChanged(
                    actorId,
                    action,
                    "cards",
                    some.get(0).id().toString(),
                    Map.of("count", String.valueOf(some.size()))));
        }
    }

    /** Neither a hold nor a revocation ends with a change of data. */
    private static CardState born(Cards.@Nullable Newest old) {
        return old == null || old.state() == CardState.SUPERSEDED ? CardState.VALID : old.state();
    }

    /** Whoever has left, or whose approval was taken back, has no card of this ground any more. */
    void revoke(@Observes EntriesEnded event) {
        boolean left = event.cause() == EntriesEnded.Cause.LEFT;
        List<Cards.Newest> current = cards.newestOf(event.entryIds()).values().stream()
                .filter(card -> card.state().isCurrent())
                .toList();
        change(
                current,
                CardState.REVOKED,
                Texts.get(Texts.VIETNAMESE, left ? "card.reason.left" : "card.reason.reversed"),
                left ? "card.revoked-left" : "card.revoked-reversed",
                event.actor().accountId());
        if (event.cause() == EntriesEnded.Cause.WITHDRAWN) {
            tell(current, CardState.REVOKED);
        }
    }

    /**
     * The same grounds, each with a new card that has another id, number and code, and the state of the old one. The holders are
     * told.
     *
     * @param old cards that are held, and current
     */
    List<CardView> replace(List<CardView> old, String reason, String action, long actorId) {
        List<CardView> fresh = successors(old, CardView::validity, reason, action, actorId);
        reissued.fire(new CardsReissued(old.stream().map(CardView::entryId).toList()));
        return fresh;
    }

    /** The same with another period. */
    List<CardView> successors(
            List<CardView> old, Function<CardView, Period> validity, String reason, String action, long actorId) {
        List<CardView> unsigned = new ArrayList<>(old.size());
        Iterator<Long> ids = cards.ids();
        Map<Long, Long> successors = new HashMap<>();
        for (CardView card : old) {
            long id = ids.next();
            successors.put(card.cardId(), id);
            unsigned.add(card.again(id, CardNumber.random(RANDOM), validity.apply(card), now()));
        }
        List<Cards.NewCard> fresh = signed(unsigned);
        change(old.stream().map(Cards.Newest::of).toList(), CardState.SUPERSEDED, reason, successors, action, actorId);
        cards.add(fresh, actorId);
        cards.handOnHolds(successors);
        return fresh.stream().map(Cards.NewCard::card).toList();
    }

    /** The cards of a renewal give way to those that they had taken the place of. @param back old cards by new ones */
    void endRenewal(
            List<Cards.Newest> fresh, List<Cards.Newest> old, Map<Long, Long> back, String reason, long actorId) {
        change(fresh, CardState.SUPERSEDED, reason, back, "card.renewal-undone", actorId);
        cards.change(old, CardState.VALID, "", Map.of(), actorId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A signature costs as much as the rest of a card, and waits for nothing: all cores make them. */
    private List<Cards.NewCard> signed(List<CardView> unsigned) {
        TokenSigner signer = keys.signer();
        Map<Long, List<String>> routes =
                cards.routes(unsigned.stream().map(CardView::entryId).toList());
        long[] taken = unsigned.stream().mapToLong(card -> places.next()).toArray();
        return IntStream.range(0, taken.length)
                .parallel()
                .mapToObj(at -> signed(
                        unsigned.get(at),
                        taken[at],
                        routes.getOrDefault(unsigned.get(at).entryId(), List.of()),
                        signer))
                .toList();
    }

    private static Cards.NewCard signed(CardView card, long place, List<String> route, TokenSigner signer) {
        CardClaims claims = new CardClaims(
                CardKind.WORK,
                card.number().body(),
                place,
                card.validFrom().atStartOfDay(PortalClock.ZONE).toInstant(),
                card.validTo().plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant(),
                card.name(),
                card.birthYear(),
                card.lastFour(),
                card.activities(),
                route);
        return new Cards.NewCard(
                card.withToken(signer.sign(claims)), place, signer.kid().bytes());
    }
}
