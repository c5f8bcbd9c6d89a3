package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.ExceptionKind;
import vn.khanhhoa.thecovid.eligibility.ExceptionRegister;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;

/** Kinds of exceptions with what each asks for, version by version, and the next version of one. */
@Named
@RequestScoped
public class ExceptionKindsPage {
    @Inject
    private ExceptionRegister register;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private List<ExceptionKind> versions = List.of();
    private String nameVi = "";
    private String nameEn = "";
    private String evidenceVi = "";
    private String evidenceEn = "";
    private String atPostVi = "";
    private String atPostEn = "";
    private @Nullable Integer mostDays;
    private boolean medical;
    private @Nullable LocalDate from;

    @PostConstruct
    void read() {
        versions = register.versions(actor.get());
        changed().ifPresent(kind -> {
            nameVi = kind.nameVi();
            nameEn = kind.nameEn();
            evidenceVi = kind.evidenceVi();
            evidenceEn = kind.evidenceEn();
            atPostVi = kind.atPostVi();
            atPostEn = kind.atPostEn();
            mostDays = kind.mostDays();
            medical = kind.medical();
        });
    }

    /** The newest version of the kind that the address names. */
    private Optional<ExceptionKind> changed() {
        String code = parameters.text("kind");
        return versions.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    public void load() {
        getVersions();
    }

    public List<ExceptionKind> getVersions() {
        return versions;
    }

    public boolean isChanging() {
        return changed().isPresent();
    }

    public @Nullable ExceptionKind getChanged() {
        return changed().orElse(null);
    }

    public void change() {
        LocalDate day = from;
        if (day == null) {
            messages.errorAt("changing:from", "eligibility.exception-from-missing");
            return;
        }
        register.changeKind(
                actor.get(),
                new ExceptionKind(
                        changed().orElseThrow().code(),
                        nameVi,
                        nameEn,
                        evidenceVi,
                        evidenceEn,
                        atPostVi,
                        atPostEn,
                        mostDays,
                        medical,
                        day,
                        null));
        messages.success("eligibility.exception.kind-changed");
        messages.go("/health-office/exception-kinds");
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(@Nullable String text) {
        nameVi = Objects.requireNonNullElse(text, "");
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String text) {
        nameEn = Objects.requireNonNullElse(text, "");
    }

    public String getEvidenceVi() {
        return evidenceVi;
    }

    public void setEvidenceVi(@Nullable String text) {
        evidenceVi = Objects.requireNonNullElse(text, "");
    }

    public String getEvidenceEn() {
        return evidenceEn;
    }

    public void setEvidenceEn(@Nullable String text) {
        evidenceEn = Objects.requireNonNullElse(text, "");
    }

    public String getAtPostVi() {
        return atPostVi;
    }

    public void setAtPostVi(@Nullable String text) {
        atPostVi = Objects.requireNonNullElse(text, "");
    }

    public String getAtPostEn() {
        return atPostEn;
    }

    public void setAtPostEn(@Nullable String text) {
        atPostEn = Objects.requireNonNullElse(text, "");
    }

    public @Nullable Integer getMostDays() {
        return mostDays;
    }

    public void setMostDays(@Nullable Integer days) {
        mostDays = days;
    }

    public boolean isMedical() {
        return medical;
    }

    public void setMedical(boolean medical) {
        this.medical = medical;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}
