package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Suspends, restores, revokes and supersedes cards, always with a reason. Heads of agencies reach the cards that their agency
 * approved; health officers reach all, for a hold must not wait for another office.
 */
@UseCase
public class CardControl {
    static final int LONGEST_REASON = 300;

    @Inject
    private Cards cards;

    @Inject
    private CardIssuing issuing;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<CardsControlled> controlled;

    /** Newest first. */
    @Requires(Permission.CONTROL_CARDS)
    public List<CardView> search(Actor actor, CardFilter filter, int first, int count) {
        CardFilter.Condition which = filter.condition(actor, LocalDate.now(clock));
        return cards.find(which.sql() + " ORDER BY id DESC LIMIT " + count + " OFFSET " + first, which.args());
    }

    @Requires(Permission.CONTROL_CARDS)
    public long count(Actor actor, CardFilter filter) {
        CardFilter.Condition which = filter.condition(actor, LocalDate.now(clock));
        return cards.count(which.sql(), which.args());
    }

    @Requires(Permission.CONTROL_CARDS)
    public CardView view(Actor actor, PublicId id) {
        Card card = held(actor, id);
        trail.fire(new CardChanged(
                actor.accountId(),
                "card.looked",
                "card",
                id.toString(),
                Map.of("agency", String.valueOf(actor.agencyId()))));
        return cards.find("id = ?", card.id()).get(0);
    }

    /** What happened to the card, latest first; the reason is empty for its birth. */
    public record PastState(CardState state, String reason, Instant at) {}

    @Requires(Permission.CONTROL_CARDS)
    public List<PastState> history(Actor actor, PublicId id) {
        return cards.history(held(actor, id).id());
    }

    @Requires(Permission.CONTROL_CARDS)
    public void suspend(Actor actor, PublicId id, int version, String reason) {
        change(actor, id, version, reason, "card.suspended", Card::suspend);
    }

    @Requires(Permission.CONTROL_CARDS)
    public void restore(Actor actor, PublicId id, int version, String reason) {
        change(actor, id, version, reason, "card.restored", Card::restore);
    }

    @Requires(Permission.CONTROL_CARDS)
    public void revoke(Actor actor, PublicId id, int version, String reason) {
        change(actor, id, version, reason, "card.revoked", Card::revoke);
    }

    /** A new card for the same ground, with a new code, for one that was lost, copied or shared. Returns its id. */
    @Requires(Permission.CONTROL_CARDS)
    public PublicId reissue(Actor actor, PublicId id, int version, String reason) {
        Card card = unchanged(actor, id, version, reason);
        CardView old = cards.find("id = ?", card.id()).get(0);
        if (!old.isCurrent()) {
            throw new RuleViolation("card.over-already");
        }
        if (reason.isBlank()) {
            throw new RuleViolation("card.reason-missing");
        }
        return issuing.replace(List.of(old), reason.strip(), "card.reissued", actor.accountId())
                .get(0)
                .id();
    }

    private void change(
            Actor actor, PublicId id, int version, String reason, String action, BiConsumer<Card, String> transition) {
        Card card = unchanged(actor, id, version, reason);
        transition.accept(card, reason);
        cards.flush();
        cards.remember(card, reason, actor.accountId());
        if (card.state() == CardState.VALID) {
            cards.assessSoon(List.of(card.id()));
        }
        trail.fire(new CardChanged(actor.accountId(), action, "card", id.toString(), Map.of()));
        controlled.fire(new CardsControlled(List.of(card.entryId()), card.state()));
    }

    private Card unchanged(Actor actor, PublicId id, int version, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new RuleViolation("card.reason-too-long", LONGEST_REASON);
        }
        Card card = held(actor, id);
        if (card.version() != version) {
            throw new RuleViolation("platform.changed-meanwhile");
        }
        return card;
    }

    private Card held(Actor actor, PublicId id) {
        Card card = cards.held(id).orElseThrow(NotFound::new);
        if (actor.role() != Role.HEALTH_OFFICER) {
            actor.requireAgency(card.agencyId());
        }
        return card;
    }
}
