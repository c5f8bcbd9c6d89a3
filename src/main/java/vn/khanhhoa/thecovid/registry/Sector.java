package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "registry_sector")
class Sector extends NamedRow {
    protected Sector() {}

    Sector(String code, String nameVi, String nameEn, LocalDate validFrom) {
        super(code, nameVi, nameEn, validFrom);
    }

    SectorView view() {
        return new SectorView(code(), nameVi(), nameEn());
    }
}
