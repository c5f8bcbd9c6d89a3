package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** Which verdicts one person may give alone. */
@ApplicationScoped
class SecondLook {
    static final String FORGERY = "R14";
    private static final int PERCENT = 100;

    @Inject
    private DeskSettings settings;

    @Inject
    private Delegations delegations;

    @Inject
    private DecisionHistory history;

    @Inject
    private DataCipher cipher;

    /** Answers entry by entry, and keeps why. */
    final class Judge implements EntryDecisions.Judgement {
        private final Verdict verdict;
        private final DeskRules rules;
        private final DeskSettings.Powers powers;
        private final Set<Long> standsInFor;
        private final Map<Long, Integer> seen;
        private final Set<Long> suspected;
        /** As the account shows it, which may say more than the name. */
        private final String ownName;

        private final Map<Long, Why> whys = new HashMap<>();
        private final Map<Long, String> mandates = new HashMap<>();

        private Judge(
                Verdict verdict,
                DeskRules rules,
                DeskSettings.Powers powers,
                Set<Long> standsInFor,
                Map<Long, Integer> seen,
                Set<Long> suspected) {
            this.verdict = verdict;
            this.rules = rules;
            this.powers = powers;
            this.standsInFor = standsInFor;
            this.seen = seen;
            this.suspected = suspected;
            this.ownName = words(verdict.actor().name());
        }

        @Override
        public boolean isAsSeen(long entryId, int version) {
            return seen.getOrDefault(entryId, version) == version;
        }

        @Override
        public int largeAbove() {
            return verdict.outcome() == Outcome.APPROVE ? rules.secondAbove() : 0;
        }

        @Override
        public Set<Long> standsInFor() {
            return standsInFor;
        }

        @Override
        public Stage stage(EntryDecisions.Case entry) {
            Why why = why(entry);
            whys.put(entry.entryId(), why);
            mandates.put(entry.entryId(), powers.mandateNo(entry.form()));
            return why == Why.ALONE ? Stage.HELD : Stage.PROPOSED;
        }

        private Why why(EntryDecisions.Case entry) {
            if (!powers.decidesAlone(entry.form())) {
                return Why.NO_MANDATE;
            }
            if (verdict.reasonCode().equals(FORGERY)) {
                return Why.FORGERY;
            }
            if (verdict.outcome() != Outcome.APPROVE) {
                return Why.ALONE;
            }
            if (suspected.contains(entry.entryId())) {
                return Why.SUSPECTED;
            }
            if (ownName.contains(words(entry.name()))) {
                return Why.OWN_NAME;
            }
            if (entry.largeList()) {
                return Why.LARGE_LIST;
            }
            return isDrawn("second-look", entry.entryId(), rules.secondPercent()) ? Why.SAMPLE : Why.ALONE;
        }

        /** The number of the document by which the judge decides alone on an entry that was judged; empty for none. */
        String mandateNo(long entryId) {
            return mandates.getOrDefault(entryId, "");
        }

        Map<Long, Why> whys() {
            return whys;
        }

        DeskRules rules() {
            return rules;
        }
    }

    private static String words(String name) {
        return " " + NameWords.alike(name.replaceAll("[\\p{P}\\p{S}]", " ")) + " ";
    }

    Judge judge(Verdict verdict, List<Long> entryIds) {
        return judge(verdict, entryIds, Map.of());
    }

    /** @param seen the versions that the judge saw, by entry; what is not in it may be as it is */
    Judge judge(Verdict verdict, List<Long> entryIds, Map<Long, Integer> seen) {
        Actor actor = verdict.actor();
        return new Judge(
                verdict,
                settings.of(actor.agencyId()),
                settings.powers(actor),
                delegations.standsInFor(actor),
                seen,
                verdict.outcome() == Outcome.APPROVE ? history.ofSuspected(entryIds) : Set.of());
    }

    /** By chance that nobody foresees, and the same whenever it is asked. */
    boolean isDrawn(String draw, long entryId, int percent) {
        byte[] hash = cipher.match(draw, String.valueOf(entryId));
        int number = (hash[0] & 0xFF) << 8 | hash[1] & 0xFF;
        return number % PERCENT < percent;
    }
}
