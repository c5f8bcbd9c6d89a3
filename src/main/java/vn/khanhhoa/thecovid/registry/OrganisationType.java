package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "registry_organisation_type")
class OrganisationType extends NamedRow {
    @Enumerated(EnumType.STRING)
    @Column(name = "identifier_kind")
    private IdentifierKind identifierKind;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected OrganisationType() {}

    OrganisationType(String code, String nameVi, String nameEn, IdentifierKind identifierKind, LocalDate validFrom) {
        super(code, nameVi, nameEn, validFrom);
        this.identifierKind = identifierKind;
    }

    @Override
    CatalogueEntry entry() {
        return new CatalogueEntry(this, code(), nameVi(), nameEn(), identifierKind.name());
    }

    OrganisationTypeView view() {
        return new OrganisationTypeView(code(), nameVi(), nameEn(), identifierKind);
    }
}
