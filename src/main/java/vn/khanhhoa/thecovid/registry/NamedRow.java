package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;

/** A code with its name in both languages. */
@MappedSuperclass
abstract class NamedRow extends DatedRow {
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

    void rename(String vietnamese, String english) {
        nameVi = vietnamese;
        nameEn = english;
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
