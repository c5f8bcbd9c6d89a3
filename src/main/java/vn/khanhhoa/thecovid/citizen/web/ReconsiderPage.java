package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.citizen.Reconsidering;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Others;
import vn.khanhhoa.thecovid.shared.NotFound;

/** A person asks for a refusal to be looked at again. */
@Named
@RequestScoped
public class ReconsiderPage {
    @Inject
    private Reconsidering reconsidering;

    @Inject
    private OpenedEntries opened;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private String why = "";

    public void load() {
        if (!reconsidering.mayAsk(entry())) {
            throw new NotFound();
        }
    }

    public void ask() {
        Others.Went went = reconsidering.ask(entry(), why);
        messages.success(went.key(), went.told());
        messages.go("/citizen/status?view=" + getView());
    }

    private long entry() {
        return opened.find(getView()).orElseThrow(NotFound::new);
    }

    public String getView() {
        return parameters.text("view");
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = Objects.requireNonNullElse(why, "");
    }
}
