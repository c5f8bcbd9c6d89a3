package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.citizen.OwnLevel;
import vn.khanhhoa.thecovid.eligibility.FaultView;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The person of an opened entry says what is wrong in the health data, and sees what became of it. */
@Named
@RequestScoped
public class FaultPage {
    @Inject
    private OwnLevel levels;

    @Inject
    private OpenedEntries opened;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private String about = "";
    private String kind = "";
    private String words = "";
    private @Nullable List<FaultView> reports;

    public void load() {
        entry();
    }

    private long entry() {
        return opened.find(getView()).orElseThrow(NotFound::new);
    }

    public String getView() {
        return parameters.text("view");
    }

    public List<FaultView> getReports() {
        List<FaultView> known = reports;
        if (known == null) {
            known = levels.reports(entry(), opened.ownLevel(getView()));
            reports = known;
        }
        return known;
    }

    /** Whether words are told that may hold health data. */
    public boolean isProved() {
        return levels.isGood(opened.ownLevel(getView()), entry());
    }

    public boolean isLate(FaultView report) {
        return report.isLate(clock.instant());
    }

    public List<SelectItem> getAbouts() {
        return Arrays.stream(SourceKind.values())
                .map(each -> new SelectItem(each.name(), language.text("citizen.fault.about." + word(each))))
                .toList();
    }

    public List<SelectItem> getKinds() {
        return Arrays.stream(FaultView.Kind.values())
                .map(each -> new SelectItem(each.name(), language.text(each.key())))
                .toList();
    }

    private static String word(SourceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What it is about, in the words of the form. */
    public String about(FaultView report) {
        return language.text("citizen.fault.about." + word(report.source().kind()));
    }

    public void report() {
        Optional<SourceKind> source = Arrays.stream(SourceKind.values())
                .filter(each -> each.name().equals(about))
                .findFirst();
        Optional<FaultView.Kind> wrong = Arrays.stream(FaultView.Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst();
        if (source.isEmpty() || wrong.isEmpty()) {
            messages.errorAt(source.isEmpty() ? "form:about" : "form:kind", "citizen.fault.choose");
            return;
        }
        try {
            levels.report(entry(), source.get(), wrong.get(), words, actor.networkAddress());
        } catch (RuleViolation rule) {
            messages.errorAt("form:words", rule.code(), rule.args().toArray());
            return;
        }
        messages.success("citizen.fault.reported");
        messages.go("/citizen/fault?view=" + getView());
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(@Nullable String about) {
        this.about = Objects.requireNonNullElse(about, "");
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = Objects.requireNonNullElse(kind, "");
    }

    public String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = Objects.requireNonNullElse(words, "");
    }
}
