package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardQueries.Standing;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.Correspondence;
import vn.khanhhoa.thecovid.stafflist.EntryKind;

/**
 * What holders are told of their cards, part of the step of {@link TellingSteps} that runs. Of what was overtaken nothing is said: what
 * came after it has news of its own. How a card stood when its holder was told last is kept, so that what officers do and undo before
 * anybody was told of it is not told at all, and what they undo later is told as it is then.
 */
@ApplicationScoped
class CardNews {
    /** @param until the last day of which the holder was told as a renewal; none where of none */
    private record Told(CardState state, @Nullable LocalDate until) {}

    private static final Told NOTHING = new Told(CardState.VALID, null);

    @Inject
    private PersonLetters people;

    @Inject
    private OrganisationLetters organisations;

    @Inject
    private Digests digests;

    @Inject
    private CardQueries cards;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @param some of the entries of the task */
    void tell(String cause, Tasks.Task task, List<Long> some) {
        Map<Long, Standing> standings = cards.standings(Actor.PORTAL, some);
        switch (task.news()) {
            case CARDS_ISSUED -> {
                people.write(
                        cause,
                        some,
                        person -> Optional.of(
                                person.kind() == EntryKind.NEW
                                        ? MessageKind.PERSON_APPROVED
                                        : MessageKind.PERSON_CHANGED));
                forget(some);
                // What amends a suspended one is born so.
                note(those(some, entry -> isIn(CardState.SUSPENDED, standings.get(entry))), CardState.SUSPENDED);
            }
            case CARDS_REISSUED -> people.write(cause, some, person -> Optional.of(MessageKind.PERSON_REISSUED));
            case CARDS_REVIEWED -> reviewed(cause, CardState.valueOf(task.code()), some, standings);
            case CARDS_HELD -> held(cause, CardState.valueOf(task.code()), some, standings);
            case CARDS_CONTROLLED -> controlled(cause, some, standings);
            case CARDS_RENEWED -> renewed(cause, task.code(), some, standings);
            case CARDS_ENDING -> ending(cause, some, standings);
            default -> throw new IllegalArgumentException(task.news() + " is not of cards");
        }
    }

    private void reviewed(String cause, CardState state, List<Long> some, Map<Long, Standing> standings) {
        List<Long> still = those(some, entry -> isIn(state, standings.get(entry)));
        people.write(cause, still, person -> Optional.of(ofReviewed(state)));
        note(still, state);
        if (state == CardState.SUSPENDED) {
            correspondence.refs(Actor.PORTAL, still).stream()
                    .filter(entry -> !entry.individual())
                    .forEach(entry -> organisations.reopened(cause + "/o" + entry.entryId(), entry));
        }
    }

    /** The holders alone are told; an organisation hears nothing of what the data say of its people. */
    private void held(String cause, CardState state, List<Long> some, Map<Long, Standing> standings) {
        List<Long> still = those(some, entry -> isIn(state, standings.get(entry)));
        people.write(
                cause,
                still,
                person -> Optional.of(
                        state == CardState.SUSPENDED ? MessageKind.PERSON_HELD : MessageKind.PERSON_RELEASED));
        note(still, state);
    }

    /** Whose card stands otherwise than they were told last; an organisation hears of those that are gone for good. */
    private void controlled(String cause, List<Long> some, Map<Long, Standing> standings) {
        Map<Long, Told> told = told(some);
        for (CardState state : List.of(CardState.VALID, CardState.SUSPENDED, CardState.REVOKED)) {
            List<Long> news = those(
                    some,
                    entry -> isIn(state, standings.get(entry))
                            && told.getOrDefault(entry, NOTHING).state() != state);
            people.write(cause, news, person -> Optional.of(ofControlled(state)));
            note(news, state);
            if (state == CardState.REVOKED) {
                digests.count(correspondence.refs(Actor.PORTAL, news), Digests.Counted.REVOKED, now());
            }
        }
    }

