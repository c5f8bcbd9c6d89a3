package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Undoing;

/** One's own verdicts that have no effect yet. */
@Named
@RequestScoped
public class VerdictsPage {
    private static final int PAGE = 50;

    @Inject
    private Undoing undoing;

    @Inject
    private OrganisationNames names;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    public List<Undoing.Own> getRows() {
        return names.learn(undoing.own(actor.get(), getPaging().first(), PAGE), Undoing.Own::organisationId);
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, undoing.countOwn(actor.get()), Map.of());
    }

    /** A button that was shown is heard, also where nothing is left by now. */
    public boolean isHeard() {
        return messages.isHearing();
    }

    public void undo() {
        say(undoing.undo(actor.get(), parameters.id("form:undo")), "review.undone");
    }

    public void atOnce() {
        say(undoing.atOnce(actor.get(), parameters.id("form:now")), "review.effective-now");
    }

    private void say(boolean done, String success) {
        if (done) {
            messages.success(success);
        } else {
            messages.error("review.too-late");
        }
        messages.go("/agency/verdicts");
    }
}
