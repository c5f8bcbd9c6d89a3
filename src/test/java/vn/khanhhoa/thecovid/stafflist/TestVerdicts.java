package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Verdicts that take effect at once. */
@ApplicationScoped
public class TestVerdicts {
    @Inject
    private EntryDecisions decisions;

    @Transactional
    public EntryDecisions.Result decideMany(Actor actor, List<Long> ids, Verdict verdict) {
        EntryDecisions.Result judged = decisions.judgeMany(actor, ids, verdict, any -> Stage.HELD);
        decisions.carryOut(Actor.PORTAL, judged.decided(), verdict);
        return judged;
    }

    @Transactional
    public void decide(Actor actor, PublicId id, int version, Verdict verdict) {
        long entry = decisions.judge(actor, id, version, verdict, any -> Stage.HELD);
        decisions.carryOut(Actor.PORTAL, List.of(entry), verdict);
    }
}
