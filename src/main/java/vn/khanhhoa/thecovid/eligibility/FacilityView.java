package vn.khanhhoa.thecovid.eligibility;

import java.time.LocalDate;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A facility of a source. @param area the commune and what it belongs to */
public record FacilityView(long id, PublicId publicId, FacilityForm about, String area, int version) {
    public String code() {
        return about.code();
    }

    public String name() {
        return about.name();
    }

    public boolean worksOn(LocalDate day) {
        LocalDate to = about.to();
        return !day.isBefore(about.from()) && (to == null || !day.isAfter(to));
    }
}
