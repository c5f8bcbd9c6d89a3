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
class Agency extends CatalogueItem {
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

    @Override
    CatalogueEntry entry() {
        AgencyView view = view();
        return new CatalogueEntry(
                id(),
                version(),
                code,
                name,
                "",
                kind,
                view.areaId(),
                view.hotline(),
                view.email(),
                validFrom(),
                validTo(),
                successorId == null ? 0 : successorId);
    }

    @Override
    void write(CatalogueEntry entry) {
        name = entry.nameVi();
        areaId = entry.areaOrNone();
        hotline = entry.hotline().isEmpty() ? null : entry.hotline();
        email = entry.email().isEmpty() ? null : entry.email();
        successorId = entry.successorOrNone();
        date(entry.validFrom(), entry.validTo());
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
}
