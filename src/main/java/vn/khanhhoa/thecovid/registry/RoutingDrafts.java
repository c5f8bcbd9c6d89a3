package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The draft of the rules of routing, one for all administrators: begun from what is in force, edited without effect, compared,
 * and published from a day on. A rule that has been in force is never rewritten: it ends, and what it is called from now on begins.
 */
@UseCase
public class RoutingDrafts {
    private static final long THE_DRAFT = 1;
    private static final int LONGEST_HOURS = 30 * 24;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_DAYS_AHEAD = 366;

    @Inject
    private RoutingAdministration administration;

    @Inject
    private CatalogueCache cache;

    @Inject
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.ADMINISTER)
    public Optional<RoutingDraft> current(Actor actor) {
        return draft();
    }

    private Optional<RoutingDraft> draft() {
        Optional<RoutingDraft> head = sql.first(
                "SELECT beginner, begun_at, revision FROM registry_routing_draft WHERE id = ?",
                row -> new RoutingDraft(
                        row.getString(1),
                        Objects.requireNonNull(Sql.instant(row, "begun_at")),
                        row.getInt(3),
                        List.of()),
                THE_DRAFT);
        return head.map(draft -> new RoutingDraft(draft.beginner(), draft.begunAt(), draft.revision(), lines()));
    }

    private List<RoutingDraft.Line> lines() {
        return rows().stream()
                .map(DraftRule::line)
                .sorted(Comparator.comparing(RoutingDraft.Line::rule))
                .toList();
    }

    private List<DraftRule> rows() {
        return entities.createQuery("select r from DraftRule r", DraftRule.class)
                .getResultList();
    }

    /** From the rules in force today or later. Where there is a draft it goes on. */
    @Requires(Permission.ADMINISTER)
    public void begin(Actor actor) {
        if (sql.update(
                        "INSERT IGNORE INTO registry_routing_draft (id, begun_by, beginner, begun_at, revision) VALUES (?, ?, ?,"
                                + " ?, 1)",
                        THE_DRAFT,
                        actor.accountId(),
                        actor.name(),
                        clock.instant())
                == 1) {
            administration
                    .ahead(LocalDate.now(clock))
                    .forEach(rule -> entities.persist(new DraftRule(rule.view(), rule.id())));
            trail.fire(event(actor, "routing.draft-begun", "draft", Map.of()));
        }
    }

    @Requires(Permission.ADMINISTER)
    public RoutingDraft.Line line(Actor actor, long id) {
        return find(id).line();
    }

    /** Adds the rule where its id is 0, else changes it. @param version that was shown */
    @Requires(Permission.ADMINISTER)
    public void save(Actor actor, RoutingRuleView rule, int version) {
        check(rule);
        goOn();
        requireFreePosition(rule);
        if (rule.id() == 0) {
            entities.persist(new DraftRule(rule, null));
        } else {
            DraftRule stored = find(rule.id());
            if (stored.version() != version) {
                throw new OptimisticLockException("the rule was changed meanwhile");
            }
            stored.write(rule);
        }
    }

    @Requires(Permission.ADMINISTER)
    public void remove(Actor actor, long id) {
        goOn();
        entities.remove(find(id));
    }

    /** Changes places with the rule before it, or with the one after it. @param revision that was shown */
    @Requires(Permission.ADMINISTER)
    public void move(Actor actor, int revision, long id, boolean up) {
        held(revision);
        goOn();
        DraftRule moved = find(id);
        Comparator<DraftRule> order = Comparator.comparing(DraftRule::view);
        Optional<DraftRule> neighbour = up
                ? rows().stream().filter(each -> order.compare(each, moved) < 0).max(order)
                : rows().stream().filter(each -> order.compare(each, moved) > 0).min(order);
        neighbour.ifPresent(other -> {
            int place = moved.position();
            moved.place(other.position());
            other.place(place);
        });
    }

    @Requires(Permission.ADMINISTER)
    public void discard(Actor actor, int revision) {
        held(revision);
        clear();
        trail.fire(event(actor, "routing.draft-discarded", "draft", Map.of()));
    }

    /** From a day on, beside what would hold then. */
    @Requires(Permission.ADMINISTER)
    public RuleComparison compare(Actor actor, LocalDate from) {
        return compared(draft().orElseThrow(this::gone), from);
    }

    private RuleComparison compared(RoutingDraft draft, LocalDate from) {
        return RuleComparison.of(
                administration.ahead(from).stream().map(RoutingRule::view).toList(), draft.lines(), from);
    }

    /** Rules of the draft that on the day earlier ones leave no case to. */
    @Requires(Permission.ADMINISTER)
    public List<ShadowedRule> shadowed(Actor actor, LocalDate day) {
        return table(day)
                .shadowed(
                        cache.current().on(day).sectors().stream()
                                .map(SectorView::code)
                                .toList(),
                        day);
    }

    /** Rules of the draft that from the day on find no agency, for all their cases or some. */
    @Requires(Permission.ADMINISTER)
    public List<UnansweredRule> unanswered(Actor actor, LocalDate from) {
        return lines().stream()
                .map(RoutingDraft.Line::rule)
                .filter(rule -> rule.validTo() == null || !rule.validTo().isBefore(from))
                .flatMap(rule -> unanswered(rule, rule.validFrom().isBefore(from) ? from : rule.validFrom()).stream())
                .toList();
    }

    private Optional<UnansweredRule> unanswered(RoutingRuleView rule, LocalDate day) {
        CatalogueSnapshot catalogue = cache.current();
        switch (rule.target()) {
            case AGENCY -> {
                Optional<CatalogueEntry> agency = catalogue.newestAgency(rule.targetAgency());
                if (agency.isEmpty()) {
                    return Optional.of(new UnansweredRule(rule, rule.targetAgency(), null, List.of(), false));
                }
                LocalDate last = agency.get().validTo();
                return last != null && (rule.validTo() == null || rule.validTo().isAfter(last))
                        ? Optional.of(new UnansweredRule(rule, agency.get().nameVi(), last, List.of(), false))
                        : Optional.empty();
            }
            case AREA -> {
                List<AreaView> areas = catalogue
                        .on(day)
                        .routing()
                        .unserved(rule, catalogue.on(day).areas());
                boolean everywhere = catalogue.on(day).agencies().stream()
                        .noneMatch(agency -> agency.kind().equals(rule.targetKind()));
                return areas.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new UnansweredRule(rule, "", null, areas, everywhere));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** What the draft says, where it is still as it was shown. */
    @Requires(Permission.RUN_JOBS)
    public Optional<RoutingTable> table(Actor portal, int revision, LocalDate day) {
        return draft().filter(draft -> draft.revision() == revision).map(draft -> table(day));
    }

    private RoutingTable table(LocalDate day) {
        return cache.current()
                .on(day)
                .routing()
                .with(rows().stream()
                        .map(DraftRule::view)
                        .filter(rule -> rule.holdsOn(day))
                        .toList());
    }

    /**
     * Puts the draft in force.
     *
     * @param revision that was compared
     * @param from today or later
     * @return how many rules are not as they were
     */
    @Requires(Permission.ADMINISTER)
    public int publish(Actor actor, int revision, LocalDate from, String note) {
        LocalDate today = LocalDate.now(clock);
        if (from.isBefore(today) || from.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            throw new RuleViolation("registry.draft-day");
        }
        if (note.isBlank() || note.strip().length() > LONGEST_NOTE) {
            throw new RuleViolation("registry.draft-note", LONGEST_NOTE);
        }
        held(revision);
        RoutingDraft draft = draft().orElseThrow(this::gone);
        RuleComparison comparison = compared(draft, from);
        if (comparison.changes().isEmpty()) {
            throw new RuleViolation("registry.draft-same");
        }
        requireLast(draft.rules(), from);
        apply(comparison, from, today);
        clear();
        long id = sql.number("SELECT NEXT VALUE FOR registry_seq");
        sql.update(
                "INSERT INTO registry_routing_publication (id, published_by, publisher, published_at, valid_from, note, changes)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                actor.accountId(),
                actor.name(),
                clock.instant(),
                from,
                note.strip(),
                comparison.changes().size());
        comparison.changes().forEach(line -> trail.fire(event(actor, line, from)));
        trail.fire(event(
                actor,
                "routing.published",
                String.valueOf(id),
                Map.of("from", from.toString(), "changes", counts(comparison))));
        return comparison.changes().size();
    }

    private static String counts(RuleComparison comparison) {
        return comparison.changes().stream()
                .collect(Collectors.groupingBy(RuleComparison.Line::change, TreeMap::new, Collectors.counting()))
                .toString();
    }

    private void apply(RuleComparison comparison, LocalDate from, LocalDate today) {
        Map<Long, RoutingRule> inForce = new HashMap<>();
        administration.ahead(from).forEach(rule -> inForce.put(rule.id(), rule));
        for (RuleComparison.Line line : comparison.changes()) {
            RoutingRuleView before = line.before();
            if (before != null) {
                end(Objects.requireNonNull(inForce.get(before.id())), from, today);
            }
        }
        entities.flush();
        for (RuleComparison.Line line : comparison.changes()) {
            RoutingRuleView after = line.after();
            if (after != null) {
                entities.persist(
                        new RoutingRule(after.from(after.validFrom().isBefore(from) ? from : after.validFrom())));
            }
        }
        entities.flush();
    }

    private void end(RoutingRule rule, LocalDate from, LocalDate today) {
        if (rule.validFrom().isBefore(from)) {
            rule.endOn(from.minusDays(1));
        } else if (rule.validFrom().isAfter(today)) {
            entities.remove(rule);
        } else {
            rule.giveUp();
        }
    }

    /** Something must take what no other rule takes. */
    private void requireLast(List<RoutingRuleView> rules, LocalDate from) {
        boolean there = rules.stream()
                .anyMatch(rule -> rule.takesAll()
                        && !rule.validFrom().isAfter(from)
                        && rule.validTo() == null
                        && cache.current().on(from).agency(rule.targetAgency()).isPresent());
        if (!there) {
            throw new RuleViolation("registry.draft-no-last");
        }
    }

    private void check(RoutingRuleView rule) {
        SectorCondition.parse(rule.sectors());
        if (rule.position() < 1
                || rule.nameVi().isBlank()
                || rule.nameEn().isBlank()
                || rule.hours() < 1
                || rule.hours() > LONGEST_HOURS
                || rule.maxHeadcount() < 0) {
            throw new RuleViolation("registry.rule-incomplete", LONGEST_HOURS);
        }
        boolean complete = switch (rule.target()) {
            case AGENCY -> !rule.targetAgency().isBlank();
            case AREA -> !rule.targetKind().isBlank() && rule.targetArea() != RoutingRuleView.TargetArea.NONE;
            case OWN -> true;
        };
        if (!complete) {
            throw new RuleViolation("registry.rule-target");
        }
        List<String> unknown = CompiledRule.codes(rule.areas()).stream()
                .filter(code -> cache.current().on(LocalDate.now(clock)).areas().stream()
                        .noneMatch(area -> area.code().equals(code)))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new RuleViolation("registry.rule-areas", String.join(", ", unknown));
        }
    }

    private void requireFreePosition(RoutingRuleView rule) {
        boolean taken = rows().stream()
                .map(DraftRule::view)
                .anyMatch(other ->
                        other.id() != rule.id() && other.position() == rule.position() && other.overlaps(rule));
        if (taken) {
            throw new RuleViolation("registry.position-taken", rule.position());
        }
    }

    /** Holds the draft and counts a change of it. */
    private void goOn() {
        if (sql.update("UPDATE registry_routing_draft SET revision = revision + 1 WHERE id = ?", THE_DRAFT) == 0) {
            throw gone();
        }
    }

    private void held(int revision) {
        int current = sql.first(
                        "SELECT revision FROM registry_routing_draft WHERE id = ? FOR UPDATE",
                        row -> row.getInt(1),
                        THE_DRAFT)
                .orElseThrow(this::gone);
        if (current != revision) {
            throw new RuleViolation("registry.draft-changed");
        }
    }

    /** Somebody published it or threw it away. */
    private RuleViolation gone() {
        return new RuleViolation("registry.draft-gone");
    }

    private void clear() {
        rows().forEach(entities::remove);
        entities.flush();
        sql.update("DELETE FROM registry_routing_draft WHERE id = ?", THE_DRAFT);
    }

    private DraftRule find(long id) {
        DraftRule rule = entities.find(DraftRule.class, id);
        if (rule == null) {
            throw new NotFound();
        }
        return rule;
    }

    private static CatalogueChanged event(Actor actor, RuleComparison.Line line, LocalDate from) {
        RoutingRuleView before = line.before();
        RoutingRuleView after = line.after();
        return event(
                actor,
                switch (line.change()) {
                    case ADDED -> "routing.added";
                    case REMOVED -> "routing.ended";
                    default -> "routing.changed";
                },
                String.valueOf(line.either().position()),
                Map.of(
                        "from",
                        from.toString(),
                        "before",
                        before == null ? "" : before.summary(),
                        "after",
                        after == null ? "" : after.summary()));
    }

    private static CatalogueChanged event(Actor actor, String action, String subject, Map<String, String> details) {
        return new CatalogueChanged(actor.accountId(), action, "routing", subject, details);
    }
}
