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
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.card.token.CardStatus;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Cards as they are stored. */
@ApplicationScoped
class Cards {
    private static final int STEP = 1_000;

    /** A card on its way into the database. */
    record NewCard(CardView card, long statusPlace, byte[] kid) {}

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
                    statement.setLong(4, fresh.statusPlace());
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

    /** By entry: the areas where its person lives and works, as far as they are known. */
    Map<Long, List<String>> routes(List<Long> entryIds) {
        Map<Long, List<String>> routes = new HashMap<>();
        sql.list(
                        "SELECT e.id, home.code, work.code FROM stafflist_entry e LEFT JOIN registry_area home ON home.id ="
                                + " e.residence_area_id LEFT JOIN registry_area work ON work.id = e.area_id WHERE e.id IN ("
                                + Sql.marks(entryIds.size()) + ")",
                        row -> Map.entry(
                                row.getLong(1),
                                Stream.of(row.getString(2), row.getString(3))
                                        .filter(Objects::nonNull)
                                        .distinct()
                                        .toList()),
                        entryIds.toArray())
                .forEach(route -> routes.put(route.getKey(), route.getValue()));
        return routes;
    }

    /** The newest card of an entry, held by the running transaction. @param held whether the data suspended it */
    record Newest(long cardId, PublicId id, long entryId, CardState state, String reason, boolean held) {
        static Newest of(CardView card) {
            return new Newest(card.cardId(), card.id(), card.entryId(), card.state(), card.reason(), false);
        }

        /** Of two of an entry the one that counts: where a renewal was undone, the newer one was superseded by the other. */
        private Newest or(Newest newer) {
            return newer.state() == CardState.SUPERSEDED && state != CardState.SUPERSEDED ? this : newer;
        }

        /** Whether it can be suspended: by nobody yet, or by the data alone. */
        boolean isSuspendable() {
            return state == CardState.VALID || state == CardState.SUSPENDED && held;
        }
    }

    /** By entry. */
    Map<Long, Newest> newestOf(List<Long> entryIds) {
        Map<Long, Newest> newest = new HashMap<>();
        if (!entryIds.isEmpty()) {
            newest("entry_id", entryIds).forEach(card -> newest.merge(card.entryId(), card, Newest::or));
        }
        return newest;
    }

    /** Themselves, in the order of their ids. */
    List<Newest> held(List<Long> cardIds) {
        return cardIds.isEmpty() ? List.of() : newest("id", cardIds);
    }

    private List<Newest> newest(String of, List<Long> ids) {
        return sql.list(
                "SELECT id, public_id, entry_id, state, state_reason, held FROM card_card WHERE " + of + " IN ("
                        + Sql.marks(ids.size()) + ") ORDER BY id FOR UPDATE",
                row -> new Newest(
                        row.getLong(1),
                        Sql.publicId(row, "public_id"),
                        row.getLong(3),
                        CardState.valueOf(row.getString(4)),
                        Objects.requireNonNullElse(row.getString(5), ""),
                        row.getBoolean(6)),
                ids.toArray());
    }

    /** Suspended from now on by the data, and by nobody else. */
    void hold(List<Newest> some) {
        sql.batch(
                "UPDATE card_card SET held = TRUE WHERE id = ?",
                some,
                (statement, card) -> statement.setLong(1, card.cardId()));
    }

    /** What takes the place of a card that the data suspended is suspended by the data too. @param successors by old ones */
    void handOnHolds(Map<Long, Long> successors) {
        if (!successors.isEmpty()) {
            List<Long> old = successors.keySet().stream().sorted().toList();
            sql.batch(
                    "UPDATE card_card SET held = TRUE WHERE id = ?",
                    sql.list(
                            "SELECT id FROM card_card WHERE held AND id IN (" + Sql.marks(old.size()) + ")",
                            row -> row.getLong(1),
                            old.toArray()),
                    (statement, card) -> statement.setLong(1, Objects.requireNonNull(successors.get(card))));
        }
    }

    /** Their level is asked as soon as can be: what is held in truth is not to be used in between. */
    void assessSoon(List<Long> cardIds) {
        sql.batch(
                "UPDATE card_card SET level_due = '2021-01-01' WHERE id = ?",
                cardIds.stream().sorted().toList(),
                (statement, card) -> statement.setLong(1, card));
    }

