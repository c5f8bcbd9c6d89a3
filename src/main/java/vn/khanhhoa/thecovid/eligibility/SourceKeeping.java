package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Which sources of health data there are, whose they are and by when they are to tell, and which facilities belong to them.
 * Health officers say the first, officers of the agency that a source belongs to the second. Nothing is ever deleted: a
 * facility ends on a day.
 */
@UseCase
public class SourceKeeping {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{1,29}");
    private static final int LONGEST_NAME = 160;
    private static final int MOST_HOURS = 24 * 90;
    private static final int MOST_PAPER_DAYS = 60;

    /**
     * @param paperDays for how long a paper counts that a reviewer has accepted
     * @param answerHours by when a paper, or a fault that somebody reports, is to be answered
     */
    public record Answering(int paperDays, int answerHours) {}

    @Inject
    private StoredSources stored;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Of one's own agency; all of them for whoever governs them. */
    @Requires(Permission.READ_SOURCES)
    public List<SourceView> sources(Actor actor) {
        return stored.all(actor).stream()
                .filter(source -> StoredSources.isReadable(actor, source))
                .toList();
    }

    @Requires(Permission.READ_SOURCES)
    public SourceView source(Actor actor, PublicId id) {
        return stored.readable(actor, id);
    }

    /** One of the actor's own agency. */
    @Requires(Permission.KEEP_SOURCE_DATA)
    public SourceView own(Actor actor, String code) {
        return stored.own(actor, code);
    }

    @Requires(Permission.GOVERN_SOURCES)
    public PublicId add(Actor actor, SourceForm form) {
        SourceForm checked = checked(form);
        if (!CODE.matcher(checked.code()).matches()) {
            throw new RuleViolation("eligibility.source-code-malformed");
        }
        if (stored.isCodeTaken(checked.code())) {
            throw new RuleViolation("eligibility.source-code-taken", checked.code());
        }
        PublicId id = stored.add(checked);
        tell(actor, "source.added", "source", id, Map.of("code", checked.code()));
        return id;
    }

    /** But for its code and kind, by which its records are known. */
    @Requires(Permission.GOVERN_SOURCES)
    public void change(Actor actor, PublicId id, int version, SourceForm form) {
        stored.readable(actor, id);
        stored.change(id, version, checked(form));
        tell(actor, "source.changed", "source", id, Map.of());
    }

    /** What it is given to answer papers and reports of faults. */
    @Requires(Permission.READ_SOURCES)
    public Answering answering(Actor actor, PublicId id) {
        StoredSources.Answering known =
                stored.answering(stored.readable(actor, id).id());
        return new Answering(known.paperDays(), known.answerHours());
    }

    /** Of what comes from now on. */
    @Requires(Permission.GOVERN_SOURCES)
    public void changeAnswering(Actor actor, PublicId id, Answering answering) {
        if (answering.paperDays() < 1 || answering.paperDays() > MOST_PAPER_DAYS) {
            throw new RuleViolation("eligibility.source-paper-days", MOST_PAPER_DAYS);
        }
        requireHours(answering.answerHours());
        stored.changeAnswering(
                stored.readable(actor, id).id(),
                new StoredSources.Answering(answering.paperDays(), answering.answerHours()));
        tell(actor, "source.changed", "source", id, Map.of());
    }

    private SourceForm checked(SourceForm form) {
        if (catalogue.agency(form.agencyId()).isEmpty()) {
            throw new RuleViolation("eligibility.source-agency-missing");
        }
        requireHours(form.eventHours());
        requireHours(form.resultHours());
        return new SourceForm(
                OneLine.of(form.code()),
                form.kind(),
                OneLine.ofBody(form.nameVi(), LONGEST_NAME),
                OneLine.ofBody(form.nameEn(), LONGEST_NAME),
                form.agencyId(),
                form.eventHours(),
                form.resultHours(),
                form.countedFrom());
    }

    private static void requireHours(@Nullable Integer hours) {
        if (hours != null && (hours < 1 || hours > MOST_HOURS)) {
            throw new RuleViolation("eligibility.source-hours-wrong", MOST_HOURS);
        }
    }

    private void tell(Actor actor, String action, String kind, PublicId id, Map<String, String> details) {
        trail.fire(new HealthDataChanged(actor.accountId(), action, kind, id, details));
    }

    /** Those that ended last, by code. */
    @Requires(Permission.READ_SOURCES)
    public List<FacilityView> facilities(Actor actor, PublicId sourceId) {
        return stored.facilities(stored.readable(actor, sourceId).id());
    }

    @Requires(Permission.READ_SOURCES)
    public FacilityView facility(Actor actor, PublicId sourceId, PublicId id) {
        return stored.facility(stored.readable(actor, sourceId).id(), id);
    }

    @Requires(Permission.KEEP_SOURCE_DATA)
    public PublicId addFacility(Actor actor, PublicId sourceId, FacilityForm form) {
        SourceView source = stored.own(actor, sourceId);
        FacilityForm checked = checked(source, form, Optional.empty());
        PublicId id = stored.add(source.id(), checked);
        tell(actor, "source.facility-added", "facility", id, Map.of("code", checked.code()));
        return id;
    }

    @Requires(Permission.KEEP_SOURCE_DATA)
    public void changeFacility(Actor actor, PublicId sourceId, PublicId id, int version, FacilityForm form) {
        SourceView source = stored.own(actor, sourceId);
        stored.facility(source.id(), id);
        FacilityForm checked = checked(source, form, Optional.of(id));
        stored.change(id, version, checked);
        tell(actor, "source.facility-changed", "facility", id, Map.of("code", checked.code()));
    }

    private FacilityForm checked(SourceView source, FacilityForm form, Optional<PublicId> itself) {
        String code = OneLine.of(form.code());
        if (!CODE.matcher(code).matches()) {
            throw new RuleViolation("eligibility.facility-code-malformed");
        }
        Optional<PublicId> holder = stored.withCode(source.id(), code);
        if (holder.isPresent() && !holder.equals(itself)) {
            throw new RuleViolation("eligibility.facility-code-taken", code);
        }
        if (catalogue
                .area(form.areaId())
                .filter(area -> area.level() == AreaLevel.COMMUNE)
                .isEmpty()) {
            throw new RuleViolation("eligibility.facility-commune-missing");
        }
        LocalDate to = form.to();
        if (to != null && to.isBefore(form.from())) {
            throw new RuleViolation("eligibility.facility-ends-before-it-begins");
        }
        if (form.from().isAfter(LocalDate.now(clock).plusYears(1))) {
            throw new RuleViolation("eligibility.facility-begins-too-late");
        }
        return new FacilityForm(
                code,
                OneLine.ofBody(form.name(), LONGEST_NAME),
                form.kind(),
                form.areaId(),
                form.feeCharging(),
                form.from(),
                to);
    }
}
