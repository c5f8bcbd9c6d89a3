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
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.verification.Inspections;

/** What was found at the post that a page is about. */
@Named
@RequestScoped
public class InspectionForm {
    @Inject
    private Inspections inspections;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private @Nullable LocalDate day;
    private boolean posterUp;
    private boolean scanning;
    private String note = "";
    private @Nullable List<Inspections.Inspection> all;

    private PublicId id() {
        return parameters.id("id");
    }

    public List<Inspections.Inspection> getAll() {
        List<Inspections.Inspection> known = all;
        if (known == null) {
            known = inspections.of(actor.get(), id());
            all = known;
        }
        return known;
    }

    public void add() {
        inspections.add(
                actor.get(),
                id(),
                Objects.requireNonNullElseGet(day, () -> LocalDate.now(clock)),
                posterUp,
                scanning,
                note);
        messages.success("verification.inspection-added");
        messages.go(PostParts.address(id(), PostParts.INSPECTIONS));
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public boolean isPosterUp() {
        return posterUp;
    }

    public void setPosterUp(boolean posterUp) {
        this.posterUp = posterUp;
    }

    public boolean isScanning() {
        return scanning;
    }

    public void setScanning(boolean scanning) {
        this.scanning = scanning;
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String typed) {
        note = Objects.requireNonNullElse(typed, "");
    }
}