    /** How the newest cards of entries stand; nothing is held. */
    Map<Long, CardQueries.Standing> standings(List<Long> entryIds) {
        Map<Long, CardQueries.Standing> standings = new HashMap<>();
        if (!entryIds.isEmpty()) {
            sql.list(
                            "SELECT c.entry_id, c.state, IFNULL(MAX(v.at), c.issued_at) AS since FROM card_card c LEFT JOIN"
                                    + " card_event v ON v.card_id = c.id WHERE c.entry_id IN ("
                                    + Sql.marks(entryIds.size())
                                    + ") GROUP BY c.id, c.entry_id, c.state, c.issued_at ORDER BY c.state <> 'SUPERSEDED', c.id",
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

    /** How those of the cards that are over ended; none of one that another holds on for, for longer: its print is old, and no more. */
    Map<Long, CardQueries.Standing> ended(List<Long> cardIds) {
        Map<Long, CardQueries.Standing> ended = new HashMap<>();
        if (!cardIds.isEmpty()) {
            sql.list(
                    "SELECT c.id, c.state, IFNULL(MAX(v.at), c.issued_at) AS since FROM card_card c LEFT JOIN card_event v ON"
                            + " v.card_id = c.id AND v.state = c.state WHERE c.state IN ('REVOKED', 'SUPERSEDED') AND NOT EXISTS"
                            + " (SELECT 1 FROM card_card n WHERE n.id = c.superseded_by AND n.valid_to > c.valid_to) AND c.id IN ("
                            + Sql.marks(cardIds.size()) + ") GROUP BY c.id, c.state, c.issued_at",
                    row -> ended.put(
                            row.getLong(1),
                            new CardQueries.Standing(
                                    CardState.valueOf(row.getString(2)),
                                    Objects.requireNonNull(Sql.instant(row, "since")))),
                    cardIds.toArray());
        }
        return ended;
    }

    /** Changes current cards that are held, most often to their end. @param successors new cards by old ones; empty where none follow */
    void change(List<Newest> current, CardState state, String reason, Map<Long, Long> successors, long actorId) {
        sql.batch(
                "UPDATE card_card SET state = ?, state_reason = ?, superseded_by = ?, held = held AND ?, version = version + 1"
                        + " WHERE id = ?",
                current,
                (statement, card) -> {
                    statement.setString(1, state.name());
                    statement.setString(2, reason.isEmpty() ? null : reason);
                    statement.setObject(3, successors.get(card.cardId()));
                    statement.setBoolean(4, state == CardState.SUPERSEDED);
                    statement.setLong(5, card.cardId());
                });
        remember(
                current.stream()
                        .map(card -> new Event(card.cardId(), state, reason))
                        .toList(),
                actorId);
        if (state == CardState.VALID) {
            assessSoon(current.stream().map(Newest::cardId).toList());
        }
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

    Map<CardNumber, CardQueries.Known> known(Collection<CardNumber> numbers) {
        Map<CardNumber, CardQueries.Known> known = new HashMap<>();
        if (!numbers.isEmpty()) {
            sql.list(
                            "SELECT card_number, id, person_id FROM card_card WHERE card_number IN ("
                                    + Sql.marks(numbers.size()) + ")",
                            row -> Map.entry(
                                    new CardNumber(row.getString(1)),
                                    new CardQueries.Known(row.getLong(2), row.getLong(3))),
                            numbers.stream().map(CardNumber::body).toArray())
                    .forEach(card -> known.put(card.getKey(), card.getValue()));
        }
        return known;
    }

    /** The newest first. */
    List<CardAtPost> findForPost(String condition, Object... args) {
        return sql.list(
                "SELECT * FROM card_card WHERE " + condition + " ORDER BY id DESC",
                row -> {
                    CardView card = view(row);
                    CardStatus status = StatusBoard.status(card.state(), row.getString("level"));
                    return new CardAtPost(
                            card,
                            status == CardStatus.SUSPENDED ? CardState.SUSPENDED : card.state(),
                            row.getLong("status_index"),
                            status.level());
                },
                args);
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

    /** What is approved anew elsewhere is that agency's to suspend and revoke; it still names the one that issued it. */
    void handOver(List<Newest> some, Map<Long, Long> agencyOfEntry) {
        sql.batch(
                "UPDATE card_card SET told_agency_id = IFNULL(told_agency_id, agency_id), agency_id = ? WHERE id = ? AND"
                        + " agency_id <> ?",
                some,
                (statement, card) -> {
                    long agency = Objects.requireNonNull(agencyOfEntry.get(card.entryId()));
                    statement.setLong(1, agency);
                    statement.setLong(2, card.cardId());
                    statement.setLong(3, agency);
                });
    }
}
