package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Others;
import vn.khanhhoa.thecovid.review.Reopening;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;

/** The organisation asks for a refusal to be looked at again. */
@Named
@RequestScoped
public class ReconsiderationPage {
    @Inject
    private Reopening reopening;

    @Inject
    private EntryReading reading;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    private String why = "";

    public void load() {
        if (!reopening.mayAsk(actor.get(), getId())) {
            throw new NotFound();
        }
    }

    public void ask() {
        Others.Went went = reopening.reconsider(actor.get(), getId(), why);
        messages.success(went.key(), went.told());
        messages.go("/organisation/entry?id=" + getId());
    }

    public String getName() {
        return reading.own(actor.get(), getId()).name();
    }

    public PublicId getId() {
        return parameters.id("id");
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = Objects.requireNonNullElse(why, "");
    }
}
