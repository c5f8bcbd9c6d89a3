package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.evidence.CheckedRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.HealthRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.person.Identity;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.registry.DocumentFormat;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A paper speaks for what a source has not told yet: a reviewer accepts it, so that it counts for some days, and the officers of the
 * source confirm it, by which it becomes a record like one typed by hand, or refuse it, by which it counts no longer. Who
 * accepted a paper is not who confirms it, and nobody does either for themselves. What the trail is told names neither person nor
 * paper.
 */
@UseCase
public class PaperEvidence {
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST_MEGABYTES = 10;
    private static final int LONGEST_FILE_NAME = 200;
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_ANSWER = 500;
    private static final int MOST_LISTED = 200;

    @Inject
    private StoredPapers stored;

    @Inject
    private StoredSources sources;

    @Inject
    private RecordTyping typing;

    @Inject
    private KnownFacts facts;

    @Inject
    private People people;

    @Inject
    private OwnNumbers ownNumbers;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<AccountsTold> told;

    @Inject
    private FactsTold factsTold;

    /**
     * A paper as a reviewer has it before them.
     *
     * @param cells what it tells, by column of the source's form, as they were typed
     * @param issuer facility, and country where it is not this one
     */
    public record Form(
            PublicId source, Map<String, String> cells, String number, String issuer, String fileName, byte[] content) {
        /** Tells nothing of anybody. */
        @Override
        public String toString() {
            return "a paper";
        }
    }

    /** @param id of the paper, accepted now or before; none where something is wrong with what was typed */
    public record Accepted(@Nullable PublicId id, boolean before, List<Problem> problems) {}

    /** @param importId by which the record comes; none where it would be none */
    public record Confirmed(@Nullable PublicId importId, List<Problem> problems) {}

    /** What is wrong, or odd, in a row of the source. @param key of its sentence */
    public record Problem(String column, boolean error, String key, List<Object> args) {
        static Problem of(RecordProblem problem) {
            return new Problem(problem.column(), problem.isError(), problem.key(), List.copyOf(problem.args()));
        }
    }

    /** What a paper for a source tells. @param options none for a text */
    public record Field(
            String key,
            String labelVi,
            String labelEn,
            String noteVi,
            String noteEn,
            boolean required,
            List<Option> options) {}

    public record Option(String code, String labelVi, String labelEn) {}

    /** Who the person is is known, and which facility it was is for the source to say. */
    private static final Set<String> NOT_ASKED = Set.of(
            "ordinal",
            "full_name",
            "birth_date",
            "sex",
            "document_kind",
            "document_number",
            "phone",
            "commune",
            "specimen_pool",
            "facility");

    /** What is asked of a paper for a source. */
    @Requires(Permission.SIGNED_IN)
    public List<Field> fields(Actor actor, SourceView source) {
        return ImportSteps.FORMS.form(ImportSteps.kindOf(source.kind())).columns().stream()
                .filter(column -> !NOT_ASKED.contains(column.key()))
                .map(column -> new Field(
                        column.key(),
                        column.labelVi(),
                        column.labelEn(),
                        column.noteVi(),
                        column.noteEn(),
                        column.required(),
                        column.values().stream()
                                .map(value -> new Option(value.code(), value.labelVi(), value.labelEn()))
                                .toList()))
                .toList();
    }

    private static List<Problem> told(CheckedRecord checked) {
        return checked.problems().stream().map(Problem::of).toList();
    }

