package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.Lending;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;

/** Whose desk the reader sits at, and the others where they may help. */
@Named("deskStrip")
@RequestScoped
public class DeskStrip {
    @Inject
    private Lending lending;

    @Inject
    private EntryQueue queue;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    public boolean isLent() {
        Actor reader = actor.get();
        return reader.agencyId() != reader.homeAgencyId();
    }

    /** But for the one where they sit. */
    public List<Lending.Loan> getDesks() {
        return actor.get().may(Permission.REVIEW_ENTRIES)
                ? lending.desks(actor.get()).stream()
                        .filter(desk -> desk.borrowerId() != actor.get().agencyId())
                        .toList()
                : List.of();
    }

    public EntryQueue.Count pending(Lending.Loan desk) {
        return queue.count(actor.get().lentTo(desk.borrowerId()), QueueFilter.ALL);
    }

    public String agencyName(long id) {
        return catalogue.agency(id).map(AgencyView::name).orElse("");
    }

    public void sit() {
        actor.sitAt(lending.desk(actor.get(), parameters.id("desks:sit")).borrowerId());
        messages.go("/agency/review-queue");
    }

    public void goHome() {
        actor.sitAtOwnDesk();
        messages.go("/agency/home");
    }
}
