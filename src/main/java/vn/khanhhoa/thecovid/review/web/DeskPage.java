package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.DayFields;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.DeskRules;
import vn.khanhhoa.thecovid.review.DeskSettings;
import vn.khanhhoa.thecovid.review.Lending;
import vn.khanhhoa.thecovid.review.Mandate;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;

/** How the agency decides, and who may by which document. */
@Named
@RequestScoped
public class DeskPage {
    @Inject
    private DeskSettings settings;

    @Inject
    private Lending lending;

    @Inject
    private FormTemplates templates;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private @Nullable DeskRules rules;
    private int undoMinutes = -1;
    private int claimMinutes = -1;
    private int secondAbove = -1;
    private int secondPercent = -1;
    private int version = -1;
    private String officer = "";
    private String documentNo = "";
    private @Nullable LocalDate documentDate;
    private List<String> forms = List.of();
    private final DayFields days = new DayFields();

    private DeskRules known() {
        DeskRules known = rules;
        if (known == null) {
            known = settings.rules(actor.get());
            rules = known;
        }
        return known;
    }

    public void change() {
        settings.change(actor.get(), new DeskRules(undoMinutes, claimMinutes, secondAbove, secondPercent, version));
        messages.success("review.rules-changed");
        messages.go("/agency-head/desk");
    }

    public List<Mandate> getMandates() {
        return settings.mandates(actor.get());
    }

    public boolean ended(Mandate mandate) {
        return mandate.hasEnded(LocalDate.now(clock));
    }

    public List<AgencyStaff.Member> getOfficers() {
        return lending.crew(actor.get());
    }

    public String officerName(long accountId) {
        return getOfficers().stream()
                .filter(member -> member.accountId() == accountId)
                .findFirst()
                .map(AgencyStaff.Member::name)
                .orElse("–");
    }

    public void grant() {
        LocalDate today = LocalDate.now(clock);
        settings.grant(
                actor.get(),
                PublicId.parse(officer).orElse(null),
                documentNo,
                documentDate == null ? today : documentDate,
                days.first(today),
                days.getTo(),
                Set.copyOf(forms));
        messages.success("review.mandate-granted", documentNo.strip());
        messages.go("/agency-head/desk");
    }

    public void end() {
        settings.end(actor.get(), parameters.id("mandates:end"));
        messages.success("review.mandate-ended");
        messages.go("/agency-head/desk");
    }

    public int getUndoMinutes() {
        return undoMinutes < 0 ? known().undoMinutes() : undoMinutes;
    }

    public void setUndoMinutes(int undoMinutes) {
        this.undoMinutes = undoMinutes;
    }

    public int getClaimMinutes() {
        return claimMinutes < 0 ? known().claimMinutes() : claimMinutes;
    }

    public void setClaimMinutes(int claimMinutes) {
        this.claimMinutes = claimMinutes;
    }

    public int getSecondAbove() {
        return secondAbove < 0 ? known().secondAbove() : secondAbove;
    }

    public void setSecondAbove(int secondAbove) {
        this.secondAbove = secondAbove;
    }

    public int getSecondPercent() {
        return secondPercent < 0 ? known().secondPercent() : secondPercent;
    }

    public void setSecondPercent(int secondPercent) {
        this.secondPercent = secondPercent;
    }

    public int getVersion() {
        return version < 0 ? known().version() : version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getOfficer() {
        return officer;
    }

    public void setOfficer(@Nullable String officer) {
        this.officer = Objects.requireNonNullElse(officer, "");
    }

    public String getDocumentNo() {
        return documentNo;
    }

    public void setDocumentNo(@Nullable String documentNo) {
        this.documentNo = Objects.requireNonNullElse(documentNo, "");
    }

    public @Nullable LocalDate getDocumentDate() {
        return documentDate;
    }

    public void setDocumentDate(@Nullable LocalDate documentDate) {
        this.documentDate = documentDate;
    }

    public List<String> getForms() {
        return forms;
    }

    public void setForms(@Nullable List<String> forms) {
        this.forms = Objects.requireNonNullElse(forms, List.of());
    }

    public List<FormTemplates.Name> getAllForms() {
        return templates.names();
    }

    public String formsOf(Mandate mandate) {
        return String.join(", ", new TreeSet<>(mandate.forms()));
    }

    public DayFields getDays() {
        return days;
    }
}
