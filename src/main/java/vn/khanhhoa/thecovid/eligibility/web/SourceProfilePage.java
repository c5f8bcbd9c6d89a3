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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.SourceForm;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The form of one source; without an id in the address, of a new one. */
@Named
@RequestScoped
public class SourceProfilePage {
    /** Kinds of agencies that may own a source. */
    private static final Set<String> OWNERS = Set.of("SO", "Y_TE", "PHONG_Y_TE");

    @Inject
    private SourceKeeping keeping;

    @Inject
    private Catalogue catalogue;

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

    private Optional<SourceView> existing = Optional.empty();
    private int version;
    private String code = "";
    private String kind = SourceKind.VACCINATION.name();
    private String nameVi = "";
    private String nameEn = "";
    private long agencyId;
    private @Nullable Integer eventHours;
    private @Nullable Integer resultHours;
    private @Nullable LocalDate countedFrom;
    private int paperDays;
    private int answerHours;

    @PostConstruct
    void read() {
        if (getId().isEmpty()) {
            return;
        }
        SourceView source = keeping.source(actor.get(), parameters.id("id"));
        existing = Optional.of(source);
        version = source.version();
        code = source.code();
        kind = source.kind().name();
        nameVi = source.about().nameVi();
        nameEn = source.about().nameEn();
        agencyId = source.about().agencyId();
        eventHours = source.about().eventHours();
        resultHours = source.about().resultHours();
        countedFrom = source.about().countedFrom();
        SourceKeeping.Answering answering = keeping.answering(actor.get(), source.publicId());
        paperDays = answering.paperDays();
        answerHours = answering.answerHours();
    }

    /** Whoever does not govern sources has nothing to do here. */
    public void load() {
        if (!actor.get().may(Permission.GOVERN_SOURCES)) {
            throw new NotFound();
        }
    }

    public String getId() {
        return parameters.text("id");
    }

    public void save() {
        SourceForm form = new SourceForm(
                code, SourceKind.valueOf(kind), nameVi, nameEn, agencyId, eventHours, resultHours, countedFrom);
        PublicId id;
        if (existing.isPresent()) {
            id = existing.get().publicId();
            keeping.change(actor.get(), id, version, form);
        } else {
            id = keeping.add(actor.get(), form);
        }
        messages.success("eligibility.source.saved");
        messages.go("/health-data/source?id=" + id);
    }

    public void changeAnswering() {
        PublicId id = existing.orElseThrow(NotFound::new).publicId();
        keeping.changeAnswering(actor.get(), id, new SourceKeeping.Answering(paperDays, answerHours));
        messages.success("eligibility.source.saved");
        messages.go("/health-data/source?id=" + id);
    }

    public int getPaperDays() {
        return paperDays;
    }

    public void setPaperDays(int paperDays) {
        this.paperDays = paperDays;
    }

    public int getAnswerHours() {
        return answerHours;
    }

    public void setAnswerHours(int answerHours) {
        this.answerHours = answerHours;
    }

    public List<SelectItem> getKinds() {
        return Arrays.stream(SourceKind.values())
                .map(each -> new SelectItem(each.name(), language.text(each.key())))
                .toList();
    }

    public List<SelectItem> getAgencies() {
        return catalogue.agencies(LocalDate.now(clock)).stream()
                .filter(agency -> OWNERS.contains(agency.kind()) || agency.id() == agencyId)
                .map(agency -> new SelectItem(agency.id(), agency.name()))
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

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(String nameVi) {
        this.nameVi = nameVi;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public long getAgencyId() {
        return agencyId;
    }

    public void setAgencyId(long agencyId) {
        this.agencyId = agencyId;
    }

    public @Nullable Integer getEventHours() {
        return eventHours;
    }

    public void setEventHours(@Nullable Integer eventHours) {
        this.eventHours = eventHours;
    }

    public @Nullable Integer getResultHours() {
        return resultHours;
    }

    public void setResultHours(@Nullable Integer resultHours) {
        this.resultHours = resultHours;
    }

    public @Nullable LocalDate getCountedFrom() {
        return countedFrom;
    }

    public void setCountedFrom(@Nullable LocalDate countedFrom) {
        this.countedFrom = countedFrom;
    }
}
