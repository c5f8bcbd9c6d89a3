package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.registry.DocumentFormat;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The register of exceptions. One officer enters an exception of a person with its evidence, another approves it; from then on
 * it is a fact that criteria sets can ask for, until its end. Nothing that was entered is changed: whatever is wrong is ended,
 * with a reason, and entered anew. What the trail is told names neither person nor kind.
 */
@UseCase
public class ExceptionRegister {
    /** Beyond this a part of the register is only said to hold more. */
    public static final int COUNTED = 10_000;

    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST_MEGABYTES = 10;
    private static final int LONGEST_FILE_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NUMBER = 120;
    private static final int MOST_LISTED = 60;
    private static final int MOST_DAYS_BACK = 366;
    private static final int MOST_DAYS_AHEAD = 366;
    private static final String HEALTH_OFFICE = "SYT";

    @Inject
    private StoredExceptions stored;

    @Inject
    private FindingPeople finding;

    @Inject
    private People people;

    @Inject
    private StoredPeopleActs acts;

    @Inject
    private OwnNumbers ownNumbers;

    @Inject
    private Assessing assessing;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<AccountsTold> told;

    @Inject
    private FactsTold factsTold;

    /** Those that can be entered now, by code. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public List<ExceptionKind> kinds(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return stored.kinds().stream().filter(kind -> kind.holdsOn(today)).toList();
    }

    /** All versions of all kinds, by code, the newest first. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public List<ExceptionKind> versions(Actor actor) {
        return stored.kinds();
    }

    /**
     * From a later day on a kind asks for something else. What was entered before stays as it was entered.
     *
     * @param next of the kind that its code names
     */
    @Requires(Permission.APPROVE_EXCEPTIONS)
    public void changeKind(Actor actor, ExceptionKind next) {
        ExceptionKind last = stored.kinds().stream()
                .filter(kind -> kind.code().equals(next.code()))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!next.from().isAfter(LocalDate.now(clock)) || !next.from().isAfter(last.from())) {
            throw new RuleViolation("eligibility.exception-kind-from");
        }
        Integer most = next.mostDays();
        if (most != null && most < 1) {
            throw new RuleViolation("eligibility.exception-kind-days");
        }
        stored.addVersion(new ExceptionKind(
                last.code(),
                required(next.nameVi(), "eligibility.exception-kind-name"),
                required(next.nameEn(), "eligibility.exception-kind-name"),
                required(next.evidenceVi(), "eligibility.exception-kind-evidence"),
                required(next.evidenceEn(), "eligibility.exception-kind-evidence"),
                OneLine.of(next.atPostVi(), LONGEST_REASON),
                OneLine.of(next.atPostEn(), LONGEST_REASON),
                most,
                next.medical(),
                next.from(),
                null));
        trail.fire(new HealthDataChanged(
                actor.accountId(),
                "exception.kind-changed",
                "exception-kind",
                last.code(),
                Map.of("from", next.from().toString())));
    }

    private static String required(String text, String rule) {
        String line = OneLine.of(text, LONGEST_REASON);
        if (line.isEmpty()) {
            throw new RuleViolation(rule);
        }
        return line;
    }

    /**
     * Whom an exception is to be entered for: by the number of a document in full, or else by name and date of birth. That
     * somebody was looked for goes on record.
     */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public List<FindingPeople.Found> find(Actor actor, String number, String name, Optional<LocalDate> birth) {
        trail.fire(new HealthDataChanged(actor.accountId(), "exception.person-sought", "exception", "", Map.of()));
        if (!number.isBlank()) {
            return finding.byDocument(actor, number).stream().toList();
        }
        if (name.isBlank() || birth.isEmpty()) {
            throw new RuleViolation("eligibility.exception-whom");
        }
        return finding.byName(actor, name, birth.get());
    }

    @Requires(Permission.KEEP_EXCEPTIONS)
    public FindingPeople.Found person(Actor actor, PublicId id) {
        return finding.person(actor, id);
    }

    /** Waits for a second person from now on. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public PublicId enter(Actor actor, PublicId personId, ExceptionCaseForm form) {
        FindingPeople.Found person = finding.person(actor, personId);
        return keep(actor, person.id(), person.name(), form, kinds(actor), false);
    }

    /** @param asked by an officer of a reviewing agency: waits for two officers of the health office */
    PublicId keep(
            Actor actor,
            long personId,
            String personName,
            ExceptionCaseForm form,
            List<ExceptionKind> kinds,
            boolean asked) {
        requireNotOneself(actor, personId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ExceptionKind kind = kinds.stream()
                .filter(each -> each.code().equals(form.kind()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("eligibility.exception-kind-missing"));
        requireDays(kind, form);
        String reason = OneLine.of(form.reason(), LONGEST_REASON);
        String number = OneLine.of(form.paperNumber(), LONGEST_NUMBER);
        String issuer = OneLine.of(form.paperIssuer(), LONGEST_NUMBER);
        if (reason.isEmpty()) {
            throw new RuleViolation("eligibility.exception-reason-missing");
        }
        boolean file = form.content().length > 0;
        if (!file && (number.isEmpty() || issuer.isEmpty())) {
            throw new RuleViolation("eligibility.exception-evidence-missing");
        }
        Optional<DocumentFormat> format = file ? Optional.of(format(form.content())) : Optional.empty();
        acts.held(Set.of(personId), now); // two officers, or two clicks, enter one after the other
        if (stored.isThere(
                personId,
                kind.code(),
                form.from().atStartOfDay(PortalClock.ZONE).toInstant())) {
            throw new RuleViolation("eligibility.exception-there");
        }
        PublicId id = stored.add(
                actor,
                personId,
                personName,
                new ExceptionCaseForm(
                        kind.code(), form.from(), form.to(), reason, number, issuer, form.fileName(), form.content()),
                format.map(DocumentFormat::mediaType).orElse(""),
                format.map(each -> each.named(form.fileName(), LONGEST_FILE_NAME))
                        .orElse(""),
                asked,
                now);
        if (asked) {
            tell(actor, "exception.asked", id);
            tellOfficers(actor, healthOffices(), "eligibility.exception-told.asked", id);
        } else {
            tell(actor, "exception.entered", id);
            tellOfficers(actor, List.of(actor.agencyId()), "eligibility.exception-told.entered", id);
        }
        return id;
    }

    private List<Long> healthOffices() {
        return catalogue.agencies(LocalDate.now(clock)).stream()
                .filter(agency -> agency.code().equals(HEALTH_OFFICE))
                .map(AgencyView::id)
                .toList();
    }

    private void tellOfficers(Actor actor, List<Long> agencies, String key, PublicId id) {
        List<Long> others = agencies.stream()
                .flatMap(agency -> staff.withPermission(Actor.PORTAL, agency, Permission.APPROVE_EXCEPTIONS).stream())
                .filter(account -> account != actor.accountId())
                .toList();
        if (!others.isEmpty()) {
            told.fire(AccountsTold.of(others, key, "/health-office/exception?id=" + id, actor.name()));
        }
    }

    /** What another agency asks for is now as if this officer had entered it: a second one is left to approve it. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public void takeOn(Actor actor, PublicId id) {
        StoredExceptions.Stored found = stored.get(id);
        if (found.state() != ExceptionCaseState.ASKED) {
            throw new RuleViolation("eligibility.exception-judged");
        }
        if (found.enteredBy() == actor.accountId()) {
            throw new RuleViolation("eligibility.exception-own");
        }
        requireNotOneself(actor, found.personId());
        step(actor, found, ExceptionCaseState.PROPOSED, "", null);
        tell(actor, "exception.taken-on", id);
        tellOfficers(actor, List.of(actor.agencyId()), "eligibility.exception-told.entered", id);
    }

    private void requireDays(ExceptionKind kind, ExceptionCaseForm form) {
        LocalDate today = LocalDate.now(clock);
        LocalDate to = form.to();
        if (form.from().isBefore(today.minusDays(MOST_DAYS_BACK))) {
            throw new RuleViolation("eligibility.exception-from-too-old", MOST_DAYS_BACK);
        }
        if (form.from().isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            throw new RuleViolation("eligibility.exception-from-too-far", MOST_DAYS_AHEAD);
        }
        if (to != null && to.isBefore(form.from())) {
            throw new RuleViolation("eligibility.exception-to-before-from");
        }
        if (to != null && to.isBefore(today)) {
            throw new RuleViolation("eligibility.exception-to-past");
        }
        Integer most = kind.mostDays();
        if (most != null && (to == null || to.isAfter(form.from().plusDays(most - 1L)))) {
            throw new RuleViolation("eligibility.exception-too-long", most);
        }
    }

    private static DocumentFormat format(byte[] content) {
        if (content.length > LARGEST_MEGABYTES * MEGABYTE) {
            throw new RuleViolation("eligibility.document-too-large", LARGEST_MEGABYTES);
        }
        return DocumentFormat.of(content).orElseThrow(() -> new RuleViolation("eligibility.exception-file-format"));
    }

    /** An officer is known by an own document where an administrator entered it. */
    private void requireNotOneself(Actor actor, long personId) {
        String own = ownNumbers.of(actor).document();
        if (!own.isEmpty() && people.isDocument(personId, own)) {
            throw new RuleViolation("eligibility.exception-own-person");
        }
    }

    private void tell(Actor actor, String action, PublicId id) {
        trail.fire(new HealthDataChanged(actor.accountId(), action, "exception", id, Map.of()));
    }

    /** Those before or behind a place in the order of the filter's part. Empty where nobody has the number that is asked for. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public List<ExceptionCase> page(
            Actor actor, ExceptionFilter filter, Optional<ExceptionFilter.Place> place, int count) {
        Optional<Long> person = personOf(actor, filter);
        if (filter.isByNumber() && person.isEmpty()) {
            return List.of();
        }
        List<StoredExceptions.Stored> page = stored.page(filter, person, place, count, clock.instant());
        trail.fire(new HealthDataChanged(
                actor.accountId(),
                "exception.listed",
                "agency",
                String.valueOf(actor.agencyId()),
                Map.of(
                        "exceptions",
                        listed(page),
                        "searched",
                        String.valueOf(!filter.text().isBlank()))));
        Map<Long, FindingPeople.Found> who = finding.people(
                actor, page.stream().map(StoredExceptions.Stored::personId).toList());
        List<ExceptionKind> kinds = stored.kinds();
        return page.stream()
                .map(each -> view(
                        actor,
                        each,
                        Objects.requireNonNull(who.get(each.personId())),
                        kinds,
                        ExceptionCase.Evidence.NONE,
                        List.of()))
                .toList();
    }

    /** By their public ids, as many as a detail takes: who was seen is to be known later. */
    private static String listed(List<StoredExceptions.Stored> page) {
        return page.stream()
                .limit(MOST_LISTED)
                .map(each -> each.publicId().toString())
                .collect(Collectors.joining(" "));
    }

    private Optional<Long> personOf(Actor actor, ExceptionFilter filter) {
        return filter.isByNumber()
                ? finding.byDocument(actor, filter.text()).map(FindingPeople.Found::id)
                : Optional.empty();
    }

    /** No more than {@value #COUNTED}. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public int count(Actor actor, ExceptionFilter filter) {
        Optional<Long> person = personOf(actor, filter);
        return filter.isByNumber() && person.isEmpty() ? 0 : stored.count(filter, person, COUNTED, clock.instant());
    }

    private ExceptionCase view(
            Actor actor,
            StoredExceptions.Stored each,
            FindingPeople.Found person,
            List<ExceptionKind> kinds,
            ExceptionCase.Evidence evidence,
            List<ExceptionCase.Step> steps) {
        ExceptionKind kind = kinds.stream()
                .filter(one -> one.code().equals(each.kind()) && one.holdsOn(each.enteredOn()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new ExceptionCase(
                each.publicId(),
                person,
                kind,
                each.state(),
                each.firstDay(),
                each.lastDay(),
                each.end(),
                evidence,
                steps,
                each.enterer(),
                each.enteredAt(),
                each.enteredBy() == actor.accountId() || stored.hasDone(actor.accountId(), each));
    }

    /** With its evidence and its history; that it was looked at goes on record. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public ExceptionCase look(Actor actor, PublicId id) {
        StoredExceptions.Stored found = stored.get(id);
        FindingPeople.Found person = Objects.requireNonNull(
                finding.people(actor, Set.of(found.personId())).get(found.personId()));
        tell(actor, "exception.looked", id);
        return view(actor, found, person, stored.kinds(), stored.evidence(found), stored.steps(found));
    }

    /** That it was taken goes on record. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public DocumentContent document(Actor actor, PublicId id) {
        DocumentContent document = stored.document(stored.get(id));
        tell(actor, "exception.document-taken", id);
        return document;
    }

    /** What the criteria in force where the person lives make of them now, with this exception and all other facts. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public LevelSeen level(Actor actor, ExceptionCase of, Locale language) {
        LocalDate today = LocalDate.now(clock);
        long area = catalogue.areas(today).stream()
                .filter(each -> of.person().commune().isEmpty()
                        ? each.level() == AreaLevel.PROVINCE
                        : each.code().equals(of.person().commune()))
                .mapToLong(AreaView::id)
                .findFirst()
                .orElse(0);
        return assessing.forHealthOffice(actor, of.person().id(), area, language);
    }

    /** From now on it is a fact. Nobody approves what they entered, or for themselves. */
    @Requires(Permission.APPROVE_EXCEPTIONS)
    public void approve(Actor actor, PublicId id) {
        StoredExceptions.Stored found = toJudge(actor, id);
        if (!found.endsAt().isAfter(clock.instant())) {
            throw new RuleViolation("eligibility.exception-over");
        }
        step(actor, found, ExceptionCaseState.APPROVED, "", null);
        tell(actor, "exception.approved", id);
        tellEnterer(found, "eligibility.exception-told.approved", actor);
        factsTold.of(Set.of(found.personId()));
    }

    /** Of what another agency asks for, one officer is enough. */
    @Requires(Permission.APPROVE_EXCEPTIONS)
    public void refuse(Actor actor, PublicId id, String reason) {
        StoredExceptions.Stored found =
                stored.get(id).state() == ExceptionCaseState.ASKED ? stored.get(id) : toJudge(actor, id);
        step(actor, found, ExceptionCaseState.REFUSED, required(reason, "eligibility.exception-why-missing"), null);
        tell(actor, "exception.refused", id);
        tellEnterer(found, "eligibility.exception-told.refused", actor);
    }

    private StoredExceptions.Stored toJudge(Actor actor, PublicId id) {
        StoredExceptions.Stored found = waiting(id);
        if (found.enteredBy() == actor.accountId() || stored.hasDone(actor.accountId(), found)) {
            throw new RuleViolation("eligibility.exception-own");
        }
        requireNotOneself(actor, found.personId());
        return found;
    }

    private StoredExceptions.Stored waiting(PublicId id) {
        StoredExceptions.Stored found = stored.get(id);
        if (found.state() != ExceptionCaseState.PROPOSED) {
            throw new RuleViolation("eligibility.exception-judged");
        }
        return found;
    }

    private void step(
            Actor actor, StoredExceptions.Stored found, ExceptionCaseState step, String why, @Nullable Instant endsAt) {
        stored.add(actor, found, step, why, endsAt, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void tellEnterer(StoredExceptions.Stored found, String key, Actor actor) {
        String path = found.askedByAgency() == 0 ? "/health-office/exception?id=" + found.publicId() : "/agency/home";
        told.fire(AccountsTold.of(List.of(found.enteredBy()), key, path, actor.name()));
    }

    /** By whoever entered it, before it is judged. */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public void withdraw(Actor actor, PublicId id) {
        StoredExceptions.Stored found = waiting(id);
        if (found.enteredBy() != actor.accountId()) {
            throw new RuleViolation("eligibility.exception-not-own");
        }
        step(actor, found, ExceptionCaseState.WITHDRAWN, "", null);
        tell(actor, "exception.withdrawn", id);
    }

    /**
     * Before its time: now, or at the end of a day that is still to come. Whoever may enter one may end it: what was given by two
     * is taken away by one, as the person may be held or harmed by it.
     *
     * @param lastDay on which it still holds; empty for at once
     */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public void end(Actor actor, PublicId id, String reason, Optional<LocalDate> lastDay) {
        StoredExceptions.Stored found = stored.get(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (found.state() != ExceptionCaseState.APPROVED || !found.endsAt().isAfter(now)) {
            throw new RuleViolation("eligibility.exception-not-in-force");
        }
        Instant end = lastDay.map(
                        day -> day.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant())
                .orElse(now);
        if (end.isBefore(now) || !end.isBefore(found.endsAt())) {
            throw new RuleViolation("eligibility.exception-end-day");
        }
        step(actor, found, ExceptionCaseState.ENDED, required(reason, "eligibility.exception-why-missing"), end);
        tell(actor, "exception.ended", id);
        factsTold.of(Set.of(found.personId()));
    }
}
