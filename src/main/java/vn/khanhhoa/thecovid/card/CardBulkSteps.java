package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;

/** The steps of {@link CardBulkJob}, a transaction each. */
@ApplicationScoped
@Transactional
class CardBulkSteps {
    private static final String CHANGED = "platform.changed-meanwhile";

    private record Work(
            long id, CardAct act, String reason, @Nullable LocalDate until, long actorId, boolean undone) {}

    private record Line(long cardId, int version, String reasonBefore) {}

    @Inject
    private Cards cards;

    @Inject
    private CardIssuing issuing;

    @Inject
    private Renewing renewing;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Says whether more may follow. */
    boolean step(long bulkId, int most) {
        Work work = sql.first(
                        "SELECT * FROM card_bulk WHERE id = ? FOR UPDATE",
                        row -> new Work(
                                row.getLong("id"),
                                CardAct.valueOf(row.getString("act")),
                                row.getString("reason"),
                                row.getObject("until", LocalDate.class),
                                row.getLong("actor_id"),
                                row.getTimestamp("undone_at") != null),
                        bulkId)
                .orElseThrow();
        Map<Long, Line> lines = new HashMap<>();
        sql.list(
                        "SELECT card_id, version, reason_before FROM card_bulk_card WHERE bulk_id = ? AND foreseen = 'DONE' AND "
                                + (work.undone() ? "result = 'DONE'" : "result IS NULL") + " ORDER BY card_id LIMIT ?",
                        row -> new Line(
                                row.getLong(1), row.getInt(2), Objects.requireNonNullElse(row.getString(3), "")),
                        bulkId,
                        most)
                .forEach(line -> lines.put(line.cardId(), line));
        if (lines.isEmpty()) {
            sql.update(
                    "UPDATE card_bulk SET finished_at = ? WHERE id = ? AND finished_at IS NULL",
                    clock.instant(),
                    bulkId);
            return false;
        }
        if (work.act() == CardAct.RENEW) {
            renewals(work, lines);
            return true;
        }
        List<CardView> same = new ArrayList<>(lines.size());
        List<CardView> changed = new ArrayList<>();
        for (CardView card : held(lines)) {
            (isAsSeen(work, card, lines) ? same : changed).add(card);
        }
        note(work, changed, CHANGED);
        if (work.undone()) {
            undo(work, same, lines);
            note(work, same, CardBulks.UNDONE);
        } else {
            change(work, same);
            note(work, same, CardBulks.DONE);
        }
        return true;
    }

    private List<CardView> held(Map<Long, Line> lines) {
        return cards.find(
                "id IN (" + Sql.marks(lines.size()) + ") ORDER BY id FOR UPDATE",
                lines.keySet().toArray());
    }

    private boolean isAsSeen(Work work, CardView card, Map<Long, Line> lines) {
        int seen = Objects.requireNonNull(lines.get(card.cardId())).version() + (work.undone() ? 1 : 0);
        return card.version() == seen && !card.validTo().isBefore(LocalDate.now(clock));
    }

    private boolean isInTime(Work work) {
        return work.undone() || !Objects.requireNonNull(work.until()).isBefore(LocalDate.now(clock));
    }

    /** Entries are held before cards, and a card together with the one that took its place. */
    private void renewals(Work work, Map<Long, Line> lines) {
        List<Long> ids = List.copyOf(lines.keySet());
        Set<Long> free = renewing.heldEntries(ids);
        Map<Long, Cards.Newest> successors = work.undone() ? renewing.heldSuccessors(ids) : Map.of();
        List<CardView> same = new ArrayList<>(lines.size());
        List<CardView> amended = new ArrayList<>();
        List<CardView> changed = new ArrayList<>();
        for (CardView card : held(lines)) {
            boolean asSeen = isAsSeen(work, card, lines) && isInTime(work);
            if (!asSeen || work.undone() && !successors.containsKey(card.cardId())) {
                changed.add(card);
            } else {
                (free.contains(card.entryId()) ? same : amended).add(card);
            }
        }
        note(work, changed, CHANGED);
        note(work, amended, Renewing.NOT_FREE);
        if (work.undone()) {
            renewing.undo(same, successors, work.actorId());
            note(work, same, CardBulks.UNDONE);
        } else if (!same.isEmpty()) {
            renewing.renew(same, Objects.requireNonNull(work.until()), work.reason(), work.actorId());
            note(work, same, CardBulks.DONE);
        }
    }

    private void change(Work work, List<CardView> some) {
        switch (work.act()) {
            case SUSPEND -> issuing.become(some, CardState.SUSPENDED, work.reason(), "card.suspended", work.actorId());
            case RESTORE -> issuing.become(some, CardState.VALID, work.reason(), "card.restored", work.actorId());
            case REVOKE -> issuing.become(some, CardState.REVOKED, work.reason(), "card.revoked", work.actorId());
            case REISSUE -> {
                if (!some.isEmpty()) {
                    issuing.replace(some, work.reason(), "card.reissued", work.actorId());
                }
            }
            case RENEW -> throw new IllegalStateException("renewals go with their entries");
        }
    }

    /** A card that was suspended before is suspended again for the reason of then. */
    private void undo(Work work, List<CardView> some, Map<Long, Line> lines) {
        if (work.act() == CardAct.SUSPEND) {
            issuing.become(
                    some,
                    CardState.VALID,
                    Texts.get(Texts.VIETNAMESE, "card.reason.undone"),
                    "card.restored",
                    work.actorId());
            return;
        }
        Map<String, List<CardView>> byReason = new HashMap<>();
        some.forEach(card -> byReason.computeIfAbsent(
                        Objects.requireNonNull(lines.get(card.cardId())).reasonBefore(), unused -> new ArrayList<>())
                .add(card));
        byReason.forEach(
                (reason, each) -> issuing.become(each, CardState.SUSPENDED, reason, "card.suspended", work.actorId()));
    }

    private void note(Work work, List<CardView> some, String result) {
        sql.batch(
                "UPDATE card_bulk_card SET result = ?, reason_before = IFNULL(reason_before, ?) WHERE bulk_id = ? AND card_id = ?",
                some,
                (statement, card) -> {
                    statement.setString(1, result);
                    statement.setString(2, card.reason());
                    statement.setLong(3, work.id());
                    statement.setLong(4, card.cardId());
                });
    }
}
