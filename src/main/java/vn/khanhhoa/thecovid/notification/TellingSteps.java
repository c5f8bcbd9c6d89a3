package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardQueries.Standing;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.stafflist.Correspondence;
import vn.khanhhoa.thecovid.stafflist.Correspondence.Addressee;
import vn.khanhhoa.thecovid.stafflist.Correspondence.EntryRef;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/**
 * The steps of {@link TellingJob}, a transaction each: messages and how far the news is told are stored together, so a job
 * that is killed goes on where it was and writes nothing twice.
 */
@ApplicationScoped
@Transactional
class TellingSteps {
    private static final int STEP = 250;

    @Inject
    private Tasks tasks;

    @Inject
    private PersonLetters people;

    @Inject
    private OrganisationLetters organisations;

    @Inject
    private Organisations registered;

    @Inject
    private CardQueries cards;

    @Inject
    private CardNews news;

    @Inject
    private Digests digests;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Sql sql;

    List<Long> due(int most) {
        return tasks.due(most);
    }

    void postpone(long taskId) {
        tasks.postpone(taskId);
    }

    /** Tells some of the news; says whether there is more of it. */
    boolean tell(long taskId) {
        Optional<Tasks.Task> held = tasks.held(taskId);
        if (held.isEmpty()) {
            return false;
        }
        Tasks.Task task = held.get();
        boolean more = switch (task.news()) {
            case LIST_ENTERED -> listEntered(task);
            case INDIVIDUAL_ENTERED -> entries(task, person -> Optional.of(MessageKind.INDIVIDUAL_ENTERED));
            case ENTRIES_DECIDED -> decided(task);
            case CARDS_ISSUED,
                    CARDS_REISSUED,
                    CARDS_REVIEWED,
                    CARDS_HELD,
                    CARDS_CONTROLLED,
                    CARDS_RENEWED,
                    CARDS_ENDING -> cards(task);
            case REGISTRATION_SUBMITTED -> registration(task, MessageKind.REGISTRATION_SUBMITTED);
            case REGISTRATION_CONFIRMED -> confirmed(task);
            case REGISTRATION_RETURNED -> registration(task, MessageKind.REGISTRATION_RETURNED);
            case ORGANISATION_CLAIMED -> claimed(task, MessageKind.ORGANISATION_CLAIMED);
            case CLAIM_ACCEPTED -> claimed(task, MessageKind.CLAIM_ACCEPTED);
        };
        if (!more) {
            tasks.finish(task);
        }
        return more;
    }

    private boolean registration(Tasks.Task task, MessageKind kind) {
        organisations.registration(
                cause(task), kind, task.subjectId(), task.numbers().get(0), task.code());
        return false;
    }

    private boolean claimed(Tasks.Task task, MessageKind kind) {
        organisations.claimed(
                cause(task), kind, task.subjectId(), task.numbers().get(0));
        return false;
    }

    /**
     * Now the people of its lists are told as well: before, anybody could have registered anything and have it said to them in
     * the portal's name.
     */
    private boolean confirmed(Tasks.Task task) {
        if (task.done() == 0) {
            registration(task, MessageKind.REGISTRATION_CONFIRMED);
        }
        List<Long> some = sql.list(
                "SELECT entry_id FROM notification_waiting WHERE organisation_id = ? ORDER BY entry_id LIMIT ?",
                row -> row.getLong(1),
                task.subjectId(),
                STEP);
        people.write(cause(task), some, TellingSteps::onTheList);
        sql.batch(
                "DELETE FROM notification_waiting WHERE entry_id = ?",
                some,
                (statement, entry) -> statement.setLong(1, entry));
        tasks.advance(task, 1);
        return some.size() == STEP;
    }

