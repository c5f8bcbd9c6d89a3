package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.FacilityView;
import vn.khanhhoa.thecovid.eligibility.ImportView;
import vn.khanhhoa.thecovid.eligibility.Matching;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** One source with its facilities. */
@Named
@RequestScoped
public class SourcePage {
    @Inject
    private SourceKeeping keeping;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private RecordImports imports;

    @Inject
    private Matching matching;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private @Nullable SourceView source;
    private @Nullable List<FacilityView> facilities;
    private @Nullable List<ImportView> sent;
    private @Nullable Part file;
    private String facility = "";
    private boolean convertFont;

    @PostConstruct
    void read() {
        source = keeping.source(actor.get(), id());
    }

    public void load() {
        getSource();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    public SourceView getSource() {
        SourceView known = source;
        if (known == null) {
            throw new IllegalStateException("read first");
        }
        return known;
    }

    public List<FacilityView> getFacilities() {
        List<FacilityView> known = facilities;
        if (known == null) {
            known = keeping.facilities(actor.get(), id());
            facilities = known;
        }
        return known;
    }

    public boolean isOpen(FacilityView facility) {
        return facility.worksOn(LocalDate.now(clock));
    }

    public boolean isGoverning() {
        return actor.get().may(Permission.GOVERN_SOURCES);
    }

    public boolean isTellingDueDoses() {
        return getSource().own()
                && getSource().kind() == SourceKind.VACCINATION
                && actor.get().may(Permission.READ_DUE_DOSES);
    }

    /** The newest files of records. */
    public List<ImportView> getImports() {
        List<ImportView> known = sent;
        if (known == null) {
            known = imports.imports(actor.get(), id());
            sent = known;
        }
        return known;
    }

    /** Of whom it is asked whether they are people of the portal. */
    public int getQuestions() {
        return matching.count(actor.get(), id(), Matching.Part.OPEN, Optional.empty());
    }

    /** Numbers in its records that somebody else has. */
    public int getConflicts() {
        return matching.count(actor.get(), id(), Matching.Part.CONFLICT, Optional.empty());
    }

    public List<SelectItem> getWorkingFacilities() {
        return getFacilities().stream()
                .filter(this::isOpen)
                .map(each -> new SelectItem(each.publicId().toString(), each.code() + " – " + each.name()))
                .toList();
    }

    public void send() throws IOException {
        Part given = file;
        if (given == null || given.getSubmittedFileName() == null || given.getSize() == 0) {
            messages.errorAt("sending:file", "eligibility.import.file-missing");
            return;
        }
        try (InputStream content = given.getInputStream()) {
            RecordImports.Received received = imports.receive(
                    actor.get(),
                    id(),
                    PublicId.parse(facility),
                    given.getSubmittedFileName(),
                    content.readAllBytes(),
                    convertFont);
            messages.success(received.known() ? "eligibility.import.same-file" : "eligibility.import.received");
            messages.go("/health-data/import?id=" + received.id());
        } catch (RuleViolation rule) {
            messages.errorAt("sending:file", rule.code(), rule.args().toArray());
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public String getFacility() {
        return facility;
    }

    public void setFacility(@Nullable String facility) {
        this.facility = facility == null ? "" : facility;
    }

    public boolean isConvertFont() {
        return convertFont;
    }

    public void setConvertFont(boolean convertFont) {
        this.convertFont = convertFont;
    }
}
