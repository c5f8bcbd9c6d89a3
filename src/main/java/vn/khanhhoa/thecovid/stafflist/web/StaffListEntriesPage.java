package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.StaffListView;

@Named
@RequestScoped
public class StaffListEntriesPage {
    private static final int PAGE = 50;

    @Inject
    private ListKeeping keeping;

    @Inject
    private EntryReading reading;

    @Inject
    private Parameters parameters;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Routing routing;

    @Inject
    private Language language;

    @Inject
    private CurrentActor actor;

    public void load() {
        getList();
    }

    public StaffListView getList() {
        return keeping.view(actor.get(), getId());
    }

    public List<EntryView> getEntries() {
        return reading.ofList(actor.get(), getId(), wanted(), getPaging().first(), PAGE);
    }

    public Paging getPaging() {
        StaffListView list = getList();
        int total = wanted().map(each -> count(list, each)).orElse(list.entries());
        return Paging.of(parameters.page(), PAGE, total, Map.of("id", getId().toString(), "state", getState()));
    }

    private static int count(StaffListView list, EntryState state) {
        return switch (state) {
            case WAITING -> list.waiting();
            case PENDING -> list.pending();
            case RETURNED -> list.returned();
            case APPROVED -> list.approved();
            case REFUSED -> list.refused();
            case WITHDRAWN -> list.takenBack();
            case ENDED -> list.ended();
        };
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

    private Optional<EntryState> wanted() {
        return Arrays.stream(EntryState.values())
                .filter(each -> each.name().equals(getState()))
                .findFirst();
    }

    public PublicId getId() {
        return parameters.id("id");
    }

    public String getState() {
        return parameters.text("state");
    }
}
