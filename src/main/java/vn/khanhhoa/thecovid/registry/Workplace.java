package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Where people of an organisation work. Never deleted, only closed: entries and cards refer to it. */
@Entity
@Table(name = "registry_workplace")
class Workplace {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registry_seq")
    @SequenceGenerator(name = "registry_seq", sequenceName = "registry_seq", allocationSize = 50)
    private long id;

    @Column(name = "public_id")
    private UUID publicId;

    @Column(name = "organisation_id")
    private long organisationId;

    private String name;
    private String address;

    @Column(name = "area_id")
    private long areaId;

    @Column(name = "zone_code")
    private @Nullable String zoneCode;

    private int headcount;
    private boolean closed;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Workplace() {}

    @SuppressWarnings("NullAway.Init") // describe() sets them
    Workplace(long organisationId, WorkplaceForm form) {
        this.publicId = PublicId.random().value();
        this.organisationId = organisationId;
        describe(form);
    }

    final void describe(WorkplaceForm form) {
        if (closed) {
            throw new RuleViolation("registry.workplace-closed");
        }
        name = form.name();
        address = form.address();
        areaId = form.areaId();
        zoneCode = form.zoneCode().isEmpty() ? null : form.zoneCode();
        headcount = form.headcount();
    }

    void close() {
        closed = true;
    }

    WorkplaceView view(String areaPath) {
        return new WorkplaceView(
                id, publicId(), name, address, areaId, areaPath, zoneCode == null ? "" : zoneCode, headcount, closed);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long organisationId() {
        return organisationId;
    }

    boolean isOpen() {
        return !closed;
    }

    String zoneCode() {
        return zoneCode == null ? "" : zoneCode;
    }

    long areaId() {
        return areaId;
    }
}
