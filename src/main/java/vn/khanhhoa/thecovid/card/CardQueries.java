package vn.khanhhoa.thecovid.card;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Cards to read: by what a check has of them, and by the ground they stand on. */
@UseCase
public class CardQueries {
    @Inject
    private Cards cards;

    @Inject
    private Clock clock;

    /** For a check, which shows no more of the card than it must. */
    @Requires(Permission.ANYONE)
    public Optional<CardView> forCheck(PublicId id) {
        return cards.find("public_id = ?", id).stream().findFirst();
    }

    @Requires(Permission.ANYONE)
    public Optional<CardView> forCheck(CardNumber number) {
        return cards.find("card_number = ?", number.body()).stream().findFirst();
    }

    /** The newest card of an entry, for whoever was shown to be its person. */
    @Requires(Permission.ANYONE)
    public Optional<CardView> ofEntry(long entryId) {
        return cards.find("entry_id = ? ORDER BY id DESC LIMIT 1", entryId).stream()
                .findFirst();
    }

    /** How a card stands, and since when. */
    public record Standing(CardState state, Instant since) {}

    /** Of the newest card of each entry that has one; some hundreds at a time. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, Standing> standings(Actor portal, List<Long> entryIds) {
        return cards.standings(entryIds);
    }

    /** Every card of a list, also those that are not good any more, those that follow one of them. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<CardView> after(Actor actor, long listId, Optional<PublicId> place, int count) {
        long above = place.flatMap(last -> cards.find("public_id = ? AND list_id = ?", last, listId).stream()
                        .findFirst())
                .map(CardView::cardId)
                .orElse(0L);
        return cards.find(
                "list_id = ? AND organisation_id = ? AND id > ? ORDER BY id LIMIT ?",
                listId,
                actor.organisationId(),
                above,
                count);
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public long countOfList(Actor actor, long listId) {
        return cards.count(
                "list_id = ? AND organisation_id = ? AND state = 'VALID' AND valid_to >= ?",
                listId,
                actor.organisationId(),
                LocalDate.now(clock));
    }

    /** The cards of a list that may be handed out, some hundreds at a time, in the order of their birth. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<CardView> ofList(Actor actor, long listId, long above, int count) {
        return cards.find(
                "list_id = ? AND organisation_id = ? AND state = 'VALID' AND valid_to >= ? AND id > ?"
                        + " ORDER BY id LIMIT ?",
                listId,
                actor.organisationId(),
                LocalDate.now(clock),
                above,
                count);
    }
}
