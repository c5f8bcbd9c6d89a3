package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryPeriods;

/**
 * Cards get a longer period before they end, of the agency's own accord: from that day on, within what a form lets anybody ask for. Each
 * gives way to another card in the same step, and its entry holds as long as that. Undone, the cards of before are good again.
 */
@ApplicationScoped
class Renewing {
    static final String NOT_FREE = "card.renew-amended";
    static final String OWN = "card.renew-own";

    @Inject
    private EntryPeriods periods;

    @Inject
    private Cards cards;

    @Inject
    private CardIssuing issuing;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<CardsRenewed> renewed;

    /** @param until as typed */
    LocalDate required(@Nullable LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        if (until == null) {
            throw new RuleViolation("card.until-missing");
        }
        if (until.isBefore(today)) {
            throw new RuleViolation("card.until-over");
        }
        if (ChronoUnit.DAYS.between(today, until) >= EntryPeriods.LONGEST_DAYS) {
            throw new RuleViolation("card.until-too-late", EntryPeriods.LONGEST_DAYS);
        }
        return until;
    }

    /** Of the entries, those whose cards the officer may not renew. */
    Set<Long> closedTo(Actor officer, List<Long> entryIds) {
        return periods.closedTo(officer, entryIds);
    }

    /** Holds entries, as whoever decides on them does it before their cards. Gives those that nobody asked to change. */
    Set<Long> heldEntries(List<Long> cardIds) {
        return periods.held(
                Actor.PORTAL,
                sql.list(
                        "SELECT entry_id FROM card_card WHERE id IN (" + Sql.marks(cardIds.size()) + ")",
                        row -> row.getLong(1),
                        cardIds.toArray()));
    }

    /** @param some valid cards that are held, with their entries */
    void renew(List<CardView> some, LocalDate until, String reason, long actorId) {
        LocalDate today = LocalDate.now(clock);
        Map<Long, Period> longer = some.stream()
                .collect(Collectors.toMap(
                        CardView::entryId,
                        card -> new Period(card.validFrom().isAfter(today) ? card.validFrom() : today, until)));
        issuing.successors(
                some, card -> Objects.requireNonNull(longer.get(card.entryId())), reason, "card.renewed", actorId);
        periods.change(Actor.PORTAL, longer);
        renewed.fire(new CardsRenewed(some.stream().map(CardView::entryId).toList(), Optional.of(until)));
    }

    /**
     * The cards that took the place of these and stand as they did then, held with these in the order of their ids; by the old ones. None
     * of a card whose key became known to others since: its code is believed no more.
     */
    Map<Long, Cards.Newest> heldSuccessors(List<Long> cardIds) {
        Map<Long, Long> successors = new HashMap<>();
        sql.list(
                "SELECT o.id, n.id FROM card_card o JOIN card_card n ON n.id = o.superseded_by LEFT JOIN card_key k ON k.kid = o.kid"
                        + " AND k.state = 'COMPROMISED' WHERE k.id IS NULL AND o.id IN ("
                        + Sql.marks(cardIds.size()) + ")",
                row -> successors.put(row.getLong(1), row.getLong(2)),
                cardIds.toArray());
        Set<Long> all = new HashSet<>(cardIds);
        all.addAll(successors.values());
        Map<Long, Cards.Newest> held = cards.held(all.stream().sorted().toList()).stream()
                .collect(Collectors.toMap(Cards.Newest::cardId, Function.identity()));
        Set<Long> unchanged = new HashSet<>(sql.list(
                "SELECT id FROM card_card WHERE version = 0 AND state = 'VALID' AND id IN (" + Sql.marks(all.size())
                        + ")",
                row -> row.getLong(1),
                all.toArray()));
        Map<Long, Cards.Newest> found = new HashMap<>();
        successors.forEach((old, fresh) -> {
            if (unchanged.contains(fresh)) {
                found.put(old, Objects.requireNonNull(held.get(fresh)));
            }
        });
        return found;
    }

    /** @param some cards that were renewed, held with what took their place */
    void undo(List<CardView> some, Map<Long, Cards.Newest> successors, long actorId) {
        if (some.isEmpty()) {
            return;
        }
        Map<Long, Long> back = new HashMap<>();
        some.forEach(old ->
                back.put(Objects.requireNonNull(successors.get(old.cardId())).cardId(), old.cardId()));
        issuing.endRenewal(
                some.stream()
                        .map(old -> Objects.requireNonNull(successors.get(old.cardId())))
                        .toList(),
                some.stream().map(Cards.Newest::of).toList(),
                back,
                Texts.get(Texts.VIETNAMESE, "card.reason.renewal-undone"),
                actorId);
        periods.change(Actor.PORTAL, some.stream().collect(Collectors.toMap(CardView::entryId, CardView::validity)));
        renewed.fire(new CardsRenewed(some.stream().map(CardView::entryId).toList(), Optional.empty()));
    }
}
