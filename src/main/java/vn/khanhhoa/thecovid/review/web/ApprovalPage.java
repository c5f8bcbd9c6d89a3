package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.Proposals;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One act of approval: how far it has come, and what is in it. */
@Named
@RequestScoped
public class ApprovalPage {
    private static final int PAGE = 100;

    @Inject
    private Proposals proposals;

    @Inject
    private Organisations organisations;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    public void load() {
        getApproval();
    }

    public Proposals.Approval getApproval() {
        return proposals.approval(actor.get(), getId());
    }

    public List<Proposals.Line> getLines() {
        return proposals.lines(actor.get(), getId(), getPaging().first(), PAGE);
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, getApproval().approved(), Map.of("id", getId().toString()));
    }

    public String organisationName(long id) {
        return organisations.view(id).name();
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
