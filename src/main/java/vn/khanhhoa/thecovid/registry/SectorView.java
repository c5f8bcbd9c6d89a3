package vn.khanhhoa.thecovid.registry;

/** A sector of the Vietnamese classification (VSIC): a section's letter, or 2 to 5 digits. */
public record SectorView(String code, String nameVi, String nameEn) {
    /** Sections are titles of their divisions, which alone are chosen. */
    public boolean isSection() {
        return code.length() == 1;
    }
}
