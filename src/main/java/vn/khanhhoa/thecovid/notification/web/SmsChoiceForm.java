package vn.khanhhoa.thecovid.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.notification.SmsChoices;
import vn.khanhhoa.thecovid.platform.web.PageMessages;

/** On the page of an entry that was opened: which SMS its phone is to get. The entry comes from that page, on the server. */
@Named("smsChoice")
@RequestScoped
public class SmsChoiceForm {
    @Inject
    private SmsChoices choices;

    @Inject
    private PageMessages messages;

    private SmsChoices.@Nullable Choice choice;

    /** Nothing where there is no entry, or none with a number that takes an SMS. */
    public SmsChoices.@Nullable Choice of(long entry) {
        if (choice == null && entry != 0) {
            choice = choices.choice(entry).orElse(null);
        }
        return choice;
    }

    public void stop(long entry, String address) {
        choices.stop(entry);
        messages.success("notification.sms-choice.done-stopped");
        messages.go(address);
    }

    public void allow(long entry, String address) {
        choices.allow(entry);
        messages.success("notification.sms-choice.done-allowed");
        messages.go(address);
    }
}
