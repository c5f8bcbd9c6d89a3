package vn.khanhhoa.thecovid.registry;

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
        String email) {}
