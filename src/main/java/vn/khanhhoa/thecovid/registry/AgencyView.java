package vn.khanhhoa.thecovid.registry;

import java.util.Set;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An authority that decides.
 *
 * @param kind for example SO, UBND_XA; the reference pack lists them
 * @param areaId that it serves, 0 for none
 * @param hotline empty where none is known, as is email
 */
public record AgencyView(
        long id,
        PublicId publicId,
        String code,
        String name,
        String kind,
        long parentId,
        long areaId,
        String hotline,
        String email) {
    private static final Set<String> LOOKING_INTO = Set.of("CONG_AN", "LLVT");

    /** Police and army look into forgeries: applicants who heard that their entry went there would know what is suspected. */
    public boolean isNamedWhenPassedOn() {
        return !LOOKING_INTO.contains(kind);
    }
}
