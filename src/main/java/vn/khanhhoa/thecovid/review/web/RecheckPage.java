package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.Others;
import vn.khanhhoa.thecovid.review.Rechecks;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A month's drawing of one agency: each entry is confirmed or reopened. */
@Named
@RequestScoped
public class RecheckPage {
    @Inject
    private Rechecks rechecks;

    @Inject
    private OrganisationNames names;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private CurrentActor actor;

    private String remark = "";
    private Rechecks.@Nullable Drawing drawing;
    private @Nullable List<Rechecks.Drawn> entries;

    public void load() {
        getDrawing();
    }

    public Rechecks.Drawing getDrawing() {
        Rechecks.Drawing known = drawing;
        if (known == null) {
            known = rechecks.drawing(actor.get(), getId());
            drawing = known;
        }
        return known;
    }

    public List<Rechecks.Drawn> getEntries() {
        List<Rechecks.Drawn> known = entries;
        if (known == null) {
            known = names.learn(rechecks.entries(actor.get(), getId()), Rechecks.Drawn::organisationId);
            entries = known;
        }
        return known;
    }

    public String agencyName(long id) {
        return catalogue.agency(id).map(AgencyView::name).orElse("");
    }

    public void confirm() {
        rechecks.confirm(actor.get(), getId(), parameters.id("form:confirm"));
        messages.success("review.recheck-confirmed");
        back();
    }

    public void reopen() {
        Others.Went went = rechecks.reopen(actor.get(), getId(), parameters.id("form:reopen"), remark);
        if (went.by() == Others.By.ANOTHER_AGENCY) {
            messages.success("review.recheck-reopened-above", agencyName(went.agencyId()));
        } else {
            messages.success("review.recheck-reopened");
        }
        back();
    }

    private void back() {
        messages.go("/agency-head/recheck?id=" + getId());
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(@Nullable String remark) {
        this.remark = Objects.requireNonNullElse(remark, "");
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
