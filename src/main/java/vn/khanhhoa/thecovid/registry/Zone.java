package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "registry_zone")
class Zone extends DatedRow {
    private String code;
    private String name;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Zone() {}

    Zone(String code, String name, LocalDate validFrom) {
        super(validFrom);
        this.code = code;
        this.name = name;
    }

    void rename(String newName) {
        name = newName;
    }

    ZoneView view() {
        return new ZoneView(code, name);
    }
}