    /** Those that can be asked to confirm a paper, whoever's they are. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<SourceView> sources(Actor actor) {
        return sources.all(actor);
    }

    /**
     * From now on it counts, for as many days as the source is given. Whoever asks has made sure that the person is one on whom the
     * reviewer works and may decide. The same paper once more is the one that was accepted before.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public Accepted accept(Actor actor, long personId, Form form) {
        requireNotOneself(actor, personId);
        SourceView source = sources.byPublicId(form.source());
        String number = required(form.number(), LONGEST_LINE, "eligibility.paper-number-missing");
        String issuer = required(form.issuer(), LONGEST_LINE, "eligibility.paper-issuer-missing");
        CheckedRecord checked = typing.checkPaper(source, PaperRow.of(person(personId), form.cells(), ""));
        if (checked.record().isEmpty()) {
            return new Accepted(null, false, told(checked));
        }
        HealthRecord record = checked.record().get();
        if (record.outcome()
                .filter(outcome -> outcome != Fact.TestOutcome.NEGATIVE)
                .isPresent()) {
            throw new RuleViolation("eligibility.paper-positive");
        }
        byte[] key = stored.key(personId, record);
        Optional<StoredPapers.Stored> before = stored.standing(key);
        if (before.isPresent()) {
            return new Accepted(before.get().publicId(), true, List.of());
        }
        DocumentFormat format = format(form.content());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (isKnown(personId, record, now)) {
            throw new RuleViolation("eligibility.paper-known-already");
        }
        StoredSources.Answering answering = sources.answering(source.id());
        PublicId id = PublicId.random();
        boolean fresh = stored.add(
                actor,
                id,
                key,
                new StoredPapers.Fresh(
                        personId,
                        source,
                        record,
                        form.cells(),
                        number,
                        issuer,
                        format.named(form.fileName(), LONGEST_FILE_NAME),
                        format.mediaType(),
                        form.content(),
                        now.plus(Duration.ofDays(answering.paperDays())),
                        now.plus(Duration.ofHours(answering.answerHours()))),
                now);
        if (!fresh) {
            return new Accepted(stored.alreadyThere(key), true, List.of());
        }
        tell(actor, "paper.accepted", id);
        tellOfficers(source, "eligibility.paper-told", "/health-data/paper?id=" + id);
        factsTold.of(Set.of(personId));
        return new Accepted(id, false, told(checked));
    }

    private boolean isKnown(long personId, HealthRecord record, Instant now) {
        return facts.of(personId).now(now).stream()
                .anyMatch(fact -> fact.about().equals(record.about())
                        && fact.code().equals(record.code())
                        && fact.until().equals(Instant.MAX));
    }

    private static DocumentFormat format(byte[] content) {
        if (content.length == 0) {
            throw new RuleViolation("eligibility.paper-scan-missing");
        }
        if (content.length > LARGEST_MEGABYTES * MEGABYTE) {
            throw new RuleViolation("eligibility.document-too-large", LARGEST_MEGABYTES);
        }
        return DocumentFormat.of(content).orElseThrow(() -> new RuleViolation("eligibility.exception-file-format"));
    }

    private static String required(String text, int longest, String rule) {
        String line = OneLine.of(text, longest);
        if (line.isEmpty()) {
            throw new RuleViolation(rule);
        }
        return line;
    }

    private Identity person(long personId) {
        return people.identity(Actor.PORTAL, personId);
    }

    /** An officer is known by an own document where an administrator entered it. */
    private void requireNotOneself(Actor actor, long personId) {
        String own = ownNumbers.of(actor).document();
        if (!own.isEmpty() && people.isDocument(personId, own)) {
            throw new RuleViolation("eligibility.paper-own-person");
        }
    }

    private void tell(Actor actor, String action, PublicId id) {
        trail.fire(new HealthDataChanged(
                actor.accountId(), action, "paper", id, Map.of("agency", String.valueOf(actor.agencyId()))));
    }

    private void tellOfficers(SourceView source, String key, String path) {
        List<Long> officers =
                staff.withPermission(Actor.PORTAL, source.about().agencyId(), Permission.KEEP_SOURCE_DATA);
        if (!officers.isEmpty()) {
            told.fire(AccountsTold.of(officers, key, path, source.about().nameVi()));
        }
    }

