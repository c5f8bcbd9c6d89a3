package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.StoredTies.Current;
import vn.khanhhoa.thecovid.eligibility.StoredTies.Pair;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.person.Grade;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Two people of the register prove to be one, or one proves to be two. Nothing is moved: from then on facts of each are known of the
 * other, or records count for another, until somebody undoes it; then everything is as it was before, and each past moment stays as it was
 * known. Entries and cards stay where they are; their levels follow.
 */
@UseCase
public class UnitingPeople {
    private static final int LONGEST_WHY = 500;

    @Inject
    private StoredPeopleActs acts;

    @Inject
    private DueSteps due;

    @Inject
    private StoredTies ties;

    @Inject
    private PeopleBeside beside;

    @Inject
    private FindingPeople finding;

    @Inject
    private People people;

    @Inject
    private OwnNumbers ownNumbers;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<FactsChanged> changed;

    /**
     * Somebody with all that would follow.
     *
     * @param statements of sources that count for them, each with its records
     * @param work entries, and their cards
     * @param now the level where they live
     * @param then what it would be; none where nothing is proposed
     */
    public record Side(
            FindingPeople.Found person,
            List<TieView> statements,
            List<WorkOfPeople.Work> work,
            LevelSeen now,
            @Nullable LevelSeen then) {}

    /**
     * Both sides as they are, and what would become of them.
     *
     * @param areOne somebody said so already
     * @param stamp another one as soon as anything of it is another
     */
    public record Foreseen(Side one, @Nullable Side other, boolean areOne, long stamp) {}

    /** By the number of a document in full, or else by name and date of birth. That somebody was looked for goes on record. */
    @Requires(Permission.UNITE_PEOPLE)
    public List<FindingPeople.Found> find(Actor actor, String number, String name, Optional<LocalDate> birth) {
        trail.fire(new HealthDataChanged(actor.accountId(), "people.sought", "person", "", Map.of()));
        if (!number.isBlank()) {
            return finding.byDocument(actor, number).stream().toList();
        }
        if (name.isBlank() || birth.isEmpty()) {
            throw new RuleViolation("eligibility.exception-whom");
        }
        return finding.byName(actor, name, birth.get());
    }

    /** As things are; that both were looked at goes on record. */
    @Requires(Permission.UNITE_PEOPLE)
    public Foreseen look(Actor actor, PublicId one, Optional<PublicId> other, Locale language) {
        looked(actor, one);
        other.ifPresent(id -> looked(actor, id));
        return foreseen(actor, one, other, language, Set.of());
    }

    private void looked(Actor actor, PublicId person) {
        trail.fire(new HealthDataChanged(actor.accountId(), "people.looked", "person", person, Map.of()));
    }

    /** What would become of both if they were one. */
    @Requires(Permission.UNITE_PEOPLE)
    public Foreseen foreseeMerge(Actor actor, PublicId one, PublicId other, Locale language) {
        return beside.asOne(foreseen(actor, one, Optional.of(other), language, Set.of()), language);
    }

    /** What would become of both if these statements of the first were the other's, or nobody's. */
    @Requires(Permission.UNITE_PEOPLE)
    public Foreseen foreseeParting(
            Actor actor, PublicId one, Optional<PublicId> other, Set<PublicId> statements, Locale language) {
        return beside.parted(foreseen(actor, one, other, language, statements), statements, language);
    }

    private Foreseen foreseen(
            Actor actor, PublicId one, Optional<PublicId> other, Locale language, Set<PublicId> statements) {
        FindingPeople.Found first = finding.person(actor, one);
        Optional<FindingPeople.Found> second = other.map(id -> finding.person(actor, id));
        if (second.filter(person -> person.id() == first.id()).isPresent()) {
            throw new RuleViolation("eligibility.people-same");
        }
        return beside.now(first, second, statements, language);
    }

