package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.ColumnJson;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.FormOffer;

/**
 * A form template with its columns, whose keys name the texts of a row in JSON.
 *
 * @param details what is asked once for the whole list, named in the same way
 * @param offer null where the form is not for organisations of the caller's type
 */
@JsonbNillable
@JsonbPropertyOrder({"code", "version", "name", "validFrom", "columns", "details", "offer"})
public record FormJson(
        String code,
        int version,
        String name,
        LocalDate validFrom,
        List<ColumnJson> columns,
        List<ColumnJson> details,
        @Nullable Offer offer) {

    /**
     * @param description whom the form is for
     * @param reviewedBy who usually reviews it
     * @param agencies that would review the organisation's entries by it today; empty where that hangs on each person
     */
    @JsonbNillable // of the type as well, or it is left out where it is null
    @JsonbPropertyOrder({"description", "reviewedBy", "agencies"})
    public record Offer(String description, String reviewedBy, List<String> agencies) {
        static Offer of(FormOffer offer, boolean english) {
            return new Offer(
                    english ? offer.about().descriptionEn() : offer.about().descriptionVi(),
                    english ? offer.about().routingEn() : offer.about().routingVi(),
                    offer.agencies());
        }
    }

    static FormJson of(FormDefinition form, List<FormOffer> offers, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        Optional<FormOffer> own = offers.stream()
                .filter(offer -> offer.code().equals(form.code()))
                .findFirst();
        return new FormJson(
                form.code(),
                form.version(),
                english ? form.nameEn() : form.nameVi(),
                form.validFrom(),
                ColumnJson.of(form.columns(), language),
                ColumnJson.of(form.details(), language),
                own.map(offer -> Offer.of(offer, english)).orElse(null));
    }
}
