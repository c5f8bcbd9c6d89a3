package vn.khanhhoa.thecovid.card.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.card.CardAct;
import vn.khanhhoa.thecovid.card.CardBulks;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardFilter;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;

/** One card, what happened to it, and what may be done with it. */
@Named
@RequestScoped
public class CardPage {
    @Inject
    private CardControl control;

    @Inject
    private CardBulks bulks;

    @Inject
    private CardPrinting printing;

    @Inject
    private EntryReading entries;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private int version = -1;
    private String reason = "";
    private String renewalReason = "";
    private @Nullable LocalDate until;
    private @Nullable CardView card;

    public void load() {
        version = getCard().version();
    }

    public CardView getCard() {
        CardView known = card;
        if (known == null) {
            known = control.view(actor.get(), getId());
            card = known;
        }
        return known;
    }

    /** The entry that it was made for, in an address; empty for who may not see it. */
    public String getEntry() {
        if (!actor.get().may(Permission.REVIEW_ENTRIES)) {
            return "";
        }
        PublicId entry = entries.idsAt(actor.get(), List.of(getCard().entryId()))
                .get(getCard().entryId());
        return entry == null ? "" : entry.toString();
    }

    public List<String> getActivities() {
        return printing.activityNames(getCard(), language.getLocale());
    }

    public List<CardControl.PastState> getHistory() {
        return control.history(actor.get(), getId());
    }

    public void suspend() {
        control.suspend(actor.get(), getId(), version, reason);
        done("card.suspended", getId());
    }

    public void restore() {
        control.restore(actor.get(), getId(), version, reason);
        done("card.restored", getId());
    }

    public void revoke() {
        control.revoke(actor.get(), getId(), version, reason);
        done("card.revoked", getId());
    }

    public void reissue() {
        done("card.reissued", control.reissue(actor.get(), getId(), version, reason));
    }

    /** Looked through first, like any renewal. */
    public void renew() {
        CardFilter one = new CardFilter(getCard().number().toString(), "", Optional.empty());
        messages.go(
                "/health-office/card-bulk?id=" + bulks.prepare(actor.get(), one, CardAct.RENEW, renewalReason, until));
    }

    private void done(String key, PublicId shown) {
        messages.success(key);
        messages.go("/health-office/card?id=" + shown);
    }

    public PublicId getId() {
        return parameters.id("id");
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate day) {
        until = day;
    }

    public String getRenewalReason() {
        return renewalReason;
    }

    public void setRenewalReason(@Nullable String typed) {
        renewalReason = typed == null ? "" : typed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
