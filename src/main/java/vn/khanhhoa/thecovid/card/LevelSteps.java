package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.Assessing;
import vn.khanhhoa.thecovid.eligibility.FactsChanged;
import vn.khanhhoa.thecovid.eligibility.Swept;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;

/** The steps of {@link LevelJob}, a transaction each. Those of whom something was learnt come first. */
@ApplicationScoped
@Transactional
class LevelSteps implements Swept {
    /** Far behind every card: what ended, or does not change by itself, is assessed again by a sweep only. */
    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    private static final Instant AT_ONCE = Instant.parse("2021-01-01T00:00:00Z");

    private static final int TOUCHED = 500;
    /** Longer than any step of a sweep: what becomes due meanwhile may have been asked for again without a trace. */
    private static final Duration SOON = Duration.ofMinutes(10);

    private record Due(
            long cardId,
            long personId,
            long areaId,
            @Nullable String level) {}

    private record Assessed(long cardId, @Nullable String level, boolean changed, Instant due) {}

    /** As a card was found. @param standing whether it is current by nobody's hand: valid, or suspended by the data */
    private record Kept(
            long cardId,
            long personId,
            long areaId,
            @Nullable String level,
            Instant due,
            boolean held,
            boolean standing) {
        /** @param found of the holder, now */
        Assessed as(Assessing.Assessed found) {
            boolean toHold = found.held() && found.factsKnown();
            return new Assessed(
                    cardId,
                    levelOf(found),
                    !Objects.equals(levelOf(found), level),
                    standing && toHold != held ? AT_ONCE : dueOf(found));
        }

        boolean isAs(Assessed now) {
            return !now.changed() && now.due().equals(due);
        }
    }

    @Inject
    private Assessing assessing;

    @Inject
    private Cards cards;

    @Inject
    private CardHolds holds;

    @Inject
    private Jobs jobs;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Their cards themselves are not held by whoever brings the facts. */
    void changed(@Observes FactsChanged facts) {
        sql.batch(
                "INSERT IGNORE INTO card_touched (person_id) VALUES (?)",
                facts.personIds().stream().sorted().toList(),
                (statement, person) -> statement.setLong(1, person));
    }

    @Override
    public String part() {
        return "cards";
    }

    @Override
    public Marked mark(long after, int most) {
        List<Long> next = swept(after, most).stream().map(Kept::cardId).toList();
        cards.assessSoon(next);
        return Marked.of(next);
    }

