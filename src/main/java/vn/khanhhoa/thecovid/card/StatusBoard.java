package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.token.CardStatus;
import vn.khanhhoa.thecovid.card.token.StatusList;
import vn.khanhhoa.thecovid.platform.Sql;

/** How every card stands, read from the tables: all of it, or what changed since a moment. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class StatusBoard {
    /** Longer than any transaction that changes cards: until then it may not be seen, whatever moment it writes down. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final int CHUNK = StatusPlaces.BLOCK;
    private static final String STANDING = "SELECT c.status_index, c.state, c.level FROM card_card c ";

    @Inject
    private Sql sql;

    StatusList all() {
        StatusList list = new StatusList();
        long end = sql.number("SELECT IFNULL(MAX(status_index), -1) FROM card_card") + 1;
        for (long from = 0; from < end; from += CHUNK) {
            sql.list(
                            STANDING + "WHERE c.status_index >= ? AND c.status_index < ?",
                            StatusBoard::standing,
                            from,
                            from + CHUNK)
                    .forEach(card -> list.set(card.getKey(), card.getValue()));
        }
        return list;
    }

    /** Whatever was not seen yet by who looked at that moment, and some that was; empty where it is more than that many cards. */
    Optional<SortedMap<Long, CardStatus>> since(Instant moment, int most) {
        Instant from = moment.minus(OVERLAP);
        SortedMap<Long, CardStatus> changed = new TreeMap<>();
        List<Map.Entry<Long, CardStatus>> found = sql.list(
                STANDING + "JOIN card_event v ON v.card_id = c.id WHERE v.at >= ? UNION " + STANDING
                        + "WHERE c.level_at >= ? LIMIT ?",
                StatusBoard::standing,
                from,
                from,
                most + 1);
        if (found.size() > most) {
            return Optional.empty();
        }
        found.forEach(card -> changed.put(card.getKey(), card.getValue()));
        return Optional.of(changed);
    }

    private static Map.Entry<Long, CardStatus> standing(ResultSet row) throws SQLException {
        return Map.entry(row.getLong(1), status(CardState.valueOf(row.getString(2)), row.getString(3)));
    }

    /** A hold for the sake of health looks like any other suspension. */
    static CardStatus status(CardState state, @Nullable String level) {
        return switch (state) {
            case VALID ->
                switch (Objects.requireNonNullElse(level, "")) {
                    case "GREEN" -> CardStatus.VALID_GREEN;
                    case "YELLOW" -> CardStatus.VALID_YELLOW;
                    case "RED" -> CardStatus.VALID_RED;
                    case "HOLD" -> CardStatus.SUSPENDED;
                    default -> CardStatus.VALID;
                };
            case SUSPENDED -> CardStatus.SUSPENDED;
            default -> CardStatus.INVALID;
        };
    }
}
