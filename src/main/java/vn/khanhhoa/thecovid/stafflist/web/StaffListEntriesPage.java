package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.shared.NotFound;
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
    private CurrentActor actor;

    private String id = "";
    private String state = "";
    private int page = 1;

    public void load() {
        getList();
    }

    public StaffListView getList() {
        return keeping.view(actor.get(), publicId());
    }

    public List<EntryView> getEntries() {
        return reading.ofList(actor.get(), publicId(), wanted(), getPaging().first(), PAGE);
    }

    public Paging getPaging() {
        StaffListView list = getList();
        int total = wanted().map(each -> count(list, each)).orElse(list.entries());
        return Paging.of(page, PAGE, total, Map.of("id", id, "state", state));
    }

    private static int count(StaffListView list, EntryState state) {
        return switch (state) {
            case WAITING -> list.waiting();
            case PENDING -> list.pending();
            case RETURNED -> list.returned();
            case APPROVED -> list.approved();
            case REFUSED -> list.refused();
            case WITHDRAWN -> list.takenBack();
        };
    }

    public List<EntryState> getStates() {
        return List.of(EntryState.values());
    }

    private Optional<EntryState> wanted() {
        return Arrays.stream(EntryState.values())
                .filter(each -> each.name().equals(state))
                .findFirst();
    }

    private PublicId publicId() {
        return PublicId.parse(id).orElseThrow(NotFound::new);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
