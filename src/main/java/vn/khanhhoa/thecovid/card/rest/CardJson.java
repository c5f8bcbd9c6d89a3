package vn.khanhhoa.thecovid.card.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A card of a list, without what is in its code: that is on the PDF. Days are written {@code 2021-10-31}. */
@JsonbNillable
@JsonbPropertyOrder({"id", "number", "state", "validFrom", "validTo", "entry"})
public record CardJson(
        String id,
        String number,
        String state,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable String entry) {
    static CardJson of(CardView card, @Nullable PublicId entry) {
        return new CardJson(
                card.id().toString(),
                card.number().toString(),
                card.state().name().toLowerCase(Locale.ROOT),
                card.validFrom(),
                card.validTo(),
                entry == null ? null : entry.toString());
    }
}
