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
    private AmendedEntries amended;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    @Inject
    private Event<EntriesApproved> approved;

    @Inject
    private Event<EntriesDecided> told;

    /** One entry, as it was when its version was shown; throws where it changed since. */
    @Requires(Permission.REVIEW_ENTRIES)
    public long decide(Actor actor, PublicId id, int version, Verdict verdict) {
        Entry entry = lists.entry(id).orElseThrow(NotFound::new);
        actor.requireAgency(entry.agencyId());
        amended.holdLists(List.of(entry.id()), verdict.outcome());
        List<Entry> one = lists.entriesForDecision(List.of(entry.id()));
        Entry held = one.get(0);
        if (held.version() != version) {
            throw new RuleViolation("stafflist.entry-changed");
        }
        held.requireDecidable(verdict, organisations.ownAgencyId(entry.organisationId()), LocalDate.now(clock));
        AmendedEntries.requireInForce(held, amended.held(one), verdict.outcome());
        carryOut(one, verdict);
        return entry.id();
    }

    /** Many entries; what cannot be decided is left out and named, and holds nobody up. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Result decideMany(Actor actor, List<Long> ids, Verdict verdict) {
        amended.holdLists(ids, verdict.outcome());
        List<Entry> all = lists.entriesForDecision(ids);
        Map<Long, Entry> grounds = amended.held(all);
        List<Entry> decided = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Map<Long, Long> ownAgencies = new HashMap<>();
        for (Entry entry : all) {
            try {
                actor.requireAgency(entry.agencyId());
                entry.requireDecidable(
                        verdict,
                        ownAgencies.computeIfAbsent(entry.organisationId(), organisations::ownAgencyId),
                        LocalDate.now(clock));
                AmendedEntries.requireInForce(entry, grounds, verdict.outcome());
                decided.add(entry);
            } catch (RuleViolation rule) {
                leftOut.add(new LeftOut(entry.id(), entry.name(), rule.code()));
            }
        }
        carryOut(decided, verdict);
        return new Result(decided.stream().map(Entry::id).toList(), leftOut);
    }

    private void carryOut(List<Entry> decided, Verdict verdict) {
        List<Long> ids = decided.stream().map(Entry::id).toList();
        entries.decide(ids, verdict, clock.instant());
        entries.forgetWords(ids);
        amended.follow(decided, verdict);
        List<ApprovedEntry> grounds = decided.stream()
                .filter(entry -> verdict.outcome() == Outcome.APPROVE && entry.kind() != EntryKind.LEAVE)
                .map(Entry::approved)
                .toList();
        if (!grounds.isEmpty()) {
            approved.fire(new EntriesApproved(grounds, verdict.actor()));
        }
        told.fire(verdict.on(decided));
    }
}
