package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;

/** A code with its name in both languages. */
@MappedSuperclass
abstract class NamedRow extends CatalogueItem {
    private String code;

    @Column(name = "name_vi")
    private String nameVi;

    @Column(name = "name_en")
    private String nameEn;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected NamedRow() {}

    NamedRow(String code, String nameVi, String nameEn, LocalDate validFrom) {
        super(validFrom);
        this.code = code;
        this.nameVi = nameVi;
        this.nameEn = nameEn;
    }

    @Override
    CatalogueEntry entry() {
        return new CatalogueEntry(this, code, nameVi, nameEn, "");
    }

    @Override
    void write(CatalogueEntry entry) {
        nameVi = entry.nameVi();
        nameEn = entry.nameEn();
        date(entry.validFrom(), entry.validTo());
    }

    String code() {
        return code;
    }

    String nameVi() {
        return nameVi;
    }

    String nameEn() {
        return nameEn;
    }
}
