package vn.khanhhoa.thecovid.citizen;

import java.time.Instant;
import java.util.Locale;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.MobileNumber;

/** A code that is to reach the phone in somebody's health record, in the transaction that keeps its hash and nowhere else. */
public record PhoneCodeMade(PublicId proof, MobileNumber phone, String code, Instant until, Locale language) {
    @Override
    public String toString() {
        return "PhoneCodeMade[…]";
    }
}
