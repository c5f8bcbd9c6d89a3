package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.registry.RegistrationReview;
import vn.khanhhoa.thecovid.registry.RegistrationView;
import vn.khanhhoa.thecovid.registry.WorkplaceView;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One version of a registration, as the agency reads and judges it. */
@Named
@RequestScoped
public class AgencyRegistrationPage {
    @Inject
    private RegistrationReview review;

    @Inject
    private Organisations organisations;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private PageMessages messages;

    @Inject
    private HttpServletRequest request;

    private @Nullable RegistrationView view;
    private int version = -1;
    private String reason = "";
    private String text = "";
    private String phone = "";

    private PublicId id() {
        String id = request.getParameter("id");
        return PublicId.parse(id == null ? "" : id).orElseThrow(NotFound::new);
    }

    public RegistrationView getView() {
        if (view == null) {
            view = review.view(actor.get(), id());
        }
        return view;
    }

    public List<WorkplaceView> getWorkplaces() {
        return organisations.workplaces(getView().organisationId()).stream()
                .filter(workplace -> !workplace.closed())
                .toList();
    }

    /** For the way to its people. */
    public PublicId getOrganisation() {
        return organisations.view(getView().organisationId()).publicId();
    }

    public List<SelectItem> getReasons() {
        return review.reasons(actor.get()).stream()
                .map(each -> new SelectItem(each.code(), each.code() + " " + language.of(each.nameVi(), each.nameEn())))
                .toList();
    }

    public String reasonText(String code) {
        return review.reasons(actor.get()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> language.of(each.textVi(), each.textEn()))
                .orElse(code);
    }

    public void showPhone() {
        phone = review.phone(actor.get(), id());
    }

    public void confirm() {
        review.confirm(actor.get(), id(), version);
        messages.success("registry.confirmed-now", getView().profile().name());
        messages.go("/agency/registrations");
    }

    public void giveBack() {
        review.giveBack(actor.get(), id(), version, reason, text);
        messages.success("registry.returned-now", getView().profile().name());
        messages.go("/agency/registrations");
    }

    public int getVersion() {
        return version < 0 ? getView().version() : version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getPhone() {
        return phone;
    }
}
