package vn.khanhhoa.thecovid.card;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A poster for the door of a place.
 *
 * @param code text of its QR code
 * @param validTo last day of the code
 * @param agencyId that answers for the place
 * @param language of the document; what stands on it is in both
 */
public record PosterOrder(
        String place, String address, String code, LocalDate validTo, long agencyId, Locale language) {}
