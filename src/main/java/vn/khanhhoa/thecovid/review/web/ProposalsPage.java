package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.review.Approvals;
import vn.khanhhoa.thecovid.review.Proposals;

/** Batches that wait for the approver, and what was approved before. */
@Named
@RequestScoped
public class ProposalsPage {
    private static final int SHOWN = 50;

    @Inject
    private Proposals proposals;

    @Inject
    private Approvals approvals;

    @Inject
    private CurrentActor actor;

    public List<Proposals.Batch> getBatches() {
        return proposals.batches(actor.get());
    }

    public List<Approvals.Approval> getApprovals() {
        return approvals.approvals(actor.get(), 0, SHOWN);
    }
}
