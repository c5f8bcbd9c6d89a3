package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.notification.wording.Gap;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.stafflist.Correspondence;
import vn.khanhhoa.thecovid.stafflist.Correspondence.Addressee;
import vn.khanhhoa.thecovid.stafflist.EntryKind;
import vn.khanhhoa.thecovid.stafflist.MobileNumber;
import vn.khanhhoa.thecovid.stafflist.RegistrationCode;

/**
 * Writes to the people of entries: an SMS to the phone, as often a day as {@link PhoneLimits} says, and a mail where the form
 * asked for an address.
 */
@ApplicationScoped
class PersonLetters {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private Correspondence correspondence;

    @Inject
    private Organisations organisations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private OptOuts optOuts;

    @Inject
    private PhoneLimits limits;

    @Inject
    private Wording wording;

    @Inject
    private Links links;

    @Inject
    private Messages messages;

    /** Names that many entries share. */
    private record Names(Map<Long, String> organisations, Map<Long, String> agencies) {}

    /** @param kind what a person is told; empty for those who are told nothing */
    void write(String cause, List<Long> entryIds, Function<Addressee, Optional<MessageKind>> kind) {
        List<Addressee> people = correspondence.addressees(Actor.PORTAL, entryIds);
        Set<RegistrationCode> stopped =
                optOuts.among(people.stream().map(Addressee::code).toList());
        PhoneLimits.Day day = limits.today(people.stream()
                .flatMap(person -> person.mobile().stream())
                .map(MobileNumber::digits)
                .toList());
        Names names = new Names(new HashMap<>(), new HashMap<>());
        Wording.Book book = wording.today();
        List<Letter> letters = new ArrayList<>();
        for (Addressee person : people) {
            kind.apply(person).ifPresent(told -> {
                String own = cause + "/e" + person.entryId();
                Wording.Filling filling = language -> values(told, person, language, names);
                person.mobile()
                        .filter(number -> !told.isStoppable() || !stopped.contains(person.code()))
                        .ifPresent(number -> letters.add(new Letter(
                                told,
                                Channel.SMS,
                                own + "/S",
                                Recipient.phone(number),
                                book.sms(told, person.foreign() ? Locale.ENGLISH : Texts.VIETNAMESE, filling),
                                day.withheld(told, number.digits()))));
                Recipient.person(person.email())
                        .ifPresent(address -> letters.add(
                                new Letter(told, Channel.EMAIL, own + "/M", address, book.mail(told, filling))));
            });
        }
        messages.add(letters);
    }

    /** Where the words that an administrator wrote still name the person and may not, they address whoever reads them. */
    private Map<Gap, String> values(MessageKind told, Addressee person, Locale language, Names names) {
        Map<Gap, String> values = new EnumMap<>(Gap.class);
        values.put(
                Gap.NAME, told.gaps().contains(Gap.NAME) ? person.name() : Texts.get(language, "notification.unnamed"));
        values.put(
                Gap.ORGANISATION,
                names.organisations()
                        .computeIfAbsent(
                                person.organisationId(),
                                id -> organisations.view(id).name()));
        values.put(
                Gap.AGENCY,
                names.agencies()
                        .computeIfAbsent(
                                person.agencyId(),
                                id -> catalogue.agency(id).map(AgencyView::name).orElse("")));
        values.put(Gap.CODE, person.code().toString());
        values.put(Gap.LINK, links.status());
        values.put(Gap.PRIVACY, links.privacy());
        values.put(
                Gap.AMENDMENT,
                Texts.get(
                        language,
                        person.kind() == EntryKind.LEAVE
                                ? "notification.amendment.leave"
                                : "notification.amendment.change"));
        values.put(Gap.FROM, day(person.validFrom()));
        values.put(Gap.TO, day(person.validTo()));
        return values;
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
