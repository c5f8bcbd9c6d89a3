package vn.khanhhoa.thecovid.registry.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.registry.OwnWorkplaces;
import vn.khanhhoa.thecovid.registry.WorkplaceForm;
import vn.khanhhoa.thecovid.registry.WorkplaceView;
import vn.khanhhoa.thecovid.shared.NotFound;

/** The form of one workplace; without an id in the address, of a new one. */
@Named
@RequestScoped
public class WorkplacePage {
    private static final String BACK = "/organisation/registration";

    @Inject
    private OwnWorkplaces workplaces;

    @Inject
    private Organisations organisations;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private HttpServletRequest request;

    private Optional<WorkplaceView> existing = Optional.empty();
    private String name = "";
    private String address = "";
    private long areaId;
    private String zoneCode = "";
    private @Nullable Integer headcount;

    @PostConstruct
    void read() {
        String id = getId();
        if (!id.isEmpty()) {
            WorkplaceView view = organisations.workplaces(actor.get().organisationId()).stream()
                    .filter(workplace -> workplace.publicId().toString().equals(id))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            existing = Optional.of(view);
            name = view.name();
            address = view.address();
            areaId = view.areaId();
            zoneCode = view.zoneCode();
            headcount = view.headcount();
        }
    }

    public String getId() {
        String id = request.getParameter("id");
        return id == null ? "" : id;
    }

    public void save() {
        WorkplaceForm form = new WorkplaceForm(name, address, areaId, zoneCode, headcount == null ? 0 : headcount);
        if (existing.isPresent()) {
            workplaces.change(actor.get(), existing.get().publicId(), form);
        } else {
            workplaces.add(actor.get(), form);
        }
        messages.success("registry.workplace-stored");
        messages.go(BACK);
    }

    public void close() {
        workplaces.close(actor.get(), existing.orElseThrow(NotFound::new).publicId());
        messages.success("registry.workplace-closed-now");
        messages.go(BACK);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public long getAreaId() {
        return areaId;
    }

    public void setAreaId(long areaId) {
        this.areaId = areaId;
    }

    public String getZoneCode() {
        return zoneCode;
    }

    public void setZoneCode(@Nullable String zoneCode) {
        this.zoneCode = zoneCode == null ? "" : zoneCode;
    }

    public @Nullable Integer getHeadcount() {
        return headcount;
    }

    public void setHeadcount(@Nullable Integer headcount) {
        this.headcount = headcount;
    }
}
