package vn.khanhhoa.thecovid.registry.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.RoutingDraft;
import vn.khanhhoa.thecovid.registry.RoutingDrafts;
import vn.khanhhoa.thecovid.registry.RoutingRuleView;
import vn.khanhhoa.thecovid.registry.RoutingRuleView.Target;
import vn.khanhhoa.thecovid.registry.RoutingRuleView.TargetArea;

/** The form of one rule of the draft; without an id in the address, of a new one. */
@Named
@RequestScoped
public class RoutingRulePage {
    @Inject
    private RoutingDrafts drafts;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    @Inject
    private PageMessages messages;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private int version;
    private int position;
    private String nameVi = "";
    private String nameEn = "";
    private String templates = "";
    private String organisationTypes = "";
    private String sectors = "";
    private String areas = "";
    private String zone = "";
    private int maxHeadcount;
    private boolean manyDistricts;
    private Target target = Target.AGENCY;
    private String targetAgency = "";
    private String targetKind = "";
    private TargetArea targetArea = TargetArea.NONE;
    private boolean ownPeople;
    private int hours = 24;
    private boolean workingHours;
    private LocalDate validFrom = LocalDate.EPOCH;
    private @Nullable LocalDate validTo;

    @PostConstruct
    void read() {
        validFrom = LocalDate.now(clock);
        if (getId() != 0) {
            RoutingDraft.Line line = drafts.line(actor.get(), getId());
            RoutingRuleView rule = line.rule();
            version = line.version();
            position = rule.position();
            nameVi = rule.nameVi();
            nameEn = rule.nameEn();
            templates = rule.templates();
            organisationTypes = rule.organisationTypes();
            sectors = rule.sectors();
            areas = rule.areas();
            zone = rule.zone();
            maxHeadcount = rule.maxHeadcount();
            manyDistricts = rule.manyDistricts();
            target = rule.target();
            targetAgency = rule.targetAgency();
            targetKind = rule.targetKind();
            targetArea = rule.targetArea();
            ownPeople = rule.ownPeople();
            hours = rule.hours();
            workingHours = rule.workingHours();
            validFrom = rule.validFrom();
            validTo = rule.validTo();
        }
    }

    public long getId() {
        String id = request.getParameter("id");
        return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    public List<SelectItem> getTargets() {
        return Arrays.stream(Target.values())
                .map(each -> new SelectItem(each, language.text("registry.target." + each)))
                .toList();
    }

    public List<SelectItem> getTargetAreas() {
        return Arrays.stream(TargetArea.values())
                .filter(each -> each != TargetArea.NONE)
                .map(each -> new SelectItem(each, language.text("registry.whose." + each)))
                .toList();
    }

    public List<SelectItem> getAgencies() {
        return catalogue.agencies(LocalDate.now(clock)).stream()
                .map(agency -> new SelectItem(agency.code(), agency.code() + " " + agency.name()))
                .toList();
    }

    public List<SelectItem> getKinds() {
        return catalogue.agencies(LocalDate.now(clock)).stream()
                .map(AgencyView::kind)
                .distinct()
                .map(each -> new SelectItem(each, language.text("registry.kind." + each)))
                .toList();
    }

    public void save() {
        drafts.save(
                actor.get(),
                new RoutingRuleView(
                        getId(),
                        position,
                        nameVi,
                        nameEn,
                        templates,
                        organisationTypes,
                        sectors,
                        areas,
                        zone,
                        maxHeadcount,
                        manyDistricts,
                        target,
                        target == Target.AGENCY ? targetAgency : "",
                        target == Target.AREA ? targetKind : "",
                        target == Target.AREA ? targetArea : TargetArea.NONE,
                        ownPeople,
                        hours,
                        workingHours,
                        validFrom,
                        validTo),
                version);
        messages.success("registry.rule-stored");
        messages.go("/admin/routing-draft");
    }

    public void remove() {
        drafts.remove(actor.get(), getId());
        messages.success("registry.rule-removed");
        messages.go("/admin/routing-draft");
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(@Nullable String nameVi) {
        this.nameVi = nameVi == null ? "" : nameVi.strip();
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn == null ? "" : nameEn.strip();
    }

    public String getTemplates() {
        return templates;
    }

    public void setTemplates(@Nullable String templates) {
        this.templates = templates == null ? "" : templates.strip();
    }

    public String getOrganisationTypes() {
        return organisationTypes;
    }

    public void setOrganisationTypes(@Nullable String organisationTypes) {
        this.organisationTypes = organisationTypes == null ? "" : organisationTypes.strip();
    }

    public String getSectors() {
        return sectors;
    }

    public void setSectors(@Nullable String sectors) {
        this.sectors = sectors == null ? "" : sectors.strip();
    }

    public String getAreas() {
        return areas;
    }

    public void setAreas(@Nullable String areas) {
        this.areas = areas == null ? "" : areas.strip();
    }

    public String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone == null ? "" : zone.strip();
    }

    public int getMaxHeadcount() {
        return maxHeadcount;
    }

    public void setMaxHeadcount(int maxHeadcount) {
        this.maxHeadcount = maxHeadcount;
    }

    public boolean isManyDistricts() {
        return manyDistricts;
    }

    public void setManyDistricts(boolean manyDistricts) {
        this.manyDistricts = manyDistricts;
    }

    public Target getTarget() {
        return target;
    }

    public void setTarget(Target target) {
        this.target = target;
    }

    public String getTargetAgency() {
        return targetAgency;
    }

    public void setTargetAgency(@Nullable String targetAgency) {
        this.targetAgency = targetAgency == null ? "" : targetAgency.strip();
    }

    public String getTargetKind() {
        return targetKind;
    }

    public void setTargetKind(@Nullable String targetKind) {
        this.targetKind = targetKind == null ? "" : targetKind.strip();
    }

    public TargetArea getTargetArea() {
        return targetArea;
    }

    public void setTargetArea(@Nullable TargetArea targetArea) {
        this.targetArea = targetArea == null ? TargetArea.NONE : targetArea;
    }

    public boolean isOwnPeople() {
        return ownPeople;
    }

    public void setOwnPeople(boolean ownPeople) {
        this.ownPeople = ownPeople;
    }

    public boolean isWorkingHours() {
        return workingHours;
    }

    public void setWorkingHours(boolean workingHours) {
        this.workingHours = workingHours;
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(@Nullable LocalDate validTo) {
        this.validTo = validTo;
    }
}
