package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.CallingBack;
import vn.khanhhoa.thecovid.review.DeskSettings;
import vn.khanhhoa.thecovid.review.ListForwarding;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;

/** An entry or a list that goes to another agency: how much went, what stays and why, what can be called back and what not. */
@Named
@RequestScoped
public class ForwardingPage {
    static final String PAGE = "/agency/forwarding?id=";
    private static final int SIZE = 50;

    @Inject
    private ListForwarding forwarding;

    @Inject
    private Language language;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private CallingBack callingBack;

    @Inject
    private DeskSettings settings;

    @Inject
    private PageMessages messages;

    private String reason = "";
    private ListForwarding.@Nullable Progress progress;
    private CallingBack.@Nullable Standing standing;
    private @Nullable List<EntryForwarding.Kept> kept;

    public void load() {
        getProgress();
    }

    public ListForwarding.Progress getProgress() {
        ListForwarding.Progress known = progress;
        if (known == null) {
            known = forwarding.progress(actor.get(), getId());
            progress = known;
        }
        return known;
    }

    /** What can be called back, and whom to ask for the rest. */
    public CallingBack.Standing getStanding() {
        CallingBack.Standing known = standing;
        if (known == null) {
            known = callingBack.standing(actor.get(), getId());
            standing = known;
        }
        return known;
    }

    public String getHeads() {
        return String.join(", ", getStanding().heads());
    }

    /** A button that was shown is heard, also where it is too late by now. */
    public boolean isHeard() {
        return messages.isHearing();
    }

    public void callBack() {
        callingBack.callBack(actor.get(), getId(), reason);
        messages.go(PAGE + getId());
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    public List<ListForwarding.Left> getLeft() {
        return forwarding.left(actor.get(), getId(), getPaging().first(), SIZE);
    }

    /** What cannot be called back: that page of it which goes with the page of what was left out. */
    public List<EntryForwarding.Kept> getKept() {
        List<EntryForwarding.Kept> all = allKept();
        int first = Math.min(getPaging().first(), all.size());
        return all.subList(first, Math.min(all.size(), first + SIZE));
    }

    private List<EntryForwarding.Kept> allKept() {
        List<EntryForwarding.Kept> known = kept;
        if (known == null) {
            known = getStanding().isRest() ? callingBack.kept(actor.get(), getId()) : List.of();
            kept = known;
        }
        return known;
    }

    public Paging getPaging() {
        return Paging.of(
                parameters.page(),
                SIZE,
                Math.max(getProgress().leftOut(), allKept().size()),
                Map.of("id", getId().toString()));
    }

    /** For how long what is passed on can be called back. */
    public int getMinutes() {
        return settings.rules(actor.get()).undoMinutes();
    }

    /** Why an entry stays. */
    public String reason(String code) {
        return language.text(code, EntryForwarding.MOST);
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
