package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.ModeBoard;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** Approves in the name of a rule: the same guards as for a reviewer, and the same effects; the history names the rule. */
@ApplicationScoped
@Transactional
class DecisionsByRule {
    /** Whose name the history gives where no person decided. */
    static final String PORTAL = "Cổng Thẻ Covid";

    static final String MODE = "mode";
    static final String GREEN = "green";
    private static final int LONGEST = 300;
    private static final String OPEN_ELSEWHERE = "stafflist.held-by-another";

    /**
     * Entries of an agency that the same rule lets through.
     *
     * @param byRule as the history keeps it: which kind of rule, then which of them
     * @param rule of the agency itself; none for a mode
     */
    record Group(long agencyId, String byRule, Optional<GreenRules.Rule> rule) {
        static Group ofMode(long agencyId, ModeBoard.Ruling ruling) {
            String orders = ruling.by().stream()
                    .map(order -> order.document() + " #" + order.number())
                    .distinct()
                    .collect(Collectors.joining(", "));
            String text = MODE + " " + orders;
            return new Group(agencyId, text.substring(0, Math.min(LONGEST, text.length())), Optional.empty());
        }

        static Group ofRule(GreenRules.Rule rule) {
            return new Group(rule.agencyId(), GREEN + " #" + rule.number(), Optional.of(rule));
        }
    }

    @Inject
    private EntryDecisions decisions;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private DecisionHistory history;

    @Inject
    private DecisionEffects effects;

    @Inject
    private GreenRules rules;

    @Inject
    private Sql sql;

    /** @param seen entries in the versions in which they were looked at. @return what somebody has open just now */
    List<Long> approve(Map<Group, Map<Long, Integer>> seen) {
        List<Long> all = seen.values().stream()
                .flatMap(versions -> versions.keySet().stream())
                .sorted()
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        pending.hold(all);
        decisions.hold(Actor.PORTAL, all, List.of());
        List<Long> open = new ArrayList<>();
        seen.forEach((group, versions) -> open.addAll(approve(group, versions)));
        return open;
    }

    private List<Long> approve(Group group, Map<Long, Integer> versions) {
        Verdict verdict = new Verdict(new Actor(0, PORTAL, Role.PORTAL, 0, group.agencyId()), Outcome.APPROVE, "", "");
        EntryDecisions.Result result = decisions.judgeByRule(
                Actor.PORTAL, List.copyOf(new TreeSet<>(versions.keySet())), verdict, new AsSeen(versions));
        List<Long> decided = result.decided();
        if (!decided.isEmpty()) {
            long act = sql.number("SELECT NEXT VALUE FOR review_seq");
            // What was said before the sender changed the entry is void.
            pending.remove(decided);
            history.add(decided, act, DecisionHistory.Entry.byRule(verdict, group.byRule()));
            effects.carryOut(new DecisionEffects.Decided(verdict, null, "", group.byRule()), decided, id -> act);
            group.rule().ifPresent(rule -> rules.passed(rule, decided.size()));
        }
        return result.leftOut().stream()
                .filter(left -> left.code().equals(OPEN_ELSEWHERE))
                .map(EntryDecisions.LeftOut::entryId)
                .toList();
    }

    private record AsSeen(Map<Long, Integer> versions) implements EntryDecisions.Judgement {
        @Override
        public Stage stage(EntryDecisions.Case entry) {
            return Stage.HELD;
        }

        @Override
        public boolean isAsSeen(long entryId, int version) {
            return versions.getOrDefault(entryId, -1) == version;
        }
    }
}
