package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "registry_activity")
class Activity extends NamedRow {
    protected Activity() {}

    Activity(String code, String nameVi, String nameEn, LocalDate validFrom) {
        super(code, nameVi, nameEn, validFrom);
    }

    ActivityView view() {
        return new ActivityView(code(), nameVi(), nameEn());
    }
}
