package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.AccountHolders;
import vn.khanhhoa.thecovid.access.AccountHolders.Holder;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.notification.wording.Gap;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.Reason;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.stafflist.Correspondence;
import vn.khanhhoa.thecovid.stafflist.Correspondence.EntryRef;
import vn.khanhhoa.thecovid.stafflist.Correspondence.SentList;

/**
 * Writes to organisations: a mail to whoever sent a list, or to the administrators where that was a program or is nobody any
 * more; inside the portal, to all of its accounts. Nothing in it is of a person.
 */
@ApplicationScoped
class OrganisationLetters {
    @Inject
    private AccountHolders holders;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Organisations organisations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Reasons reasons;

    @Inject
    private Inbox inbox;

    @Inject
    private Wording wording;

    @Inject
    private Links links;

    @Inject
    private Messages messages;

    /** @param agencyId that confirmed or returned it, or to which it went */
    void registration(String cause, MessageKind kind, long organisationId, long agencyId, String reasonCode) {
        List<Holder> accounts = holders.ofOrganisation(Actor.PORTAL, organisationId);
        mail(cause, kind, administrators(accounts), language -> {
            Map<Gap, String> values = values(organisationId, Links.REGISTRATION);
            values.put(
                    Gap.AGENCY, catalogue.agency(agencyId).map(AgencyView::name).orElse(""));
            values.put(
                    Gap.REASON,
                    reasons.find(reasonCode)
                            .map(reason -> text(reason, language))
                            .orElse(""));
            return values;
        });
        if (kind != MessageKind.REGISTRATION_SUBMITTED) {
            inbox.add(
                    numbers(accounts),
                    kind == MessageKind.REGISTRATION_CONFIRMED
                            ? "notification.told.registration-confirmed"
                            : "notification.told.registration-returned",
                    List.of(),
                    Links.REGISTRATION);
        }
    }

    /** To those who say who acts for the organisation. @param agencyId that looks into the claim, or accepted it */
    void claimed(String cause, MessageKind kind, long organisationId, long agencyId) {
        List<Holder> told = administrators(holders.ofOrganisation(Actor.PORTAL, organisationId));
        String path = told.stream().allMatch(holder -> holder.role() == Role.ORGANISATION_ADMINISTRATOR)
                ? Links.COLLEAGUES
                : Links.HOME;
        String agency = catalogue.agency(agencyId).map(AgencyView::name).orElse("");
        mail(cause, kind, told, language -> {
            Map<Gap, String> values = values(organisationId, path);
            values.put(Gap.AGENCY, agency);
            return values;
        });
        inbox.add(
                numbers(told),
                kind == MessageKind.CLAIM_ACCEPTED
                        ? "notification.told.claim-accepted"
                        : "notification.told.organisation-claimed",
                List.of(agency),
                path);
    }

    /** @param count entries that were sent */
    void entered(long listId, long submissionId, String count) {
        SentList list = correspondence.sent(Actor.PORTAL, listId);
        List<Holder> accounts = holders.ofOrganisation(Actor.PORTAL, list.organisationId());
        String path = Links.entriesOf(list.id());
        mail("l" + listId + "/s" + submissionId, MessageKind.LIST_ENTERED, senders(list, accounts), language -> {
            Map<Gap, String> values = values(list.organisationId(), path);
            values.put(Gap.LIST, list.name());
            values.put(Gap.COUNT, count);
            return values;
        });
    }

    /** What was decided of a list since its organisation was told last. */
    void decided(String cause, long listId, int approved, int returned, int refused) {
        SentList list = correspondence.sent(Actor.PORTAL, listId);
        List<Holder> accounts = holders.ofOrganisation(Actor.PORTAL, list.organisationId());
        String path = Links.entriesOf(list.id());
        mail(cause, MessageKind.LIST_DECIDED, senders(list, accounts), language -> {
            Map<Gap, String> values = values(list.organisationId(), path);
            values.put(Gap.LIST, list.name());
            values.put(Gap.RESULT, result(language, approved, returned, refused));
            return values;
        });
        inbox.add(
                numbers(accounts),
                "notification.told.list-decided",
                List.of(list.name(), String.valueOf(approved), String.valueOf(returned), String.valueOf(refused)),
                path);
    }

