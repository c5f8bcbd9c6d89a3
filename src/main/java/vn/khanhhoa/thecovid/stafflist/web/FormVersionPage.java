package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.FormAbout;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDifference;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.stafflist.FormAdministration;
import vn.khanhhoa.thecovid.stafflist.FormVersion;

/** One version of a form: what it asks, and, as long as it is a draft, what can be done with it. */
@Named
@RequestScoped
public class FormVersionPage {
    @Inject
    private FormAdministration administration;

    @Inject
    private FormAddress address;

    @Inject
    private Parameters parameters;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private @Nullable FormVersion form;
    private int revision;
    private String nameVi = "";
    private String nameEn = "";
    private String descriptionVi = "";
    private String descriptionEn = "";
    private String routingVi = "";
    private String routingEn = "";
    private String[] types = {};
    private LocalDate from = LocalDate.EPOCH;

    @PostConstruct
    void read() {
        FormVersion stored = address.stored();
        form = stored;
        revision = stored.revision();
        FormAbout about = stored.template().about();
        nameVi = about.nameVi();
        nameEn = about.nameEn();
        descriptionVi = about.descriptionVi();
        descriptionEn = about.descriptionEn();
        routingVi = about.routingVi();
        routingEn = about.routingEn();
        types = about.organisationTypes().toArray(String[]::new);
        from = LocalDate.now(clock);
    }

    public void load() {
        getForm();
    }

    public void save() {
        FormAbout about =
                new FormAbout(nameVi, nameEn, descriptionVi, descriptionEn, routingVi, routingEn, Arrays.asList(types));
        administration.saveAbout(actor.get(), address.code(), address.version(), revision, about);
        messages.success("forms.saved");
        messages.go(FormAddress.page(address.code(), address.version()));
    }

    /** What is to be published from when, to be looked at once more. */
    public void ask() {
        messages.go(FormAddress.page(address.code(), address.version()) + "&from=" + from + "#publish");
    }

    private Optional<LocalDate> asked() {
        return DayText.read(parameters.text("from"));
    }

    public boolean isAsking() {
        return getForm().isDraft() && asked().isPresent();
    }

    public LocalDate getAskedDay() {
        return asked().orElseThrow();
    }

    public List<FormDifference> getAskedDifferences() {
        return administration.comparison(actor.get(), address.code(), address.version(), getAskedDay());
    }

    public void takeBack() {
        administration.takeBack(actor.get(), address.code(), address.version());
        messages.success("forms.taken-back", address.version());
        messages.go(FormAddress.page(address.code(), address.version()));
    }

    public boolean isComing() {
        return getForm().isComing(LocalDate.now(clock));
    }

    public void publish() {
        from = getAskedDay();
        administration.publish(actor.get(), address.code(), address.version(), revision, from);
        messages.success("forms.was-published", address.version(), formats.day(from));
        messages.go("/admin/form?code=" + address.code());
    }

    public void discard() {
        administration.discard(actor.get(), address.code(), address.version(), revision);
        messages.success("forms.discarded");
        messages.go("/admin/forms");
    }

    public FormVersion getForm() {
        FormVersion known = form;
        if (known == null) {
            known = address.stored();
            form = known;
        }
        return known;
    }

    public List<FormColumn> getAsked() {
        return getForm().template().definition().columns();
    }

    public List<FormColumn> getAskedOnce() {
        return getForm().template().definition().details();
    }

    /** Empty where there is nothing to compare with. */
    public Optional<FormVersion> getInForce() {
        return administration
                .inForce(actor.get(), address.code())
                .filter(current -> current.version() != address.version());
    }

    public boolean isComparable() {
        return getInForce().isPresent();
    }

    public int getInForceVersion() {
        return getInForce().map(FormVersion::version).orElse(0);
    }

    public List<FormDifference> getDifferences() {
        return administration.comparison(actor.get(), address.code(), address.version(), LocalDate.now(clock));
    }

    public List<SelectItem> getAllTypes() {
        return catalogue.organisationTypes(LocalDate.now(clock)).stream()
                .map(type -> new SelectItem(type.code(), language.of(type.nameVi(), type.nameEn())))
                .toList();
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(String nameVi) {
        this.nameVi = nameVi.strip();
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn.strip();
    }

    public String getDescriptionVi() {
        return descriptionVi;
    }

    public void setDescriptionVi(String descriptionVi) {
        this.descriptionVi = descriptionVi.strip();
    }

    public String getDescriptionEn() {
        return descriptionEn;
    }

    public void setDescriptionEn(String descriptionEn) {
        this.descriptionEn = descriptionEn.strip();
    }

    public String getRoutingVi() {
        return routingVi;
    }

    public void setRoutingVi(String routingVi) {
        this.routingVi = routingVi.strip();
    }

    public String getRoutingEn() {
        return routingEn;
    }

    public void setRoutingEn(String routingEn) {
        this.routingEn = routingEn.strip();
    }

    public String[] getTypes() {
        return types.clone();
    }

    public void setTypes(String[] types) {
        this.types = types.clone();
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }
}
