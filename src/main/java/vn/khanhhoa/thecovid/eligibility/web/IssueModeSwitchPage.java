package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.IssueMode;
import vn.khanhhoa.thecovid.eligibility.IssueModes;
import vn.khanhhoa.thecovid.eligibility.ModeForeseen;
import vn.khanhhoa.thecovid.eligibility.ModeProposal;
import vn.khanhhoa.thecovid.eligibility.ScenarioOrders;
import vn.khanhhoa.thecovid.eligibility.ScenarioPlace;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Switching how cards are given, in two pages: what is wanted, and what would follow. Or agreeing to what another proposes. */
@Named
@RequestScoped
public class IssueModeSwitchPage {
    private static final String HERE = "/criteria-office/issue-mode-switch";
    private static final int MOST_NAMED = 5;

    @Inject
    private IssueModes modes;

    @Inject
    private ModeWords words;

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
    private Formats formats;

    @Inject
    private Clock clock;

    private @Nullable List<ScenarioPlace> places;
    private String place = "";
    private String activity = "";
    private String mode = IssueMode.AUTOMATIC.name();
    private String from = "";
    private String number = "";
    private String day = "";
    private int seen;
    private @Nullable ModeForeseen foreseen;
    private boolean looked;

    @PostConstruct
    void read() {
        from = formats.time(clock.instant());
        foreseen().ifPresent(asked -> {
            place = asked.place().fullName();
            activity = asked.activity();
            mode = asked.mode().name();
            from = formats.time(asked.from());
            seen = asked.seen();
        });
    }

    /** Where a proposal is named, it has to be one that still waits. */
    public void load() {
        if (!parameters.text("proposal").isEmpty() && proposal().isEmpty()) {
            messages.error("eligibility.mode-closed-already");
            messages.go("/criteria-office/issue-modes");
        }
    }

    public List<ScenarioPlace> getPlaces() {
        List<ScenarioPlace> known = places;
        if (known == null) {
            known = modes.places(actor.get());
            places = known;
        }
        return known;
    }

    public List<SelectItem> getActivities() {
        return Stream.concat(
                        Stream.of(new SelectItem("", words.activity(""))),
                        catalogue.activities(LocalDate.now(clock)).stream()
                                .map(each -> new SelectItem(each.code(), language.of(each.nameVi(), each.nameEn()))))
                .toList();
    }

    public List<SelectItem> getModes() {
        return Stream.of(IssueMode.AUTOMATIC, IssueMode.REVIEWED, IssueMode.INHERITED)
                .map(each -> new SelectItem(each.name(), words.mode(each)))
                .toList();
    }

    /** What it would change, to be looked at before it is done. */
    public void ask() {
        List<ScenarioPlace> meant = ScenarioPlace.meant(getPlaces(), place);
        Optional<Instant> begin = MomentText.read(from);
        if (meant.isEmpty()) {
            messages.errorAt("switching:place", "eligibility.place-unknown", place.strip());
        } else if (meant.size() > 1) {
            messages.errorAt(
                    "switching:place",
                    "eligibility.place-unclear",
                    place.strip(),
                    meant.stream()
                            .limit(MOST_NAMED)
                            .map(ScenarioPlace::fullName)
                            .collect(Collectors.joining("; ")));
        }
        if (begin.isEmpty()) {
            messages.errorAt("switching:from", "eligibility.moment-wrong", formats.time(clock.instant()));
        }
        if (meant.size() == 1 && begin.isPresent()) {
            String code = meant.get(0).code();
            modes.foresee(actor.get(), new IssueModes.Wish(code, activity, IssueMode.valueOf(mode), begin.get()));
            messages.go(HERE + "?place=" + code + "&activity=" + activity + "&mode=" + mode + "&from="
                    + begin.get().toEpochMilli() + "#order");
        }
    }

    /** Empty where nothing is asked, or what is asked can no longer be done: the form says why when it is sent again. */
    private Optional<ModeForeseen> foreseen() {
        if (!looked) {
            foreseen = look().orElse(null);
            looked = true;
        }
        return Optional.ofNullable(foreseen);
    }

    private Optional<ModeForeseen> look() {
        Optional<ModeProposal> proposed = proposal();
        if (proposed.isPresent()) {
            return Optional.of(modes.foreseeProposal(actor.get(), proposed.get()));
        }
        try {
            return wish().map(asked -> modes.foresee(actor.get(), asked));
        } catch (RuleViolation noLongerPossible) {
            return Optional.empty();
        }
    }

    private Optional<IssueModes.Wish> wish() {
        String begin = parameters.text("from");
        String what = parameters.text("activity");
        String how = parameters.text("mode");
        boolean known = begin.matches("\\d{1,15}")
                && Arrays.stream(IssueMode.values())
                        .anyMatch(each -> each.name().equals(how))
                && getActivities().stream().anyMatch(each -> each.getValue().equals(what))
                && getPlaces().stream().anyMatch(each -> each.code().equals(parameters.text("place")));
        return known
                ? Optional.of(new IssueModes.Wish(
                        parameters.text("place"),
                        what,
                        IssueMode.valueOf(how),
                        Instant.ofEpochMilli(Long.parseLong(begin))))
                : Optional.empty();
    }

    private Optional<ModeProposal> proposal() {
        return PublicId.parse(parameters.text("proposal"))
                .flatMap(id -> modes.proposals(actor.get()).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst());
    }

    public boolean isAsking() {
        return foreseen().isPresent();
    }

    public ModeForeseen getForeseen() {
        return foreseen().orElseThrow();
    }

    public boolean isProposed() {
        return proposal().isPresent();
    }

    public ModeProposal getProposal() {
        return proposal().orElseThrow();
    }

    /** Whether the reader may be the second person. */
    public boolean isAgreeable() {
        return actor.get().may(Permission.ISSUE_CRITERIA)
                && getProposal().proposedBy() != actor.get().accountId();
    }

    /** At once, where one person may; else it waits for the second. */
    public void order() {
        Optional<LocalDate> signed = DayText.read(day);
        if (signed.isEmpty()) {
            messages.errorAt("sure:day", "eligibility.day-wrong", formats.today());
            return;
        }
        IssueModes.Wish asked = wish().orElseThrow();
        ScenarioOrders.Paper paper = new ScenarioOrders.Paper(number, signed.get());
        if (asked.mode().needsSecond()) {
            modes.propose(actor.get(), asked, paper);
            messages.success("eligibility.mode.was-proposed");
        } else {
            modes.putInForce(actor.get(), asked, paper, seen);
            messages.success(
                    "eligibility.mode.was-put-in-force", getForeseen().place().name());
        }
        messages.go("/criteria-office/issue-modes");
    }

    public void agree() {
        modes.agree(actor.get(), parameters.id("proposal"), seen);
        messages.success(
                "eligibility.mode.was-put-in-force", getForeseen().place().name());
        messages.go("/criteria-office/issue-modes");
    }

    public void decline() {
        modes.decline(actor.get(), parameters.id("proposal"));
        messages.success("eligibility.mode.was-declined");
        messages.go("/criteria-office/issue-modes");
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getActivity() {
        return activity;
    }

    /** None where all are meant. */
    public void setActivity(@Nullable String activity) {
        this.activity = Objects.requireNonNullElse(activity, "");
    }

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }
}
