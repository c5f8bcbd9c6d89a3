package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Carries a verdict out: each entry by itself, those of another agency never. */
@UseCase
public class EntryDecisions {
    /** What became of the entries; the others were decided meanwhile or may not be decided by this actor. */
    public record Result(List<Long> decided, List<LeftOut> leftOut) {}

    /** @param code of the rule, which is also the key of its sentence */
    public record LeftOut(long entryId, String name, String code) {}

    @Inject
    private Lists lists;

    @Inject
    private Entries entries;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    @Inject
    private Event<EntriesApproved> approved;

    /** One entry, as it was when its version was shown; throws where it changed since. */
    @Requires(Permission.REVIEW_ENTRIES)
    public long decide(Actor actor, PublicId id, int version, Verdict verdict) {
        Entry entry = lists.entry(id).orElseThrow(NotFound::new);
        actor.requireAgency(entry.agencyId());
        List<Entry> held = lists.entriesForDecision(List.of(entry.id()));
        if (held.get(0).version() != version) {
            throw new RuleViolation("stafflist.entry-changed");
        }
        held.get(0).decide(verdict, organisations.ownAgencyId(entry.organisationId()), clock.instant());
        entries.forgetWords(List.of(entry.id()));
        fire(held, verdict);
        return entry.id();
    }

    /** Many entries; what cannot be decided is left out and named, and holds nobody up. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Result decideMany(Actor actor, List<Long> ids, Verdict verdict) {
        List<Entry> decided = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Map<Long, Long> ownAgencies = new HashMap<>();
        for (Entry entry : lists.entriesForDecision(ids)) {
            try {
                actor.requireAgency(entry.agencyId());
                entry.requireDecidable(
                        verdict,
                        ownAgencies.computeIfAbsent(entry.organisationId(), organisations::ownAgencyId),
                        LocalDate.now(clock));
                decided.add(entry);
            } catch (RuleViolation rule) {
                leftOut.add(new LeftOut(entry.id(), entry.name(), rule.code()));
            }
        }
        List<Long> decidedIds = decided.stream().map(Entry::id).toList();
        entries.decide(decidedIds, verdict, clock.instant());
        entries.forgetWords(decidedIds);
        fire(decided, verdict);
        return new Result(decidedIds, leftOut);
    }

    private void fire(List<Entry> decided, Verdict verdict) {
        if (verdict.outcome() == Outcome.APPROVE && !decided.isEmpty()) {
            approved.fire(
                    new EntriesApproved(decided.stream().map(Entry::approved).toList(), verdict.actor()));
        }
    }
}
