package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What an agency prints of its own cards, or a health officer of all: those that can be used and match a search, in stacks
 * that one file holds. Each stack that is taken is on the trail.
 */
@UseCase
public class CardStacks {
    /** Of one file: of every card a little stays in memory until the file is written. */
    static final int LARGEST = 20_000;

    /**
     * From behind one card up to another; from the first or to the last where there is none. Named by its ends, it has the same
     * cards also after some of an earlier stack were revoked.
     */
    public record Stack(Optional<PublicId> above, Optional<PublicId> last) {
        static final Stack WHOLE = new Stack(Optional.empty(), Optional.empty());

        private static final String TO = ".";

        /** As in an address. */
        public String text() {
            return above.map(PublicId::toString).orElse("")
                    + TO
                    + last.map(PublicId::toString).orElse("");
        }

        /** What is no stack is the first. */
        public static Stack of(String text) {
            int to = text.indexOf(TO);
            return to < 0
                    ? WHOLE
                    : new Stack(PublicId.parse(text.substring(0, to)), PublicId.parse(text.substring(to + 1)));
        }
    }

    /** The cards of a stack, by their numbers inside. */
    private record Stretch(long first, long last, long count) {}

    @Inject
    private Cards cards;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** The stacks that the cards make that match; none where there are no such cards. */
    @Requires(Permission.CONTROL_CARDS)
    public List<Stack> all(Actor actor, CardFilter filter) {
        return all(actor, filter, LARGEST);
    }

    List<Stack> all(Actor actor, CardFilter filter, int most) {
        CardFilter.Condition which = usable(actor, filter);
        long count = cards.count(which.sql(), which.args());
        if (count == 0) {
            return List.of();
        }
        List<Stack> stacks = new ArrayList<>();
        Optional<PublicId> above = Optional.empty();
        for (PublicId last : count > most ? everyNth(which, most, count) : List.<PublicId>of()) {
            stacks.add(new Stack(above, Optional.of(last)));
            above = Optional.of(last);
        }
        stacks.add(new Stack(above, Optional.empty()));
        return stacks;
    }

    /** The cards of a stack, which are read while they are printed; empty where there are none. */
    @Requires(Permission.CONTROL_CARDS)
    public Optional<CardsInSteps> take(Actor actor, CardFilter filter, Stack stack) {
        CardFilter.Condition which = usable(actor, filter);
        Optional<Stretch> stretch = stretch(which, stack);
        stretch.ifPresent(found -> trail.fire(new CardChanged(
                actor.accountId(),
                "card.printed",
                "agency",
                String.valueOf(actor.agencyId()),
                Map.of("count", String.valueOf(found.count())))));
        return stretch.map(found -> CardsInSteps.between(cards, which, found.first() - 1, found.last()));
    }

    private Optional<Stretch> stretch(CardFilter.Condition which, Stack stack) {
        StringBuilder within = new StringBuilder(which.sql());
        List<Object> args = new ArrayList<>(List.of(which.args()));
        stack.above().ifPresent(card -> {
            within.append(" AND id > (SELECT id FROM card_card WHERE public_id = ?)");
            args.add(card);
        });
        stack.last().ifPresent(card -> {
            within.append(" AND id <= (SELECT id FROM card_card WHERE public_id = ?)");
            args.add(card);
        });
        args.add(LARGEST);
        return sql
                .list(
                        "SELECT MIN(id), MAX(id), COUNT(*) FROM (SELECT id FROM card_card WHERE " + within
                                + " ORDER BY id LIMIT ?) AS stretch",
                        row -> new Stretch(row.getLong(1), row.getLong(2), row.getLong(3)),
                        args.toArray())
                .stream()
                .filter(found -> found.count() > 0)
                .findFirst();
    }

    /** Of all that match, in the order of their birth; the last of all is left out. */
    private List<PublicId> everyNth(CardFilter.Condition which, int step, long all) {
        return sql.list(
                "SELECT public_id FROM (SELECT public_id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM card_card WHERE "
                        + which.sql() + ") AS numbered WHERE MOD(place, ?) = 0 AND place < ? ORDER BY place",
                row -> Sql.publicId(row, "public_id"),
                which.with(step, all));
    }

    private CardFilter.Condition usable(Actor actor, CardFilter filter) {
        return filter.usable().condition(actor, LocalDate.now(clock));
    }
}
