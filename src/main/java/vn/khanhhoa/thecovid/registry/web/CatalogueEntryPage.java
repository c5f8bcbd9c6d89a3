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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.ActivityAudience;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.CatalogueAdministration;
import vn.khanhhoa.thecovid.registry.CatalogueEntry;
import vn.khanhhoa.thecovid.registry.CatalogueKind;
import vn.khanhhoa.thecovid.registry.IdentifierKind;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The form of one row of the catalogue; without an id in the address, of a new one. */
@Named
@RequestScoped
public class CatalogueEntryPage {
    private static final List<String> AGENCY_KINDS = List.of(
            "UBND_TINH",
            "UBND_HUYEN",
            "UBND_XA",
            "SO",
            "PHONG_Y_TE",
            "PHONG_KINH_TE",
            "PHONG_GDDT",
            "PHONG_LDTBXH",
            "PHONG_VHTT",
            "PHONG_QLDT",
            "BQL",
            "CONG_AN",
            "LLVT",
            "Y_TE",
            "NGANH_DOC",
            "DOAN_THE",
            "DOANH_NGHIEP_VT",
            "BAN_CHI_DAO",
            "TO_CONG_TAC");

    @Inject
    private CatalogueAdministration administration;

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
    private String code = "";
    private String nameVi = "";
    private String nameEn = "";
    private String type = "";
    private long areaId;
    private String hotline = "";
    private String email = "";
    private LocalDate validFrom = LocalDate.EPOCH;
    private @Nullable LocalDate validTo;
    private @Nullable LocalDate lastDayBefore;
    private long successorId;

    @PostConstruct
    void read() {
        validFrom = LocalDate.now(clock);
        if (getId() != 0) {
            CatalogueEntry entry = administration.entry(actor.get(), getKind(), getId());
            version = entry.version();
            code = entry.code();
            nameVi = entry.nameVi();
            nameEn = entry.nameEn();
            type = entry.kind();
            areaId = entry.areaId();
            hotline = entry.hotline();
            email = entry.email();
            validFrom = entry.validFrom();
            validTo = entry.validTo();
            lastDayBefore = validTo;
            successorId = entry.successorId();
        }
    }

    public CatalogueKind getKind() {
        String kind = request.getParameter("kind");
        return Arrays.stream(CatalogueKind.values())
                .filter(each -> each.name().equals(kind) && each != CatalogueKind.ROUTING)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public long getId() {
        String id = request.getParameter("id");
        return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    /** What the kind of a row can be; empty for parts that have none. */
    public List<SelectItem> getTypes() {
        return switch (getKind()) {
            case AREAS ->
                items("registry.level.", Arrays.stream(AreaLevel.values()).map(AreaLevel::name));
            case AGENCIES -> items("registry.kind.", AGENCY_KINDS.stream());
            case TYPES ->
                items(
                        "registry.identifier.",
                        Arrays.stream(IdentifierKind.values()).map(IdentifierKind::name));
            case ACTIVITIES ->
                items(
                        "registry.audience.",
                        Arrays.stream(ActivityAudience.values()).map(ActivityAudience::name));
            default -> List.of();
        };
    }

    private List<SelectItem> items(String prefix, Stream<String> codes) {
        return codes.map(each -> new SelectItem(each, language.text(prefix + each)))
                .toList();
    }

    /** What a row once was, it stays; an activity may be opened to everybody, or not any more. */
    public boolean isTypeFixed() {
        return getId() != 0 && getKind() != CatalogueKind.ACTIVITIES;
    }

    public boolean isBilingual() {
        return switch (getKind()) {
            case SECTORS, ACTIVITIES, TYPES -> true;
            default -> false;
        };
    }

    /** Areas and agencies lie in an area and can be followed by another. */
    public boolean isPlaced() {
        return getKind() == CatalogueKind.AREAS || getKind() == CatalogueKind.AGENCIES;
    }

    public boolean isAgency() {
        return getKind() == CatalogueKind.AGENCIES;
    }

    /** Of an agency that is in force, whose working time can be edited; empty for others. */
    public String getCalendarId() {
        return isAgency()
                ? catalogue.agencies(LocalDate.now(clock)).stream()
                        .filter(agency -> agency.id() == getId())
                        .map(agency -> agency.publicId().toString())
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** Of an agency that has a last day, whose open work goes elsewhere; empty for others. */
    public String getEndedId() {
        return isAgency() && getId() != 0 && validTo != null
                ? catalogue
                        .agency(getId())
                        .map(agency -> agency.publicId().toString())
                        .orElse("")
                : "";
    }

    public List<SelectItem> getAreas() {
        return choices(CatalogueKind.AREAS);
    }

    public List<SelectItem> getSuccessors() {
        return choices(getKind());
    }

    private List<SelectItem> choices(CatalogueKind kind) {
        return administration.entries(actor.get(), kind, "").stream()
                .filter(entry -> entry.id() != getId())
                .map(entry -> new SelectItem(entry.id(), entry.code() + " " + entry.nameVi()))
                .toList();
    }

    public void save() {
        if (!getTypes().isEmpty() && type.isEmpty()) {
            throw new RuleViolation("registry.entry-incomplete");
        }
        administration.save(
                actor.get(),
                getKind(),
                new CatalogueEntry(
                        getId(),
                        version,
                        code,
                        nameVi,
                        nameEn,
                        type,
                        areaId,
                        hotline,
                        email,
                        validFrom,
                        validTo,
                        successorId));
        messages.success("registry.entry-stored");
        // Whoever ends an agency sees at once what is left there, and which rules still name it.
        messages.go(
                getEndedId().isEmpty() || Objects.equals(validTo, lastDayBefore)
                        ? "/admin/catalogue?kind=" + getKind()
                        : "/admin/ended-agency?agency=" + getEndedId());
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code.strip();
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

    public String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type == null ? "" : type.strip();
    }

    public long getAreaId() {
        return areaId;
    }

    public void setAreaId(long areaId) {
        this.areaId = areaId;
    }

    public String getHotline() {
        return hotline;
    }

    public void setHotline(@Nullable String hotline) {
        this.hotline = hotline == null ? "" : hotline.strip();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email.strip();
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

    public long getSuccessorId() {
        return successorId;
    }

    public void setSuccessorId(long successorId) {
        this.successorId = successorId;
    }
}
