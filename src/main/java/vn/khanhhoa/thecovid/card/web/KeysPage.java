package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.KeyKeeping;
import vn.khanhhoa.thecovid.card.KeyRequest;
import vn.khanhhoa.thecovid.card.KeyView;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;

/** The keys that sign cards, and what waits for a second person. */
@Named
@RequestScoped
public class KeysPage {
    @Inject
    private KeyKeeping keeping;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private String reason = "";
    private @Nullable List<KeyView> keys;
    private @Nullable List<KeyRequest> waiting;

    public List<KeyView> getKeys() {
        List<KeyView> known = keys;
        if (known == null) {
            known = keeping.all(actor.get());
            keys = known;
        }
        return known;
    }

    public List<KeyRequest> getWaiting() {
        List<KeyRequest> known = waiting;
        if (known == null) {
            known = keeping.waiting(actor.get());
            waiting = known;
        }
        return known;
    }

    public boolean isInToken() {
        return keeping.makesInToken(actor.get());
    }

    public void ask() {
        keeping.askForNew(actor.get(), reason);
        done("card.key-asked-done");
    }

    public void approve() {
        keeping.approve(actor.get(), parameters.id("form:approve"));
        done("card.key-approved-done");
    }

    public void decline() {
        keeping.decline(actor.get(), parameters.id("form:decline"));
        done("card.key-declined-done");
    }

    private void done(String key) {
        messages.success(key);
        messages.go("/admin/keys");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String typed) {
        reason = typed == null ? "" : typed;
    }
}
