package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.card.KeyAct;
import vn.khanhhoa.thecovid.card.KeyKeeping;
import vn.khanhhoa.thecovid.card.KeyRequest;
import vn.khanhhoa.thecovid.card.KeyView;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One key that signs cards: what it signed, what was asked of it and what can be. */
@Named
@RequestScoped
public class KeyPage {
    @Inject
    private KeyKeeping keeping;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private String reason = "";
    private @Nullable LocalDateTime from;
    private @Nullable KeyView key;
    private @Nullable List<KeyRequest> history;

    public void load() {
        getKey();
    }

    public KeyView getKey() {
        KeyView known = key;
        if (known == null) {
            known = keeping.view(actor.get(), getId());
            key = known;
        }
        return known;
    }

    public List<KeyRequest> getHistory() {
        List<KeyRequest> known = history;
        if (known == null) {
            known = keeping.history(actor.get(), getId());
            history = known;
        }
        return known;
    }

    /** Whether something asked of it is not decided yet: until then nothing else can be asked. */
    public boolean isWaiting() {
        return getHistory().stream().anyMatch(KeyRequest::isOpen);
    }

    /** @param act name of one */
    public boolean may(String act) {
        return !isWaiting() && KeyAct.valueOf(act).fits(getKey().state());
    }

    public void activate() {
        ask(KeyAct.ACTIVATE);
    }

    public void retire() {
        ask(KeyAct.RETIRE);
    }

    public void compromise() {
        ask(KeyAct.COMPROMISE);
    }

    private void ask(KeyAct act) {
        Instant at = from == null ? null : from.atZone(PortalClock.ZONE).toInstant();
        keeping.ask(actor.get(), getId(), act, at, reason);
        messages.success("card.key-asked-done");
        messages.go("/admin/key?id=" + getId());
    }

    public PublicId getId() {
        return parameters.id("id");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String typed) {
        reason = typed == null ? "" : typed;
    }

    public @Nullable LocalDateTime getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDateTime from) {
        this.from = from;
    }
}
