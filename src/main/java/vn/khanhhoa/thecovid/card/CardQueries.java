package vn.khanhhoa.thecovid.card;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Correspondence;

/** Cards to read: by what a check has of them, and by the ground they stand on. */
@UseCase
public class CardQueries {
    @Inject
    private Cards cards;

    @Inject
    private CheckedLately lately;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Clock clock;

    /** For a check, which shows no more of the card than it must. */
    @Requires(Permission.ANYONE)
    public Optional<CardView> forCheck(CardNumber number) {
        return cards.find("card_number = ?", number.body()).stream().findFirst();
    }

    /** The same for a code that this portal signed; how the card stands may be known some seconds late. */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<CardView> forCheck(TokenReading.Genuine genuine, String token) {
        return lately.valid(genuine, token).or(() -> {
            Optional<CardView> card = forCheck(genuine.card());
            card.ifPresent(lately::remember);
            return card;
        });
    }

    /** For a device of a post, which the caller has made sure of. */
    @Requires(Permission.RUN_JOBS)
    public Optional<CardAtPost> atPost(Actor portal, CardNumber number) {
        return cards.findForPost("card_number = ?", number.body()).stream().findFirst();
    }

    /** The same of all cards of somebody, the newest first. */
    @Requires(Permission.RUN_JOBS)
    public List<CardAtPost> atPost(Actor portal, long personId) {
        return cards.findForPost("person_id = ?", personId);
    }

    /** The same of one that a post was shown before. */
    @Requires(Permission.RUN_JOBS)
    public Optional<CardAtPost> byIdAtPost(Actor portal, long cardId) {
        return cards.findForPost("id = ?", cardId).stream().findFirst();
    }

    /** @param cardId and of whom it is */
    public record Known(long cardId, long personId) {}

    /** Those of some hundreds of numbers that there are. */
    @Requires(Permission.RUN_JOBS)
    public Map<CardNumber, Known> known(Actor portal, Collection<CardNumber> numbers) {
        return cards.known(numbers);
    }

    /** The card of an entry that counts: the newest that none took the place of. For whoever was shown to be its person. */
    @Requires(Permission.ANYONE)
    public Optional<CardView> ofEntry(long entryId) {
        return cards.find("entry_id = ? ORDER BY state = 'SUPERSEDED', id DESC LIMIT 1", entryId).stream()
                .findFirst();
    }

    /** Whether others were given out for its entry, which do not hold any more. For whoever was shown to be its person. */
    @Requires(Permission.ANYONE)
    public boolean isOneOfSeveral(CardView card) {
        return cards.count("entry_id = ? AND id <> ? AND state = 'SUPERSEDED'", card.entryId(), card.cardId()) > 0;
    }

    /** How a card stands, and since when. */
    public record Standing(CardState state, Instant since) {}

    /** Of the newest card of each entry that has one; some hundreds at a time. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, Standing> standings(Actor portal, List<Long> entryIds) {
        return cards.standings(entryIds);
    }

    /** Cards by their numbers inside, some hundreds at a time. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, CardView> of(Actor portal, List<Long> cardIds) {
        return cardIds.isEmpty()
                ? Map.of()
                : cards.find("id IN (" + Sql.marks(cardIds.size()) + ")", cardIds.toArray()).stream()
                        .collect(Collectors.toMap(CardView::cardId, Function.identity()));
    }

    /** By card: the mobile phone at which its holder is told, as far as there is one; some hundreds at a time. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, String> phones(Actor portal, Collection<CardView> some) {
        Map<Long, String> ofEntries = new HashMap<>();
        correspondence
                .addressees(
                        portal, some.stream().map(CardView::entryId).distinct().toList())
                .forEach(holder ->
                        holder.mobile().ifPresent(mobile -> ofEntries.put(holder.entryId(), mobile.digits())));
        Map<Long, String> phones = new HashMap<>();
        for (CardView card : some) {
            String phone = ofEntries.get(card.entryId());
            if (phone != null) {
                phones.put(card.cardId(), phone);
            }
        }
        return phones;
    }

    /** Those of the cards that were revoked or superseded, and since when; some hundreds at a time. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, Standing> ended(Actor portal, List<Long> cardIds) {
        return cards.ended(cardIds);
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
