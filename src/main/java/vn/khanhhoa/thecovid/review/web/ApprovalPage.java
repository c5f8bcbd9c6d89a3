package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Approvals;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One act of approval: how far it has come, and what is in it. */
@Named
@RequestScoped
public class ApprovalPage {
    private static final int PAGE = 100;

    @Inject
    private Approvals approvals;

    @Inject
    private OrganisationNames names;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    public void load() {
        getApproval();
    }

    public Approvals.Approval getApproval() {
        return approvals.approval(actor.get(), getId());
    }

    public List<Approvals.Line> getLines() {
        return names.learn(
                approvals.lines(actor.get(), getId(), getPaging().first(), PAGE), Approvals.Line::organisationId);
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, getApproval().approved(), Map.of("id", getId().toString()));
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
