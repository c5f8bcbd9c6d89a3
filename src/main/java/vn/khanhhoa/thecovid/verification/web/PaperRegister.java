package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.DayFields;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.PaperView;
import vn.khanhhoa.thecovid.verification.PostPapers;

/** The papers that count at the post that a page is about. */
@Named
@RequestScoped
public class PaperRegister {
    @Inject
    private PostPapers papers;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private @Nullable List<PaperView> all;
    private String nameVi = "";
    private String nameEn = "";
    private boolean everywhere;
    private final DayFields days = new DayFields();

    private PublicId id() {
        return parameters.id("id");
    }

    public List<PaperView> getAll() {
        List<PaperView> known = all;
        if (known == null) {
            known = papers.of(actor.get(), id());
            all = known;
        }
        return known;
    }

    public void add() {
        papers.add(actor.get(), id(), everywhere, nameVi, nameEn, days.first(LocalDate.now(clock)), days.getTo());
        messages.success("verification.paper-added");
        again();
    }

    public void end() {
        papers.end(actor.get(), id(), parameters.text("papers:end"));
        messages.success("verification.paper-ended");
        again();
    }

    private void again() {
        messages.go(PostParts.address(id(), PostParts.PAPERS));
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(@Nullable String typed) {
        nameVi = Objects.requireNonNullElse(typed, "");
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String typed) {
        nameEn = Objects.requireNonNullElse(typed, "");
    }

    public boolean isEverywhere() {
        return everywhere;
    }

    public void setEverywhere(boolean everywhere) {
        this.everywhere = everywhere;
    }

    public DayFields getDays() {
        return days;
    }
}
