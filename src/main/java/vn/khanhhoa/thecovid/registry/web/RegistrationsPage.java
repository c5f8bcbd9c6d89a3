package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.ClaimHandling;
import vn.khanhhoa.thecovid.registry.ClaimView;
import vn.khanhhoa.thecovid.registry.RegistrationReview;
import vn.khanhhoa.thecovid.registry.RegistrationRow;

/** An agency's registrations, and the claims that it has to look into. */
@Named
@RequestScoped
public class RegistrationsPage {
    private static final int PAGE_SIZE = 25;
    private static final String JUDGED = "judged";

    @Inject
    private RegistrationReview review;

    @Inject
    private ClaimHandling claims;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private String text = "";
    private String show = "";
    private int page = 1;
    private @Nullable Paging paging;

    private RegistrationReview.Filter filter() {
        return new RegistrationReview.Filter(text, show.equals(JUDGED));
    }

    public Paging getPaging() {
        if (paging == null) {
            paging =
                    Paging.of(page, PAGE_SIZE, review.count(actor.get(), filter()), Map.of("text", text, "show", show));
        }
        return paging;
    }

    public List<RegistrationRow> getRows() {
        return review.rows(actor.get(), filter(), getPaging().first(), PAGE_SIZE);
    }

    public List<ClaimView> getClaims() {
        return claims.open(actor.get());
    }

    public void accept() {
        claims.accept(actor.get(), parameters.id("claiming:accept"));
        messages.success("registry.claim-accepted");
        messages.go("/agency/registrations");
    }

    public void close() {
        claims.close(actor.get(), parameters.id("claiming:close"));
        messages.success("registry.claim-closed-now");
        messages.go("/agency/registrations");
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public String getShow() {
        return show;
    }

    public void setShow(@Nullable String show) {
        this.show = show == null ? "" : show;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
