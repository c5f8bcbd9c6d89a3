package vn.khanhhoa.thecovid.registry;

/** A kind of organisation and the identifier that it is known by. */
public record OrganisationTypeView(String code, String nameVi, String nameEn, IdentifierKind identifierKind) {}
