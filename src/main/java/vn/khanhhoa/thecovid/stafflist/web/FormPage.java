package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.stafflist.FormAdministration;
import vn.khanhhoa.thecovid.stafflist.FormVersion;

@Named
@RequestScoped
public class FormPage {
    @Inject
    private FormAdministration administration;

    @Inject
    private FormAddress address;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private @Nullable List<FormVersion> versions;
    /** The version that a new draft is at first the same as; 0 for the one in force. */
    private int from;

    public void load() {
        getVersions();
    }

    public void beginDraft() {
        int version = administration.beginDraft(actor.get(), address.code(), from);
        messages.success("forms.draft-begun", version);
        messages.go(FormAddress.page(address.code(), version));
    }

    public List<FormVersion> getVersions() {
        List<FormVersion> known = versions;
        if (known == null) {
            known = administration.versions(actor.get(), address.code());
            versions = known;
        }
        return known;
    }

    public FormVersion getNewest() {
        return getVersions().get(0);
    }

    /** 0 where none has begun. */
    public int getInForce() {
        return administration
                .inForce(actor.get(), address.code())
                .map(FormVersion::version)
                .orElse(0);
    }

    public boolean isDrafted() {
        return getNewest().isDraft();
    }

    public String getCode() {
        return address.code();
    }

    public int getFrom() {
        return from == 0 ? Math.max(1, getInForce()) : from;
    }

    public void setFrom(int from) {
        this.from = from;
    }
}
