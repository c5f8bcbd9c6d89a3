package vn.khanhhoa.thecovid.registry;

import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Where people of an organisation work.
 *
 * @param zoneCode empty outside the zones
 * @param closed stays legible for what refers to it, but takes no new entries
 */
public record WorkplaceView(
        long id,
        PublicId publicId,
        String name,
        String address,
        long areaId,
        String areaPath,
        String zoneCode,
        int headcount,
        boolean closed) {}
