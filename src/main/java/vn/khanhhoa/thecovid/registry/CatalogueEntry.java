package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of any part of the catalogue, as an administrator edits it; what a part does not have is empty or 0.
 *
 * @param id 0 for a new row
 * @param nameVi the one name of areas, agencies and zones
 * @param kind level of an area, kind of an agency, identifier of an organisation type, audience of an activity
 * @param areaId the area above an area; the area that an agency serves
 * @param successorId what follows an area or agency that has ended
 */
public record CatalogueEntry(
        long id,
        int version,
        String code,
        String nameVi,
        String nameEn,
        String kind,
        long areaId,
        String hotline,
        String email,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long successorId) {

    CatalogueEntry(DatedRow row, String code, String nameVi, String nameEn, String kind) {
        this(row.id(), row.version(), code, nameVi, nameEn, kind, 0, "", "", row.validFrom(), row.validTo(), 0);
    }

    @Nullable Long areaOrNone() {
        return areaId == 0 ? null : areaId;
    }

    @Nullable Long successorOrNone() {
        return successorId == 0 ? null : successorId;
    }
}