    /**
     * In the order of the cards, none of which is held: written is only what has changed, where nobody else has written it since, and
     * a card that is to be suspended or restored is due at once. What is due anyhow is left to the job.
     */
    @Override
    public Marked sweep(long after, int most) {
        Instant now = clock.instant();
        List<Kept> next = swept(after, most);
        List<Assessing.Assessed> levels = assessing.levels(
                Actor.PORTAL,
                next.stream()
                        .map(card -> new Assessing.PersonAt(card.personId(), card.areaId()))
                        .toList());
        record Change(Kept before, Assessed after) {}
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            Change change = new Change(next.get(i), next.get(i).as(levels.get(i)));
            if (change.before().due().isAfter(now.plus(SOON))
                    && !change.before().isAs(change.after())) {
                changes.add(change);
            }
        }
        sql.batch(
                "UPDATE card_card SET level = ?, level_at = IF(?, ?, level_at), level_due = ? WHERE id = ? AND level_due = ? AND level"
                        + " <=> ?",
                changes,
                (statement, change) -> {
                    bind(statement, change.after(), now);
                    statement.setTimestamp(6, Timestamp.from(change.before().due()));
                    statement.setString(7, change.before().level());
                });
        return Marked.of(next.stream().map(Kept::cardId).toList());
    }

    private List<Kept> swept(long after, int most) {
        return sql.list(
                "SELECT c.id, c.person_id, e.area_id, c.level, c.level_due, c.held, c.state = 'VALID' OR c.held FROM card_card c JOIN"
                        + " stafflist_entry e ON e.id = c.entry_id WHERE c.id > ? AND c.state IN ('VALID', 'SUSPENDED') AND"
                        + " c.valid_to >= ? ORDER BY c.id LIMIT ?",
                row -> new Kept(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getBoolean(6),
                        row.getBoolean(7)),
                after,
                LocalDate.now(clock),
                most);
    }

    private static void bind(PreparedStatement statement, Assessed card, Instant now) throws SQLException {
        statement.setString(1, card.level());
        statement.setBoolean(2, card.changed());
        statement.setTimestamp(3, Timestamp.from(now));
        statement.setTimestamp(4, Timestamp.from(card.due()));
        statement.setLong(5, card.cardId());
    }

    /** Cards of people of whom something was learnt are assessed next. Says whether more may follow. */
    boolean takeTouched() {
        List<Long> people = sql.list(
                "SELECT person_id FROM card_touched ORDER BY person_id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.getLong(1),
                TOUCHED);
        if (people.isEmpty()) {
            return false;
        }
        cards.assessSoon(sql.list(
                "SELECT id FROM card_card WHERE state IN ('VALID', 'SUSPENDED') AND person_id IN ("
                        + Sql.marks(people.size()) + ")",
                row -> row.getLong(1),
                people.toArray()));
        sql.batch(
                "DELETE FROM card_touched WHERE person_id = ?",
                people,
                (statement, person) -> statement.setLong(1, person));
        return true;
    }

    /** Says whether more may follow. */
    boolean assess(int most) {
        List<Due> due = due(most);
        assess(due);
        return due.size() == most;
    }

    /** Which are due now, the longest first. */
    List<Long> dueNow(int most) {
        return due(most).stream().map(Due::cardId).toList();
    }

    /** It alone, whenever it is due. Nothing follows. */
    boolean assessOne(long cardId) {
        assess(due("c.id = ?", cardId, 1));
        return false;
    }

    /** It is failed work of its own from now on, and tried as that: nobody waits for it. */
    void setAside(long cardId) {
        sql.update("UPDATE card_card SET level_due = ? WHERE id = ?", NEVER, cardId);
        jobs.enqueue(OneLevelJob.NAME, String.valueOf(cardId));
    }

    private List<Due> due(int most) {
        return due("c.level_due <= ?", clock.instant(), most);
    }

    private List<Due> due(String which, Object argument, int most) {
        return sql.list(
                "SELECT c.id, c.person_id, e.area_id, c.level, c.state IN ('VALID', 'SUSPENDED') AND c.valid_to >= ? AS counts"
                        + " FROM card_card c JOIN stafflist_entry e ON e.id = c.entry_id WHERE " + which
                        + " ORDER BY c.level_due LIMIT ?",
                row -> new Due(
                        row.getLong(1),
                        row.getBoolean("counts") ? row.getLong(2) : 0,
                        row.getLong(3),
                        row.getString(4)),
                LocalDate.now(clock),
                argument,
                most);
    }

    /** Held before what is known is read, in the order in which whoever else holds several does: whoever writes last has read last. */
    private void assess(List<Due> due) {
        List<Cards.Newest> all =
                cards.held(due.stream().map(Due::cardId).sorted().toList());
        Instant now = clock.instant();
        List<Due> counting = due.stream().filter(card -> card.personId() != 0).toList();
        List<Assessing.Assessed> levels = assessing.levels(
                Actor.PORTAL,
                counting.stream()
                        .map(card -> new Assessing.PersonAt(card.personId(), card.areaId()))
                        .toList());
        List<Assessed> assessed = new ArrayList<>(due.size());
        due.stream()
                .filter(card -> card.personId() == 0)
                .forEach(card -> assessed.add(new Assessed(card.cardId(), card.level(), false, NEVER)));
        Set<Long> held = new HashSet<>();
        for (int i = 0; i < counting.size(); i++) {
            assessed.add(assessed(counting.get(i), levels.get(i)));
            if (levels.get(i).held() && levels.get(i).factsKnown()) {
                held.add(counting.get(i).cardId());
            }
        }
        Set<Long> counted = new HashSet<>(counting.stream().map(Due::cardId).toList());
        holds.follow(
                all.stream().filter(card -> counted.contains(card.cardId())).toList(), held);
        sql.batch(
                "UPDATE card_card SET level = ?, level_at = IF(?, ?, level_at), level_due = ? WHERE id = ?",
                assessed,
                (statement, card) -> bind(statement, card, now));
    }

    private static Assessed assessed(Due card, Assessing.Assessed found) {
        String level = levelOf(found);
        return new Assessed(card.cardId(), level, !Objects.equals(level, card.level()), dueOf(found));
    }

    /** What the criteria say of anybody is no level of a card. */
    private static @Nullable String levelOf(Assessing.Assessed found) {
        return found.factsKnown() && !found.level().isEmpty() ? found.level() : null;
    }

    private static Instant dueOf(Assessing.Assessed found) {
        return Objects.requireNonNullElse(found.until(), NEVER);
    }
}
