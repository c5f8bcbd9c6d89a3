package vn.khanhhoa.thecovid.registry;

/**
 * What a card can be asked for.
 *
 * @param forEverybody people without an employer may ask for it as well
 */
public record ActivityView(String code, String nameVi, String nameEn, boolean forEverybody) {}
