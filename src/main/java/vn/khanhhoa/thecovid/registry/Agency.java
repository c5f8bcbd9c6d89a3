package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

@Entity
@Table(name = "registry_agency")
class Agency extends DatedRow {
    @Column(name = "public_id")
    private UUID publicId;

    private String code;
    private String name;
    private String kind;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Column(name = "area_id")
    private @Nullable Long areaId;

    private @Nullable String hotline;
    private @Nullable String email;

    @Column(name = "successor_id")
    private @Nullable Long successorId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Agency() {}

    Agency(String code, String name, String kind, @Nullable Long areaId, LocalDate validFrom) {
        super(validFrom);
        this.publicId = PublicId.random().value();
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.areaId = areaId;
    }

    void describe(String newName, String newHotline, String newEmail) {
        name = newName;
        hotline = newHotline.isEmpty() ? null : newHotline;
        email = newEmail.isEmpty() ? null : newEmail;
    }

    void followedBy(@Nullable Long successor) {
        successorId = successor;
    }

    AgencyView view() {
        return new AgencyView(
                id(),
                new PublicId(publicId),
                code,
                name,
                kind,
                parentId == null ? 0 : parentId,
                areaId == null ? 0 : areaId,
                hotline == null ? "" : hotline,
                email == null ? "" : email);
    }

    long successorId() {
        return successorId == null ? 0 : successorId;
    }
}
