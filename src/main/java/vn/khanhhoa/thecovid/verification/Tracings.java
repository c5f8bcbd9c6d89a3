package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.PeopleWhoAreOne;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.verification.StoredTracings.Stored;

/**
 * Who was where somebody was, and at the same time. A health officer asks, with a reason and a document; another approves. What is found
 * is kept nowhere: each look finds it anew among the scans that there still are, and is on the trail, as is each search for a person.
 */
@UseCase
public class Tracings {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_DOCUMENT = 120;
    private static final int STEP = 200;

    private record TracingChanged(
            long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
            implements AuditedEvent {}

    @Inject
    private ContactSearch search;

    @Inject
    private FindingPeople finding;

    @Inject
    private People people;

    @Inject
    private PeopleWhoAreOne one;

    @Inject
    private OwnNumbers ownNumbers;

    @Inject
    private AgencyStaff staff;

    @Inject
    private StoredTracings stored;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<AccountsTold> told;

    /** Whose contacts are to be asked for: by the number of a document in full, or else by name and date of birth. */
    @Requires(Permission.FIND_CONTACTS)
    public List<FindingPeople.Found> find(Actor actor, String number, String name, Optional<LocalDate> birth) {
        tell(actor, "verification.tracing-person-sought", "", Map.of());
        if (!number.isBlank()) {
            return finding.byDocument(actor, number).stream().toList();
        }
        if (name.isBlank() || birth.isEmpty()) {
            throw new RuleViolation("verification.tracing-whom");
        }
        return finding.byName(actor, name, birth.get());
    }

    @Requires(Permission.FIND_CONTACTS)
    public FindingPeople.Found person(Actor actor, PublicId id) {
        return finding.person(actor, id);
    }

    /** Waits for a second officer. @param document by which it is asked for: its number and who issued it */
    @Requires(Permission.FIND_CONTACTS)
    public PublicId ask(
            Actor actor, PublicId personId, LocalDate from, LocalDate to, String typedReason, String typedDocument) {
        FindingPeople.Found person = finding.person(actor, personId);
        requireNotOneself(actor, person.id());
        LocalDate today = LocalDate.now(clock);
        if (to.isBefore(from)) {
            throw new RuleViolation("verification.tracing-reversed");
        }
        if (to.isAfter(today) || from.isBefore(today.minusDays(Scans.KEPT.toDays() - 1))) {
            throw new RuleViolation("verification.tracing-days", Scans.KEPT.toDays());
        }
        String reason = OneLine.of(typedReason, LONGEST_REASON);
        if (reason.length() < SHORTEST_REASON) {
            throw new RuleViolation("verification.tracing-reason", SHORTEST_REASON);
        }
        String document = OneLine.of(typedDocument, LONGEST_DOCUMENT);
        if (document.isEmpty()) {
            throw new RuleViolation("verification.tracing-document");
        }
        PublicId id = stored.add(
                actor,
                person.id(),
                from.atStartOfDay(PortalClock.ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant(),
                reason,
                document,
                now());
        tell(actor, "verification.tracing-asked", id.toString(), Map.of());
        List<Long> others = staff.withPermission(Actor.PORTAL, actor.agencyId(), Permission.APPROVE_CONTACTS).stream()
                .filter(account -> account != actor.accountId())
                .toList();
        if (!others.isEmpty()) {
            told.fire(AccountsTold.of(
                    others, "verification.tracing-told", "/health-office/tracing?id=" + id, actor.name()));
        }
        return id;
    }

    @Requires(Permission.APPROVE_CONTACTS)
    public void approve(Actor actor, PublicId id, int version) {
        judge(actor, id, version, TracingState.APPROVED, "");
    }

    @Requires(Permission.APPROVE_CONTACTS)
    public void decline(Actor actor, PublicId id, int version, String word) {
        String why = OneLine.of(word, LONGEST_REASON);
        if (why.isEmpty()) {
            throw new RuleViolation("verification.tracing-word");
        }
        judge(actor, id, version, TracingState.DECLINED, why);
    }

    private void judge(Actor actor, PublicId id, int version, TracingState state, String word) {
        Stored asked = found(actor, id);
        if (asked.askedBy() == actor.accountId()) {
            throw new RuleViolation("verification.tracing-own");
        }
        requireNotOneself(actor, asked.personId());
        if (!stored.judge(actor, asked, version, state, word, now())) {
            throw new RuleViolation("platform.changed-meanwhile");
        }
        tell(
                actor,
                state == TracingState.APPROVED ? "verification.tracing-approved" : "verification.tracing-declined",
                id.toString(),
                Map.of());
    }

    private void requireNotOneself(Actor actor, long personId) {
        String own = ownNumbers.of(actor).document();
        if (!own.isEmpty() && one.of(Actor.PORTAL, personId).stream().anyMatch(each -> people.isDocument(each, own))) {
            throw new RuleViolation("verification.tracing-own-person");
        }
    }

    /** What the agency asked for, the newest first. */
    @Requires(Permission.FIND_CONTACTS)
    public List<TracingView> list(Actor actor, int first, int count) {
        List<Stored> page = stored.list(actor.agencyId(), first, count);
        tell(actor, "verification.tracings-listed", "", Map.of("count", String.valueOf(page.size())));
        return views(actor, page);
    }

    @Requires(Permission.FIND_CONTACTS)
    public long count(Actor actor) {
        return stored.count(actor.agencyId());
    }

    @Requires(Permission.FIND_CONTACTS)
    public TracingView view(Actor actor, PublicId id) {
        tell(actor, "verification.tracing-looked", id.toString(), Map.of());
        return views(actor, List.of(found(actor, id))).get(0);
    }

    private List<TracingView> views(Actor actor, List<Stored> some) {
        Map<Long, FindingPeople.Found> who = finding.people(
                actor,
                some.stream()
                        .map(Stored::personId)
                        .filter(person -> person != 0)
                        .toList());
        return some.stream()
                .map(each -> new TracingView(
                        each.id(),
                        who.get(each.personId()),
                        each.from(),
                        each.to().minus(1, ChronoUnit.MICROS),
                        each.reason(),
                        each.document(),
                        each.state(),
                        each.asker(),
                        each.askedAt(),
                        each.judge(),
                        each.judgedAt(),
                        each.word(),
                        each.askedBy() == actor.accountId(),
                        each.version()))
                .toList();
    }

    /** As the scans tell it now, once a second officer has approved. */
    @Requires(Permission.FIND_CONTACTS)
    public Contacts contacts(Actor actor, PublicId id) {
        Stored approved = approved(actor, id);
        Contacts found = search.of(approved.personId(), approved.from(), approved.to());
        tell(
                actor,
                "verification.contacts-looked",
                id.toString(),
                Map.of("count", String.valueOf(found.contacts().size())));
        return found;
    }

    /** Who some of the contacts are, in their order; whose card is not kept any more are left out. */
    @Requires(Permission.FIND_CONTACTS)
    public List<ContactLine> lines(Actor actor, PublicId id, List<Contacts.Contact> some) {
        approved(actor, id);
        return search.lines(some);
    }

    /** All of them, to be taken along. */
    @Requires(Permission.FIND_CONTACTS)
    public void take(Actor actor, PublicId id, Consumer<ContactLine> taker) {
        Stored approved = approved(actor, id);
        List<Contacts.Contact> all =
                search.of(approved.personId(), approved.from(), approved.to()).contacts();
        for (int from = 0; from < all.size(); from += STEP) {
            search.lines(all.subList(from, Math.min(all.size(), from + STEP))).forEach(taker);
        }
        tell(actor, "verification.contacts-taken", id.toString(), Map.of("count", String.valueOf(all.size())));
    }

    private Stored approved(Actor actor, PublicId id) {
        Stored found = found(actor, id);
        if (found.state() != TracingState.APPROVED) {
            throw new RuleViolation("verification.tracing-not-approved");
        }
        return found;
    }

    private Stored found(Actor actor, PublicId id) {
        return stored.find(actor.agencyId(), id).orElseThrow(NotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(Actor actor, String action, String id, Map<String, String> details) {
        trail.fire(new TracingChanged(actor.accountId(), action, "tracing", id, details));
    }
}
