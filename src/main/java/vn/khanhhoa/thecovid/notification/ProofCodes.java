package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.citizen.PhoneCodeMade;
import vn.khanhhoa.thecovid.notification.wording.Gap;
import vn.khanhhoa.thecovid.platform.PortalClock;

/** Sends the code by which somebody proves to be a person, which is known in this transaction and nowhere else. */
@ApplicationScoped
class ProofCodes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @Inject
    private Messages messages;

    @Inject
    private PhoneLimits limits;

    @Inject
    private Wording wording;

    void made(@Observes PhoneCodeMade made) {
        String digits = made.phone().digits();
        Map<Gap, String> values = Map.of(
                Gap.SECRET, made.code(), Gap.UNTIL, TIME.format(made.until().atZone(PortalClock.ZONE)));
        messages.add(List.of(new Letter(
                MessageKind.PROOF_CODE,
                Channel.SMS,
                "p" + made.proof(),
                Recipient.phone(made.phone()),
                wording.today().sms(MessageKind.PROOF_CODE, made.language(), Wording.Filling.of(values)),
                limits.today(List.of(digits)).withheld(MessageKind.PROOF_CODE, digits))));
    }

    /** As others may read it: whoever has the code could be the person. */
    static String withoutCode(String text) {
        return CODE.matcher(text).replaceAll("••••••");
    }
}
