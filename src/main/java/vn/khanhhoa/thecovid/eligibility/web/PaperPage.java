package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.PaperEvidence;
import vn.khanhhoa.thecovid.eligibility.PaperView;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A paper that a reviewer accepted, before an officer of the source: here it is confirmed or refused. */
@Named
@RequestScoped
public class PaperPage {
    /** One thing that the paper tells. */
    public record Line(String label, String text) {}

    @Inject
    private PaperEvidence papers;

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
    private TieWords words;

    @Inject
    private Clock clock;

    private @Nullable PaperView paper;
    private String facility = "";
    private String why = "";

    @PostConstruct
    void read() {
        paper = papers.look(actor.get(), id());
    }

    public void load() {
        getPaper();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    public PaperView getPaper() {
        return Objects.requireNonNull(paper);
    }

    public String getBirth() {
        return words.birth(getPaper().person().birth());
    }

    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        for (PaperEvidence.Field field : papers.fields(actor.get(), getPaper().source())) {
            String cell = getPaper().cells().getOrDefault(field.key(), "");
            if (!cell.isEmpty()) {
                lines.add(new Line(language.of(field.labelVi(), field.labelEn()), shown(field, cell)));
            }
        }
        return Collections.unmodifiableList(lines);
    }

    private String shown(PaperEvidence.Field field, String cell) {
        return field.options().stream()
                .filter(option -> option.code().equals(cell))
                .map(option -> language.of(option.labelVi(), option.labelEn()))
                .findFirst()
                .orElse(cell);
    }

    public boolean isAnswerable() {
        return messages.isHearing() || getPaper().isWaiting() && !getPaper().own();
    }

    public List<SelectItem> getFacilities() {
        LocalDate today = LocalDate.now(clock);
        return keeping.facilities(actor.get(), getPaper().source().publicId()).stream()
                .filter(each -> each.worksOn(today))
                .map(each -> new SelectItem(each.code(), each.code() + " – " + each.name()))
                .toList();
    }

    public void confirm() {
        PaperEvidence.Confirmed outcome = papers.confirm(actor.get(), id(), facility);
        PublicId importId = outcome.importId();
        if (importId == null) {
            outcome.problems().stream()
                    .filter(PaperEvidence.Problem::error)
                    .forEach(problem -> messages.errorAt(
                            "confirming:facility", problem.key(), problem.args().toArray()));
            return;
        }
        messages.success("eligibility.paper.confirmed");
        messages.go("/health-data/import?id=" + importId);
    }

    public void refuse() {
        papers.refuse(actor.get(), id(), why);
        messages.success("eligibility.paper.refused");
        messages.go("/health-data/requests?id=" + getPaper().source().publicId());
    }

    public String getFacility() {
        return facility;
    }

    public void setFacility(@Nullable String facility) {
        this.facility = Objects.requireNonNullElse(facility, "");
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = Objects.requireNonNullElse(why, "");
    }
}
