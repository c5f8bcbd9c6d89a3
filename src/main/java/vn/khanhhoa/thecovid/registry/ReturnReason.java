package vn.khanhhoa.thecovid.registry;

/** Why a registration can be returned: the name is for the agency, the text for the organisation. */
public record ReturnReason(String code, String nameVi, String nameEn, String textVi, String textEn) {}