    /** What became of cards of a list since its organisation was told last. @param ending those that end soon */
    void cards(String cause, long listId, int renewed, int revoked, int ending) {
        SentList list = correspondence.sent(Actor.PORTAL, listId);
        List<Holder> accounts = holders.ofOrganisation(Actor.PORTAL, list.organisationId());
        String path = Links.entriesOf(list.id());
        mail(cause, MessageKind.LIST_CARDS, senders(list, accounts), language -> {
            Map<Gap, String> values = values(list.organisationId(), path);
            values.put(Gap.LIST, list.name());
            values.put(
                    Gap.RESULT,
                    counted(
                            language,
                            Map.entry("notification.result.renewed", renewed),
                            Map.entry("notification.result.revoked", revoked),
                            Map.entry("notification.result.ending", ending)));
            return values;
        });
        inbox.add(
                numbers(accounts),
                "notification.told.list-cards",
                List.of(list.name(), String.valueOf(renewed), String.valueOf(revoked), String.valueOf(ending)),
                path);
    }

    /** That an approval is looked at again, and its card suspended meanwhile. */
    void reopened(String cause, EntryRef entry) {
        SentList list = correspondence.sent(Actor.PORTAL, entry.listId());
        List<Holder> accounts = holders.ofOrganisation(Actor.PORTAL, list.organisationId());
        String path = Links.entry(entry.id());
        String agency = catalogue.agency(entry.agencyId()).map(AgencyView::name).orElse("");
        mail(cause, MessageKind.ENTRY_REOPENED, senders(list, accounts), language -> {
            Map<Gap, String> values = values(list.organisationId(), path);
            values.put(Gap.LIST, list.name());
            values.put(Gap.AGENCY, agency);
            return values;
        });
        inbox.add(numbers(accounts), "notification.told.entry-reopened", List.of(agency, list.name()), path);
    }

    static String result(Locale language, int approved, int returned, int refused) {
        return counted(
                language,
                Map.entry("notification.result.approved", approved),
                Map.entry("notification.result.returned", returned),
                Map.entry("notification.result.refused", refused));
    }

    @SafeVarargs
    private static String counted(Locale language, Map.Entry<String, Integer>... counts) {
        return Stream.of(counts)
                .filter(count -> count.getValue() > 0)
                .map(count -> Texts.get(language, count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void mail(String cause, MessageKind kind, List<Holder> to, Wording.Filling filling) {
        if (!to.isEmpty()) {
            Letter.Words words = wording.today().mail(kind, filling);
            messages.add(to.stream()
                    .map(holder -> new Letter(
                            kind,
                            Channel.EMAIL,
                            cause + "/a" + holder.accountId(),
                            Recipient.account(holder.email()),
                            words))
                    .toList());
        }
    }

    private Map<Gap, String> values(long organisationId, String path) {
        Map<Gap, String> values = new EnumMap<>(Gap.class);
        values.put(Gap.ORGANISATION, organisations.view(organisationId).name());
        values.put(Gap.LINK, links.of(path));
        return values;
    }

    private static List<Holder> senders(SentList list, List<Holder> accounts) {
        List<Holder> senders = accounts.stream()
                .filter(holder -> list.senders().contains(holder.accountId()))
                .toList();
        return senders.isEmpty() ? administrators(accounts) : senders;
    }

    private static List<Holder> administrators(List<Holder> accounts) {
        List<Holder> administrators = accounts.stream()
                .filter(holder -> holder.role() == Role.ORGANISATION_ADMINISTRATOR)
                .toList();
        return administrators.isEmpty() ? accounts : administrators;
    }

    private static List<Long> numbers(List<Holder> accounts) {
        return accounts.stream().map(Holder::accountId).toList();
    }

    private static String text(Reason reason, Locale language) {
        return language.equals(Locale.ENGLISH) ? reason.textEn() : reason.textVi();
    }
}
