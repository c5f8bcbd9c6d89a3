package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.ContactLine;
import vn.khanhhoa.thecovid.verification.Contacts;
import vn.khanhhoa.thecovid.verification.TracingView;
import vn.khanhhoa.thecovid.verification.Tracings;

/** What was asked for of one person, and once it is approved, who was there too. */
@Named
@RequestScoped
public class TracingPage {
    private static final int PAGE = 50;

    @Inject
    private Tracings tracings;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private @Nullable TracingView tracing;
    private @Nullable Contacts contacts;
    private @Nullable Paging paging;
    private @Nullable List<ContactLine> lines;
    private int version = -1;
    private String word = "";

    public void load() {
        version = getTracing().version();
    }

    public TracingView getTracing() {
        TracingView known = tracing;
        if (known == null) {
            known = tracings.view(actor.get(), getId());
            tracing = known;
        }
        return known;
    }

    public boolean isToBeJudged() {
        return getTracing().isAsked() && !getTracing().own() && actor.get().may(Permission.APPROVE_CONTACTS);
    }

    public Contacts getContacts() {
        Contacts known = contacts;
        if (known == null) {
            known = tracings.contacts(actor.get(), getId());
            contacts = known;
        }
        return known;
    }

    public Paging getPaging() {
        Paging known = paging;
        if (known == null) {
            known = Paging.of(
                    parameters.page(), PAGE, getContacts().contacts().size(), Map.of("id", getId().toString()));
            paging = known;
        }
        return known;
    }

    public List<ContactLine> getLines() {
        List<ContactLine> known = lines;
        if (known == null) {
            List<Contacts.Contact> all = getContacts().contacts();
            int first = Math.min(getPaging().first(), all.size());
            known = tracings.lines(actor.get(), getId(), all.subList(first, Math.min(first + PAGE, all.size())));
            lines = known;
        }
        return known;
    }

    public void approve() {
        tracings.approve(actor.get(), getId(), version);
        done("verification.tracing-is-approved");
    }

    public void decline() {
        tracings.decline(actor.get(), getId(), version, word);
        done("verification.tracing-is-declined");
    }

    private void done(String key) {
        messages.success(key);
        messages.go("/health-office/tracing?id=" + getId());
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

    public String getWord() {
        return word;
    }

    public void setWord(@Nullable String typed) {
        word = typed == null ? "" : typed;
    }
}