    /** People are told once that they are on the list, however often the rest of it is sent. */
    private boolean listEntered(Tasks.Task task) {
        long told = sql.first(
                        "SELECT told_entry FROM notification_list WHERE list_id = ? FOR UPDATE",
                        row -> row.getLong(1),
                        task.subjectId())
                .orElse(0L);
        List<Long> entered = correspondence.enteredAfter(Actor.PORTAL, task.subjectId(), told, STEP);
        if (entered.isEmpty()) {
            organisations.entered(
                    task.subjectId(), task.numbers().stream().findFirst().orElse(0L), task.code());
            return false;
        }
        long organisation = correspondence.sent(Actor.PORTAL, task.subjectId()).organisationId();
        if (registered.view(organisation).confirmed()) {
            people.write(cause(task), entered, TellingSteps::onTheList);
        } else {
            sql.batch(
                    "INSERT IGNORE INTO notification_waiting (entry_id, organisation_id) VALUES (?, ?)",
                    entered,
                    (statement, entry) -> {
                        statement.setLong(1, entry);
                        statement.setLong(2, organisation);
                    });
        }
        sql.update(
                "INSERT INTO notification_list (list_id, told_entry) VALUES (?, ?) ON DUPLICATE KEY UPDATE told_entry ="
                        + " VALUES(told_entry)",
                task.subjectId(),
                entered.get(entered.size() - 1));
        return true;
    }

    private static Optional<MessageKind> onTheList(Addressee person) {
        if (person.state() == EntryState.WITHDRAWN) {
            return Optional.empty();
        }
        return Optional.of(person.kind().isAmendment() ? MessageKind.PERSON_AMENDED : MessageKind.PERSON_ENTERED);
    }

    private boolean decided(Tasks.Task task) {
        Outcome outcome = Outcome.valueOf(task.code());
        List<Long> some = task.next(STEP);
        List<EntryRef> entries = correspondence.refs(Actor.PORTAL, some);
        digests.count(entries, Digests.Counted.of(outcome), task.happenedAt());
        Map<Long, Standing> standings = outcome == Outcome.APPROVE ? Map.of() : cards.standings(Actor.PORTAL, some);
        people.write(
                cause(task),
                entries.stream()
                        .filter(entry -> standings.containsKey(entry.entryId())
                                || told(outcome, entry.kind(), entry.individual())
                                        .isPresent())
                        .map(EntryRef::entryId)
                        .toList(),
                person -> lost(person, standings.get(person.entryId()))
                        ? Optional.of(MessageKind.PERSON_REVOKED)
                        : told(outcome, person.kind(), person.individual()));
        return advance(task, some);
    }

    /** Whether the card that a person had was revoked since the approval began to be looked at again. */
    private static boolean lost(Addressee person, @Nullable Standing card) {
        return card != null
                && card.state() == CardState.REVOKED
                && !card.since().isBefore(person.submittedAt());
    }

    /** Of an approval the card tells, where there is one; what an organisation has to mend, its people need not hear. */
    private static Optional<MessageKind> told(Outcome outcome, EntryKind kind, boolean individual) {
        return switch (outcome) {
            case APPROVE -> kind == EntryKind.LEAVE ? Optional.of(MessageKind.PERSON_LEFT) : Optional.empty();
            case RETURN -> individual ? Optional.of(MessageKind.PERSON_RETURNED) : Optional.empty();
            case REFUSE -> Optional.of(kind.isAmendment() ? MessageKind.PERSON_UNCHANGED : MessageKind.PERSON_REFUSED);
        };
    }

    private boolean cards(Tasks.Task task) {
        List<Long> some = task.next(STEP);
        news.tell(cause(task), task, some);
        return advance(task, some);
    }

    private boolean entries(Tasks.Task task, Function<Addressee, Optional<MessageKind>> kind) {
        List<Long> some = task.next(STEP);
        people.write(cause(task), some, kind);
        return advance(task, some);
    }

    private boolean advance(Tasks.Task task, List<Long> some) {
        tasks.advance(task, some.size());
        return task.done() + some.size() < task.numbers().size();
    }

    private static String cause(Tasks.Task task) {
        return "t" + task.id();
    }
}
