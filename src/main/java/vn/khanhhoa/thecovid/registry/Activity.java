package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "registry_activity")
class Activity extends NamedRow {
    @Enumerated(EnumType.STRING)
    private ActivityAudience audience = ActivityAudience.ORGANISATIONS;

    protected Activity() {}

    Activity(String code, String nameVi, String nameEn, LocalDate validFrom) {
        super(code, nameVi, nameEn, validFrom);
    }

    @Override
    CatalogueEntry entry() {
        return new CatalogueEntry(this, code(), nameVi(), nameEn(), audience.name());
    }

    @Override
    void write(CatalogueEntry entry) {
        super.write(entry);
        audience = ActivityAudience.valueOf(entry.kind());
    }

    ActivityView view() {
        return new ActivityView(code(), nameVi(), nameEn(), audience == ActivityAudience.EVERYBODY);
    }
}