    /** @param day the new last day; empty where the renewal was undone */
    private void renewed(String cause, String day, List<Long> some, Map<Long, Standing> standings) {
        Map<Long, Told> told = told(some);
        Map<Long, LocalDate> news = new HashMap<>();
        people.write(cause, those(some, entry -> isIn(CardState.VALID, standings.get(entry))), person -> {
            LocalDate known = told.getOrDefault(person.entryId(), NOTHING).until();
            LocalDate until = person.validTo();
            boolean isNews = day.isEmpty()
                    ? known != null && until.isBefore(known)
                    : until.toString().equals(day) && !until.equals(known);
            if (!isNews) {
                return Optional.empty();
            }
            news.put(person.entryId(), until);
            return Optional.of(day.isEmpty() ? MessageKind.PERSON_RENEWAL_UNDONE : MessageKind.PERSON_RENEWED);
        });
        sql.batch(
                "INSERT INTO notification_card (entry_id, until) VALUES (?, ?) ON DUPLICATE KEY UPDATE until = VALUES(until)",
                news.entrySet(),
                (statement, entry) -> {
                    statement.setLong(1, entry.getKey());
                    statement.setObject(2, entry.getValue());
                });
        if (!day.isEmpty()) {
            digests.count(
                    correspondence.refs(Actor.PORTAL, List.copyOf(news.keySet())), Digests.Counted.RENEWED, now());
        }
    }

    private void ending(String cause, List<Long> some, Map<Long, Standing> standings) {
        List<Long> still = those(some, entry -> isIn(CardState.VALID, standings.get(entry)));
        people.write(cause, still, person -> Optional.of(MessageKind.PERSON_ENDING));
        digests.count(correspondence.refs(Actor.PORTAL, still), Digests.Counted.ENDING, now());
    }

    private Instant now() {
        return clock.instant();
    }

    private Map<Long, Told> told(List<Long> entryIds) {
        Map<Long, Told> told = new HashMap<>();
        if (!entryIds.isEmpty()) {
            sql.list(
                    "SELECT entry_id, state, until FROM notification_card WHERE entry_id IN ("
                            + Sql.marks(entryIds.size()) + ")",
                    row -> told.put(
                            row.getLong(1),
                            new Told(CardState.valueOf(row.getString(2)), row.getObject(3, LocalDate.class))),
                    entryIds.toArray());
        }
        return told;
    }

    private void forget(List<Long> entryIds) {
        sql.batch(
                "DELETE FROM notification_card WHERE entry_id = ?",
                entryIds,
                (statement, entry) -> statement.setLong(1, entry));
    }

    private void note(List<Long> entryIds, CardState state) {
        sql.batch(
                "INSERT INTO notification_card (entry_id, state) VALUES (?, ?) ON DUPLICATE KEY UPDATE state = VALUES(state)",
                entryIds,
                (statement, entry) -> {
                    statement.setLong(1, entry);
                    statement.setString(2, state.name());
                });
    }

    private static List<Long> those(List<Long> entryIds, Predicate<Long> which) {
        return entryIds.stream().filter(which).toList();
    }

    private static boolean isIn(CardState state, @Nullable Standing card) {
        return card != null && card.state() == state;
    }

    private static MessageKind ofReviewed(CardState state) {
        return switch (state) {
            case VALID -> MessageKind.PERSON_RESTORED;
            case SUSPENDED -> MessageKind.PERSON_SUSPENDED;
            case REVOKED, SUPERSEDED, EXPIRED -> MessageKind.PERSON_REVOKED;
        };
    }

    private static MessageKind ofControlled(CardState state) {
        return switch (state) {
            case VALID -> MessageKind.PERSON_CARD_RESTORED;
            case SUSPENDED -> MessageKind.PERSON_CARD_SUSPENDED;
            case REVOKED, SUPERSEDED, EXPIRED -> MessageKind.PERSON_CARD_REVOKED;
        };
    }
}
