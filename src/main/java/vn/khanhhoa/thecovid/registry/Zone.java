package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "registry_zone")
class Zone extends CatalogueItem {
    private String code;
    private String name;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Zone() {}

    Zone(String code, String name, LocalDate validFrom) {
        super(validFrom);
        this.code = code;
        this.name = name;
    }

    @Override
    CatalogueEntry entry() {
        return new CatalogueEntry(this, code, name, "", "");
    }

    @Override
    void write(CatalogueEntry entry) {
        name = entry.nameVi();
        date(entry.validFrom(), entry.validTo());
    }

    ZoneView view() {
        return new ZoneView(code, name);
    }
}