    /** They are one from now on. @param stamp of what was foreseen @return what undoes it */
    @Requires(Permission.UNITE_PEOPLE)
    public PublicId merge(Actor actor, PublicId one, PublicId other, String why, long stamp, Locale language) {
        String reason = reason(why);
        FindingPeople.Found first = strangers(actor, one);
        FindingPeople.Found second = strangers(actor, other);
        Instant now = now();
        Set<Long> touched = acts.held(Set.of(first.id(), second.id()), now);
        if (acts.group(first.id(), now).contains(second.id())) {
            throw new RuleViolation("eligibility.people-one-already");
        }
        requireSeen(foreseen(actor, one, Optional.of(other), language, Set.of()), stamp);
        PublicId act = acts.add(actor, PeopleAct.Kind.MERGED, first.id(), second.id(), reason, now);
        trail.fire(new HealthDataChanged(actor.accountId(), "people.merged", "people-act", act, Map.of()));
        due.touched(touched);
        changed.fire(new FactsChanged(touched));
        return act;
    }

    /**
     * These statements of sources are about somebody else.
     *
     * @param other whose they are; empty for nobody's whom the portal knows
     * @param statements by the ids of their ties
     * @return what undoes it
     */
    @Requires(Permission.UNITE_PEOPLE)
    public PublicId part(
            Actor actor,
            PublicId one,
            Optional<PublicId> other,
            Set<PublicId> statements,
            String why,
            long stamp,
            Locale language) {
        String reason = reason(why);
        if (statements.isEmpty()) {
            throw new RuleViolation("eligibility.people-none-chosen");
        }
        FindingPeople.Found first = strangers(actor, one);
        Optional<FindingPeople.Found> second = other.map(id -> strangers(actor, id));
        List<Current> moving = statements.stream()
                .map(id -> tie("public_id = ?", id)
                        .filter(tie -> tie.counts()
                                && tie.state() == TieState.TIED
                                && tie.pair().personId() == first.id())
                        .orElseThrow(() -> new RuleViolation("eligibility.tie-changed")))
                .toList();
        requireSeen(foreseen(actor, one, other, language, statements), stamp);
        Instant now = now();
        PublicId act = acts.add(
                actor,
                PeopleAct.Kind.PARTED,
                first.id(),
                second.map(FindingPeople.Found::id).orElse(0L),
                reason,
                now);
        List<StoredTies.Next> next = new ArrayList<>();
        for (Current tie : moving) {
            next.add(tie.next(TieState.APART, actor.accountId(), actor.name(), ""));
            second.ifPresent(person -> next.add(tied(actor, tie, person.id())));
        }
        keep(act, next, now);
        trail.fire(new HealthDataChanged(actor.accountId(), "people.parted", "people-act", act, Map.of()));
        return act;
    }

    private StoredTies.Next tied(Actor actor, Current tie, long personId) {
        Pair pair = new Pair(tie.pair().givenId(), personId);
        return tie("given_id = ? AND person_id = ? AND known_to IS NULL", pair.givenId(), pair.personId())
                .map(before -> before.next(TieState.TIED, actor.accountId(), actor.name(), ""))
                .orElseGet(() -> new StoredTies.Next(
                        tie.sourceId(), pair, null, 0, Grade.NONE, TieState.TIED, actor.accountId(), actor.name(), ""));
    }

    private Optional<Current> tie(String which, Object... args) {
        return sql.first("SELECT * FROM eligibility_tie WHERE " + which + " FOR UPDATE", Current::of, args);
    }

    private void keep(PublicId act, List<StoredTies.Next> next, Instant now) {
        List<PublicId> made = ties.add(next, now);
        for (int i = 0; i < made.size(); i++) {
            Current before = next.get(i).before();
            acts.moved(act, made.get(i), before == null ? 0 : before.id());
        }
    }

