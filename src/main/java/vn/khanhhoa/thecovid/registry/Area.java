package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "registry_area")
class Area extends CatalogueItem {
    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private AreaLevel level;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Column(name = "successor_id")
    private @Nullable Long successorId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Area() {}

    Area(String code, String name, AreaLevel level, @Nullable Long parentId, LocalDate validFrom) {
        super(validFrom);
        this.code = code;
        this.name = name;
        this.level = level;
        this.parentId = parentId;
    }

    @Override
    CatalogueEntry entry() {
        return new CatalogueEntry(
                id(),
                version(),
                code,
                name,
                "",
                level.name(),
                parentId(),
                "",
                "",
                validFrom(),
                validTo(),
                successorId());
    }

    @Override
    void write(CatalogueEntry entry) {
        name = entry.nameVi();
        parentId = entry.areaOrNone();
        successorId = entry.successorOrNone();
        date(entry.validFrom(), entry.validTo());
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    AreaLevel level() {
        return level;
    }

    long parentId() {
        return parentId == null ? 0 : parentId;
    }

    boolean endedBefore(LocalDate day) {
        return validTo() != null && validTo().isBefore(day);
    }

    long successorId() {
        return successorId == null ? 0 : successorId;
    }
}
