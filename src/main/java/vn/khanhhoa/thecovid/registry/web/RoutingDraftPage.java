package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.RoutingDraft;
import vn.khanhhoa.thecovid.registry.RoutingDrafts;
import vn.khanhhoa.thecovid.shared.NotFound;

/** The draft of the rules of routing, in their order. */
@Named
@RequestScoped
public class RoutingDraftPage {
    private static final String PAGE = "/admin/routing-draft";

    @Inject
    private RoutingDrafts drafts;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    private @Nullable RoutingDraft draft;
    private int revision = -1;

    public void load() {
        getDraft();
    }

    public RoutingDraft getDraft() {
        RoutingDraft known = draft;
        if (known == null) {
            known = drafts.current(actor.get()).orElseThrow(NotFound::new);
            draft = known;
        }
        return known;
    }

    /** The button of a rule, which says which rule it is. */
    public void act() {
        move(parameters.text("up"), true);
        move(parameters.text("down"), false);
    }

    private void move(String id, boolean up) {
        if (id.matches("\\d{1,18}")) {
            drafts.move(actor.get(), revision, Long.parseLong(id), up);
            messages.go(PAGE + "#rule-" + id);
        }
    }

    public void discard() {
        drafts.discard(actor.get(), revision);
        messages.success("registry.draft-discarded");
        messages.go("/admin/routing");
    }

    public int getRevision() {
        return revision < 0 ? getDraft().revision() : revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }
}
