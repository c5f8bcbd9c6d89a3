package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;

/** A dated row that an administrator edits as a {@link CatalogueEntry}. */
@MappedSuperclass
abstract class CatalogueItem extends DatedRow {
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CatalogueItem() {}

    CatalogueItem(LocalDate validFrom) {
        super(validFrom);
    }

    abstract CatalogueEntry entry();

    /** Takes over everything but code and kind, which say what the row is. */
    abstract void write(CatalogueEntry entry);
}
