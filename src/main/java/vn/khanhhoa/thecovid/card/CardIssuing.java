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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.token.CardClaims;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
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
    private Event<CardsReviewed> reviewed;

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
        List<Cards.NewCard> fresh = new ArrayList<>(entries.size());
        for (ApprovedEntry entry : entries) {
            Holder holder = Objects.requireNonNull(holders.get(entry.personId()));
            String organisation = names.computeIfAbsent(
                    entry.organisationId(), id -> organisations.view(id).name());
            Cards.Newest old = before.get(entry.amendsId());
            long cardId = ids.next();
            if (old != null) {
                successors.put(old.cardId(), cardId);
            }
            fresh.add(signed(new CardView(
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
                    0)));
        }
        cards.change(
                before.values().stream().filter(old -> old.state().isCurrent()).toList(),
                CardState.SUPERSEDED,
                Texts.get(Texts.VIETNAMESE, "card.reason.amended"),
                successors,
                event.actor().accountId());
        cards.add(fresh, event.actor().accountId());
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
        Set<Long> having = current.stream().map(Cards.Newest::entryId).collect(Collectors.toSet());
        return event.entries().stream()
                .filter(entry -> !having.contains(entry.entryId()))
                .toList();
    }

    /** While an approval is looked at again, its card does not hold. */
    void suspend(@Observes EntriesReopened event) {
        List<Cards.Newest> valid = cards.newestOf(event.entryIds()).values().stream()
                .filter(card -> card.state() == CardState.VALID)
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

    private static String reopened() {
        return Texts.get(Texts.VIETNAMESE, "card.reason.reopened");
    }

    private void change(List<Cards.Newest> some, CardState state, String reason, String action, long actorId) {
        if (!some.isEmpty()) {
            cards.change(some, state, reason, Map.of(), actorId);
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

    /** The same ground, a new id, number and code. */
    CardView again(CardView old, CardState state, String reason, long actorId) {
        Cards.NewCard fresh = signed(new CardView(
                cards.ids().next(),
                PublicId.random(),
                CardNumber.random(RANDOM),
                old.entryId(),
                old.personId(),
                old.listId(),
                old.organisationId(),
                old.agencyId(),
                old.toldAgencyId(),
                old.name(),
                old.birthYear(),
                old.lastFour(),
                old.organisation(),
                old.workplace(),
                old.activities(),
                old.validFrom(),
                old.validTo(),
                state,
                state == CardState.SUSPENDED ? reason : "",
                "",
                now(),
                0));
        cards.add(List.of(fresh), actorId);
        return fresh.card();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Cards.NewCard signed(CardView card) {
        CardClaims claims = new CardClaims(
                card.id(),
                card.issuedAt(),
                card.validFrom().atStartOfDay(PortalClock.ZONE).toInstant(),
                card.validTo().plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant(),
                card.number().body(),
                card.name(),
                card.birthYear(),
                card.lastFour(),
                card.activities(),
                card.workplace());
        return new Cards.NewCard(card.withToken(keys.signer().sign(claims)), keys.signingKid());
    }
}
