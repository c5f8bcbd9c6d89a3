package vn.khanhhoa.thecovid.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.person.NameWords;

/**
 * Which cards, of those that an officer reaches: heads of agencies those that their agency approved, health officers all.
 *
 * @param text a number as typed, or words of a name; empty for any
 * @param organisation how the organisation's name begins; empty for any
 * @param state none for any
 * @param endsWithin days in which those end that are meant, all of them current; 0 for any
 */
public record CardFilter(String text, String organisation, Optional<CardState> state, int endsWithin) {
    public CardFilter(String text, String organisation, Optional<CardState> state) {
        this(text, organisation, state, 0);
    }

    CardFilter usable() {
        return new CardFilter(text, organisation, Optional.of(CardState.VALID), endsWithin);
    }

    record Condition(String sql, Object[] args) {
        Object[] with(Object... more) {
            return Stream.concat(Stream.of(args), Stream.of(more)).toArray();
        }
    }

    Condition condition(Actor actor, LocalDate today) {
        StringBuilder sql = new StringBuilder("TRUE");
        List<Object> args = new ArrayList<>();
        Optional<CardNumber> number = CardNumber.parse(text);
        if (number.isPresent()) {
            sql.append(" AND card_number = ?");
            args.add(number.get().body());
        } else if (!text.isBlank()) {
            sql.append(" AND ").append(NameWords.condition("name", text, args));
        }
        if (actor.role() != Role.HEALTH_OFFICER) {
            sql.append(" AND agency_id = ?");
            args.add(actor.agencyId());
        }
        if (!organisation.isBlank()) {
            sql.append(" AND organisation LIKE ?");
            args.add(organisation.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        state.ifPresent(wanted -> {
            sql.append(
                    switch (wanted) {
                        case VALID, SUSPENDED -> " AND state = '" + wanted + "' AND valid_to >= ?";
                        case EXPIRED -> " AND state IN ('VALID', 'SUSPENDED') AND valid_to < ?";
                        default -> " AND state = '" + wanted + "' AND ? IS NOT NULL";
                    });
            args.add(today);
        });
        if (endsWithin > 0) {
            sql.append(" AND state IN ('VALID', 'SUSPENDED') AND valid_to BETWEEN ? AND ?");
            args.add(today);
            args.add(today.plusDays(endsWithin));
        }
        return new Condition(sql.toString(), args.toArray());
    }
}