    /** All is as it was before; whatever came since stays with whom it came to. */
    @Requires(Permission.UNITE_PEOPLE)
    public void undo(Actor actor, PublicId id, String why) {
        String reason = reason(why);
        StoredPeopleActs.Stored act = acts.held(id).orElseThrow(NotFound::new);
        if (act.undone() != null) {
            throw new RuleViolation("eligibility.people-undone");
        }
        requireNotOneself(actor, act.personId());
        requireNotOneself(actor, act.otherId());
        Instant now = now();
        boolean merged = act.kind() == PeopleAct.Kind.MERGED;
        Set<Long> touched = merged ? acts.held(Set.of(act.personId()), now) : Set.of();
        if (!merged) {
            ties.add(acts.moved(act).stream().map(this::backwards).toList(), now);
        }
        acts.undo(actor, act, reason, now);
        trail.fire(new HealthDataChanged(
                actor.accountId(), merged ? "people.split" : "people.rejoined", "people-act", id, Map.of()));
        if (merged) {
            due.touched(touched);
            changed.fire(new FactsChanged(touched));
        }
    }

    /** What was there before the act, as it was; where nothing was, the two have nothing to do with each other. */
    private StoredTies.Next backwards(StoredPeopleActs.Moved moved) {
        Current now = tie("id = ?", moved.tieId())
                .filter(Current::counts)
                .orElseThrow(() -> new RuleViolation("eligibility.tie-changed"));
        return moved.beforeId() == 0
                ? now.next(TieState.APART, 0, "", "")
                : sql.first(
                                "SELECT * FROM eligibility_tie WHERE id = ?",
                                row -> new StoredTies.Next(
                                        now.sourceId(),
                                        now.pair(),
                                        now,
                                        row.getLong("said_id"),
                                        Grade.valueOf(row.getString("grade")),
                                        TieState.valueOf(row.getString("state")),
                                        row.getLong("decided_by"),
                                        row.getString("decider"),
                                        row.getString("why")),
                                moved.beforeId())
                        .orElseThrow();
    }

    /** Somebody and whoever is one with them now. Until the transaction ends nobody says otherwise, and nobody else gets them by this. */
    @Requires(Permission.RUN_JOBS)
    public Set<Long> held(Actor portal, long personId) {
        return acts.held(Set.of(personId), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String reason(String why) {
        String reason = OneLine.of(why, LONGEST_WHY);
        if (reason.isEmpty()) {
            throw new RuleViolation("eligibility.people-why-missing");
        }
        return reason;
    }

    private static void requireSeen(Foreseen now, long stamp) {
        if (now.stamp() != stamp) {
            throw new RuleViolation("eligibility.people-changed");
        }
    }

    private FindingPeople.Found strangers(Actor actor, PublicId id) {
        FindingPeople.Found person = finding.person(actor, id);
        requireNotOneself(actor, person.id());
        return person;
    }

    /** An officer is known by an own document where an administrator entered it. */
    private void requireNotOneself(Actor actor, long personId) {
        String own = ownNumbers.of(actor).document();
        if (!own.isEmpty() && people.isDocument(personId, own)) {
            throw new RuleViolation("eligibility.exception-own-person");
        }
    }

    @Requires(Permission.UNITE_PEOPLE)
    public long count(Actor actor) {
        return acts.count();
    }

    /** The newest first. */
    @Requires(Permission.UNITE_PEOPLE)
    public List<PeopleAct> page(Actor actor, int first, int count) {
        return views(actor, acts.page(first, count));
    }

    @Requires(Permission.UNITE_PEOPLE)
    public PeopleAct act(Actor actor, PublicId id) {
        return views(actor, List.of(acts.find(id).orElseThrow(NotFound::new))).get(0);
    }

    private List<PeopleAct> views(Actor actor, List<StoredPeopleActs.Stored> all) {
        Set<Long> ids = new HashSet<>();
        all.forEach(act ->
                ids.addAll(act.otherId() == 0 ? List.of(act.personId()) : List.of(act.personId(), act.otherId())));
        Map<Long, FindingPeople.Found> who = new HashMap<>(finding.people(actor, ids));
        return all.stream()
                .map(act -> new PeopleAct(
                        act.publicId(),
                        act.kind(),
                        Objects.requireNonNull(who.get(act.personId())),
                        who.get(act.otherId()),
                        act.records(),
                        act.done(),
                        act.undone()))
                .toList();
    }
}
