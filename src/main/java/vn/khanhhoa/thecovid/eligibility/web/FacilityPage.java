package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.FacilityForm;
import vn.khanhhoa.thecovid.eligibility.FacilityKind;
import vn.khanhhoa.thecovid.eligibility.FacilityView;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The form of one facility of a source; without an id in the address, of a new one. */
@Named
@RequestScoped
public class FacilityPage {
    @Inject
    private SourceKeeping keeping;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private @Nullable SourceView source;
    private Optional<FacilityView> existing = Optional.empty();
    private int version;
    private String code = "";
    private String name = "";
    private String kind = "";
    private long areaId;
    private boolean feeCharging;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    @PostConstruct
    void read() {
        SourceView read = keeping.source(actor.get(), parameters.id("source"));
        source = read;
        kind = read.kind().usualFacility().name();
        from = LocalDate.now(clock);
        if (getId().isEmpty()) {
            return;
        }
        FacilityView facility = keeping.facility(actor.get(), read.publicId(), parameters.id("id"));
        existing = Optional.of(facility);
        version = facility.version();
        code = facility.code();
        name = facility.name();
        kind = facility.about().kind().name();
        areaId = facility.about().areaId();
        feeCharging = facility.about().feeCharging();
        from = facility.about().from();
        to = facility.about().to();
    }

    public void load() {
        getSource();
    }

    public SourceView getSource() {
        return Objects.requireNonNull(source);
    }

    public String getId() {
        return parameters.text("id");
    }

    public void save() {
        FacilityForm form = new FacilityForm(
                code,
                name,
                FacilityKind.valueOf(kind),
                areaId,
                feeCharging,
                Objects.requireNonNullElseGet(from, () -> LocalDate.now(clock)),
                to);
        PublicId sourceId = getSource().publicId();
        if (existing.isPresent()) {
            keeping.changeFacility(actor.get(), sourceId, existing.get().publicId(), version, form);
        } else {
            keeping.addFacility(actor.get(), sourceId, form);
        }
        messages.success("eligibility.facility.saved", name);
        messages.go("/health-data/source?id=" + sourceId + "#facilities");
    }

    public List<SelectItem> getKinds() {
        return Arrays.stream(FacilityKind.values())
                .map(each -> new SelectItem(each.name(), language.text(each.key())))
                .toList();
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

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public long getAreaId() {
        return areaId;
    }

    public void setAreaId(long areaId) {
        this.areaId = areaId;
    }

    public boolean isFeeCharging() {
        return feeCharging;
    }

    public void setFeeCharging(boolean feeCharging) {
        this.feeCharging = feeCharging;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
