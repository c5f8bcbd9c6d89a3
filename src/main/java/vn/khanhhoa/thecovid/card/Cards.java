package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Cards as they are stored. */
@ApplicationScoped
class Cards {
    private static final int STEP = 1_000;

    /** A card on its way into the database. */
    record NewCard(CardView card, byte[] kid) {}

    /** A line of a card's history. */
    private record Event(long cardId, CardState state, String reason) {}

    @Inject
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    Iterator<Long> ids() {
        return sql.ids("card_seq", STEP);
    }

    Optional<Card> held(PublicId id) {
        return entities.createQuery("select c from Card c where c.publicId = :id", Card.class)
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    void flush() {
        entities.flush();
    }

    /** A ground that has a current card already keeps it: the unique key refuses a second one. */
    void add(List<NewCard> cards, long actorId) {
        Iterator<Long> places = sql.ids("card_status_index_seq", STEP);
        sql.batch(
                "INSERT INTO card_card (id, public_id, card_number, status_index, entry_id, person_id, organisation_id,"
                        + " agency_id, list_id, name, birth_year, last_four, organisation, workplace, activities, valid_from,"
                        + " valid_to, state, state_reason, kid, token, issued_at, told_agency_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cards,
                (statement, fresh) -> {
                    CardView card = fresh.card();
                    statement.setLong(1, card.cardId());
                    statement.setBytes(2, card.id().bytes());
                    statement.setString(3, card.number().body());
                    statement.setLong(4, places.next());
                    statement.setLong(5, card.entryId());
                    statement.setLong(6, card.personId());
                    statement.setLong(7, card.organisationId());
                    statement.setLong(8, card.agencyId());
                    statement.setLong(9, card.listId());
                    statement.setString(10, card.name());
                    statement.setInt(11, card.birthYear());
                    statement.setString(12, card.lastFour());
                    statement.setString(13, card.organisation());
                    statement.setString(14, card.workplace());
                    statement.setString(15, String.join(" ", card.activities()));
                    statement.setObject(16, card.validFrom());
                    statement.setObject(17, card.validTo());
                    statement.setString(18, card.state().name());
                    statement.setString(19, card.reason().isEmpty() ? null : card.reason());
                    statement.setBytes(20, fresh.kid());
                    statement.setString(21, card.token());
                    statement.setTimestamp(22, Timestamp.from(card.issuedAt()));
                    statement.setObject(23, card.toldAgencyId() == card.agencyId() ? null : card.toldAgencyId());
                });
        remember(
                cards.stream()
                        .map(fresh -> new Event(
                                fresh.card().cardId(),
                                fresh.card().state(),
                                fresh.card().reason()))
                        .toList(),
                actorId);
    }

    /** The newest card of an entry, held. */
    record Newest(long cardId, PublicId id, long entryId, CardState state, String reason) {}

    /** By entry. */
    Map<Long, Newest> newestOf(List<Long> entryIds) {
        Map<Long, Newest> newest = new HashMap<>();
        if (!entryIds.isEmpty()) {
            sql.list(
                            "SELECT id, public_id, entry_id, state, state_reason FROM card_card WHERE entry_id IN ("
                                    + Sql.marks(entryIds.size()) + ") ORDER BY id FOR UPDATE",
                            row -> new Newest(
                                    row.getLong(1),
                                    Sql.publicId(row, "public_id"),
                                    row.getLong(3),
                                    CardState.valueOf(row.getString(4)),
                                    Objects.requireNonNullElse(row.getString(5), "")),
                            entryIds.toArray())
                    .forEach(card -> newest.put(card.entryId(), card));
        }
        return newest;
    }

    /** How the newest cards of entries stand; nothing is held. */
    Map<Long, CardQueries.Standing> standings(List<Long> entryIds) {
        Map<Long, CardQueries.Standing> standings = new HashMap<>();
        if (!entryIds.isEmpty()) {
            sql.list(
                            "SELECT c.entry_id, c.state, IFNULL(MAX(v.at), c.issued_at) AS since FROM card_card c LEFT JOIN"
                                    + " card_event v ON v.card_id = c.id WHERE c.entry_id IN ("
                                    + Sql.marks(entryIds.size())
                                    + ") GROUP BY c.id, c.entry_id, c.state, c.issued_at ORDER BY c.id",
                            row -> Map.entry(
                                    row.getLong(1),
                                    new CardQueries.Standing(
                                            CardState.valueOf(row.getString(2)),
                                            Objects.requireNonNull(Sql.instant(row, "since")))),
                            entryIds.toArray())
                    .forEach(card -> standings.put(card.getKey(), card.getValue()));
        }
        return standings;
    }

    /** Changes current cards that are held, most often to their end. @param successors new cards by old ones; empty where none follow */
    void change(List<Newest> current, CardState state, String reason, Map<Long, Long> successors, long actorId) {
        sql.batch(
                "UPDATE card_card SET state = ?, state_reason = ?, superseded_by = ?, version = version + 1 WHERE id = ?",
                current,
                (statement, card) -> {
                    statement.setString(1, state.name());
                    statement.setString(2, reason.isEmpty() ? null : reason);
                    statement.setObject(3, successors.get(card.cardId()));
                    statement.setLong(4, card.cardId());
                });
        remember(
                current.stream()
                        .map(card -> new Event(card.cardId(), state, reason))
                        .toList(),
                actorId);
    }

    void remember(Card card, String reason, long actorId) {
        remember(List.of(new Event(card.id(), card.state(), reason)), actorId);
    }

    private void remember(List<Event> events, long actorId) {
        Iterator<Long> ids = ids();
        Timestamp now = Timestamp.from(clock.instant());
        sql.batch(
                "INSERT INTO card_event (id, card_id, state, reason, actor_id, at) VALUES (?, ?, ?, ?, ?, ?)",
                events,
                (statement, event) -> {
                    statement.setLong(1, ids.next());
                    statement.setLong(2, event.cardId());
                    statement.setString(3, event.state().name());
                    statement.setString(4, event.reason());
                    statement.setLong(5, actorId);
                    statement.setTimestamp(6, now);
                });
    }

    List<CardControl.PastState> history(long cardId) {
        return sql.list(
                "SELECT state, reason, at FROM card_event WHERE card_id = ? ORDER BY id DESC",
                row -> new CardControl.PastState(
                        CardState.valueOf(row.getString(1)),
                        Objects.requireNonNullElse(row.getString(2), ""),
                        Objects.requireNonNull(Sql.instant(row, "at"))),
                cardId);
    }

    List<CardView> find(String condition, Object... args) {
        return sql.list("SELECT * FROM card_card WHERE " + condition, this::view, args);
    }

    long count(String condition, Object... args) {
        return sql.number("SELECT COUNT(*) FROM card_card WHERE " + condition, args);
    }

    private CardView view(ResultSet row) throws SQLException {
        CardState state = CardState.valueOf(row.getString("state"));
        LocalDate validTo = row.getObject("valid_to", LocalDate.class);
        boolean over = state.isCurrent() && validTo.isBefore(LocalDate.now(clock));
        Instant issuedAt = Objects.requireNonNull(Sql.instant(row, "issued_at"));
        return new CardView(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                new CardNumber(row.getString("card_number")),
                row.getLong("entry_id"),
                row.getLong("person_id"),
                row.getLong("list_id"),
                row.getLong("organisation_id"),
                row.getLong("agency_id"),
                row.getLong("told_agency_id") == 0 ? row.getLong("agency_id") : row.getLong("told_agency_id"),
                row.getString("name"),
                row.getInt("birth_year"),
                row.getString("last_four"),
                row.getString("organisation"),
                row.getString("workplace"),
                List.of(row.getString("activities").split(" ", -1)),
                row.getObject("valid_from", LocalDate.class),
                validTo,
                over ? CardState.EXPIRED : state,
                Objects.requireNonNullElse(row.getString("state_reason"), ""),
                row.getString("token"),
                issuedAt,
                row.getInt("version"));
    }
}
