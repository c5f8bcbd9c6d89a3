package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Amending;
import vn.khanhhoa.thecovid.stafflist.EntryFilter;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.StaffListView;
import vn.khanhhoa.thecovid.stafflist.Withdrawing;

/** The entries of a list, filtered, with what can be done with those that are ticked. */
@Named
@RequestScoped
public class StaffListEntriesPage {
    private static final int PAGE = 50;
    private static final int MOST_NAMES = 10;
    private static final int USUAL_RENEWAL = 30;
    private static final List<Integer> ENDS = List.of(3, 7, 14, 30);
    private static final String TICKED = "ticked";

    @Inject
    private ListKeeping keeping;

    @Inject
    private EntryReading reading;

    @Inject
    private Amending amending;

    @Inject
    private Withdrawing withdrawing;

    @Inject
    private Parameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Routing routing;

    @Inject
    private Language language;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private LocalDate from = LocalDate.EPOCH;
    private LocalDate until = LocalDate.EPOCH;
    private @Nullable List<PublicId> left;
    private @Nullable StaffListView list;
    private @Nullable Paging paging;

    @PostConstruct
    void begin() {
        from = LocalDate.now(clock);
        until = from.plusDays(USUAL_RENEWAL);
    }

    public void load() {
        getList();
    }

    public void leave() {
        List<PublicId> ids = ticked();
        if (!ids.isEmpty()) {
            try {
                tell(amending.leave(actor.get(), getId(), ids, from), "stafflist.leave-ready");
            } catch (RuleViolation rule) {
                left = ids;
                LeavingWords.tell(messages, "form:from", rule);
            }
        }
    }

    public void renew() {
        List<PublicId> ids = ticked();
        if (!ids.isEmpty()) {
            try {
                tell(amending.renew(actor.get(), getId(), ids, until), "stafflist.renewal-ready");
            } catch (RuleViolation rule) {
                left = ids;
                if (!rule.code().startsWith("stafflist.renew-")) {
                    throw rule;
                }
                messages.errorAt("form:until", rule.code(), rule.args().toArray());
            }
        }
    }

    public void drop() {
        List<PublicId> ids = ticked();
        if (!ids.isEmpty()) {
            tell(amending.keep(actor.get(), getId(), ids), "stafflist.dropped");
        }
    }

    public void withdraw() {
        List<PublicId> ids = ticked();
        if (!ids.isEmpty()) {
            tell(withdrawing.withdraw(actor.get(), getId(), ids), "stafflist.entries-withdrawn");
        }
    }

    private List<PublicId> ticked() {
        List<PublicId> ids = Stream.of(
                        Optional.ofNullable(request.getParameterValues(TICKED)).orElse(new String[0]))
                .flatMap(id -> PublicId.parse(id).stream())
                .toList();
        if (ids.isEmpty()) {
            messages.error("stafflist.none-ticked");
        }
        return ids;
    }

    /** Where some were left alone, the page stays as it is, with their ticks: the sender may want something else for them. */
    private void tell(Amending.Result result, String done) {
        if (result.done() > 0) {
            messages.success(done, result.done());
        }
        if (result.leftOut().isEmpty()) {
            messages.go("/organisation/staff-list-entries"
                    + getPaging().link(getPaging().page()));
            return;
        }
        left = result.leftOutIds();
        messages.error("stafflist.left-out", left.size(), names(left));
    }

    private String names(List<PublicId> ids) {
        String some = ids.stream()
                .limit(MOST_NAMES)
                .map(id -> reading.own(actor.get(), id))
                .map(entry -> entry.name() + " (" + language.text(entry.state().key()) + ")")
                .collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMES ? some + ", …" : some;
    }

    public boolean isTicked(EntryView entry) {
        if (left != null) {
            return left.contains(entry.id());
        }
        String[] given = request.getParameterValues(TICKED);
        return given != null && Arrays.asList(given).contains(entry.id().toString());
    }

    public StaffListView getList() {
        StaffListView known = list;
        if (known == null) {
            known = keeping.view(actor.get(), getId());
            list = known;
        }
        return known;
    }

    public List<EntryView> getEntries() {
        return reading.ofList(actor.get(), getId(), filter(), getPaging().first(), PAGE);
    }

    public Paging getPaging() {
        Paging known = paging;
        if (known == null) {
            known = Paging.of(
                    parameters.page(),
                    PAGE,
                    reading.countOfList(actor.get(), getId(), filter()),
                    Map.of(
                            "id",
                            getId().toString(),
                            "state",
                            getState(),
                            "kind",
                            getKind(),
                            "ends",
                            getEnds(),
                            "search",
                            getSearch()));
            paging = known;
        }
        return known;
    }

    private EntryFilter filter() {
        return filter(parameters);
    }

    static EntryFilter filter(Parameters parameters) {
        return new EntryFilter(
                Arrays.stream(EntryState.values())
                        .filter(each -> each.name().equals(parameters.text("state")))
                        .findFirst(),
                Arrays.stream(EntryKind.values())
                        .filter(each -> each.name().equals(parameters.text("kind")))
                        .findFirst(),
                parameters.text("name"),
                day(parameters.text("ends")));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    public boolean isFiltered() {
        return !getState().isEmpty()
                || !getKind().isEmpty()
                || !getName().isEmpty()
                || !getEnds().isEmpty();
    }

    /** Days from now until which cards may end, that can be chosen. */
    public List<Integer> getOfferedEnds() {
        return ENDS;
    }

    public String dayIn(int days) {
        return LocalDate.now(clock).plusDays(days).toString();
    }

    public String getEnds() {
        return parameters.text("ends");
    }

    public List<EntryReading.Part> getParts() {
        return reading.parts(actor.get(), getId());
    }

    public String agencyName(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    public String ruleName(long ruleId) {
        return routing.rule(ruleId)
                .map(rule -> language.of(rule.nameVi(), rule.nameEn()))
                .orElse("");
    }

    public List<EntryState> getStates() {
        return List.of(EntryState.values());
    }

    public List<EntryKind> getKinds() {
        return List.of(EntryKind.values());
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate day) {
        until = day;
    }

    public PublicId getId() {
        return parameters.id("id");
    }

    public String getState() {
        return parameters.text("state");
    }

    public String getKind() {
        return parameters.text("kind");
    }

    public String getName() {
        return parameters.text("name");
    }

    private String getSearch() {
        return parameters.search();
    }
}
