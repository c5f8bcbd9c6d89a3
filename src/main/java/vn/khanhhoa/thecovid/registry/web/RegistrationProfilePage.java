package vn.khanhhoa.thecovid.registry.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.OwnRegistration;
import vn.khanhhoa.thecovid.registry.RegistrationProfile;
import vn.khanhhoa.thecovid.registry.RegistrationView;

/** The form of a draft's profile. */
@Named
@RequestScoped
public class RegistrationProfilePage {
    @Inject
    private OwnRegistration registration;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private int version;
    private String name = "";
    private String sectorCode = "";
    private String address = "";
    private long areaId;
    private @Nullable Integer headcount;
    private String representative = "";
    private String contactName = "";
    private String contactPhone = "";
    private String storedPhone = "";

    @PostConstruct
    void read() {
        RegistrationView view = registration.current(actor.get());
        RegistrationProfile profile = view.profile();
        version = view.version();
        name = profile.name();
        sectorCode = profile.sectorCode();
        address = profile.address();
        areaId = profile.areaId();
        headcount = profile.headcount() == 0 ? null : profile.headcount();
        representative = profile.representative();
        contactName = profile.contactName();
        storedPhone = profile.contactPhone();
    }

    public void save() {
        registration.save(
                actor.get(),
                version,
                new RegistrationProfile(
                        name,
                        sectorCode,
                        address,
                        areaId,
                        headcount == null ? 0 : headcount,
                        representative,
                        contactName,
                        contactPhone));
        messages.success("registry.profile-stored");
        messages.go("/organisation/registration");
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSectorCode() {
        return sectorCode;
    }

    public void setSectorCode(@Nullable String sectorCode) {
        this.sectorCode = sectorCode == null ? "" : sectorCode;
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

    public @Nullable Integer getHeadcount() {
        return headcount;
    }

    public void setHeadcount(@Nullable Integer headcount) {
        this.headcount = headcount;
    }

    public String getRepresentative() {
        return representative;
    }

    public void setRepresentative(String representative) {
        this.representative = representative;
    }

    public String getContactName() {
        return contactName;
    }

    public void setContactName(String contactName) {
        this.contactName = contactName;
    }

    public String getContactPhone() {
        return contactPhone;
    }

    public void setContactPhone(String contactPhone) {
        this.contactPhone = contactPhone;
    }

    public String getStoredPhone() {
        return storedPhone;
    }
}