    /** What was accepted of a person at the actor's agency, the newest first; of whom, as for {@link #accept}. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<PaperView> ofPerson(Actor actor, long personId) {
        return stored.ofPerson(personId).stream()
                .filter(paper -> paper.agencyId() == actor.agencyId())
                .map(paper -> view(actor, paper))
                .toList();
    }

    /** What waits for an answer of the source, the oldest first, and then what was answered last. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public List<PaperView> ofSource(Actor actor, PublicId sourceId) {
        return stored.ofSource(sources.own(actor, sourceId).id(), MOST_LISTED).stream()
                .map(paper -> view(actor, paper))
                .toList();
    }

    /** That it was looked at goes on record. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public PaperView look(Actor actor, PublicId id) {
        StoredPapers.Stored paper = own(actor, stored.find(id));
        tell(actor, "paper.looked", id);
        return view(actor, paper);
    }

    /** That it was taken goes on record. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public DocumentContent document(Actor actor, PublicId id) {
        StoredPapers.Stored paper = own(actor, stored.find(id));
        tell(actor, "paper.document-taken", id);
        return stored.document(paper);
    }

    private StoredPapers.Stored own(Actor actor, Optional<StoredPapers.Stored> found) {
        StoredPapers.Stored paper = found.orElseThrow(NotFound::new);
        actor.requireAgency(sources.byId(paper.sourceId()).about().agencyId());
        return paper;
    }

    private PaperView view(Actor actor, StoredPapers.Stored paper) {
        Identity person = person(paper.personId());
        return new PaperView(
                paper.publicId(),
                sources.byId(paper.sourceId()),
                new PaperView.Person(person.name(), person.birth(), person.documentKind(), person.lastFour()),
                paper.kind(),
                paper.cells(),
                paper.number(),
                paper.issuer(),
                paper.fileName(),
                stored.agency(paper.agencyId()),
                paper.acceptor(),
                paper.accepted(),
                paper.ends(),
                paper.due(),
                paper.state(),
                paper.answerer(),
                paper.answered().orElse(null),
                paper.answer(),
                paper.acceptedBy() == actor.accountId());
    }

    /**
     * The source has it in its books: it becomes a record that was typed by whoever accepted it and compared by whoever confirms it.
     *
     * @param facility code of the one that gave the dose, took the sample or treated the person
     */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public Confirmed confirm(Actor actor, PublicId id, String facility) {
        StoredPapers.Stored paper = toAnswer(actor, id);
        SourceView source = sources.byId(paper.sourceId());
        if (facility.isBlank()) {
            throw new RuleViolation("eligibility.paper-facility-missing");
        }
        CheckedRecord checked =
                typing.checkPaper(source, PaperRow.of(person(paper.personId()), paper.cells(), facility));
        if (checked.record().isEmpty()) {
            return new Confirmed(null, told(checked));
        }
        PublicId importId = typing.enterPaper(actor, source, checked, paper.acceptedBy(), paper.acceptor());
        answer(actor, paper, PaperView.State.CONFIRMED, "", Optional.of(importId));
        return new Confirmed(importId, told(checked));
    }

    /** The source knows nothing of it: from now on it counts no longer. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public void refuse(Actor actor, PublicId id, String why) {
        String answer = required(why, LONGEST_ANSWER, "eligibility.paper-why-missing");
        StoredPapers.Stored paper = toAnswer(actor, id);
        answer(actor, paper, PaperView.State.REFUSED, answer, Optional.empty());
        factsTold.of(Set.of(paper.personId()));
    }

    private StoredPapers.Stored toAnswer(Actor actor, PublicId id) {
        StoredPapers.Stored paper = own(actor, stored.held(id));
        if (paper.state() != PaperView.State.ACCEPTED) {
            throw new RuleViolation("eligibility.paper-answered");
        }
        if (paper.acceptedBy() == actor.accountId()) {
            throw new RuleViolation("eligibility.paper-own");
        }
        requireNotOneself(actor, paper.personId());
        return paper;
    }

    private void answer(
            Actor actor, StoredPapers.Stored paper, PaperView.State state, String answer, Optional<PublicId> importId) {
        stored.answer(actor, paper, state, answer, importId, clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean confirmed = state == PaperView.State.CONFIRMED;
        tell(actor, confirmed ? "paper.confirmed" : "paper.refused", paper.publicId());
        told.fire(AccountsTold.of(
                List.of(paper.acceptedBy()),
                confirmed ? "eligibility.paper-told.confirmed" : "eligibility.paper-told.refused",
                "/agency/home",
                sources.byId(paper.sourceId()).about().nameVi()));
    }
}
